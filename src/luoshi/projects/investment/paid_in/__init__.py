"""Money paid in for signed projects, month by month."""
