"""What a project has reported to statistics, month by month."""
