"""What a unit is asked to fill in by hand, month by month."""
