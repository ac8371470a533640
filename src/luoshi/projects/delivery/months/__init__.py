"""What was planned and done for a project in a month."""
