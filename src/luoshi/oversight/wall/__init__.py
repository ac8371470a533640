"""目标墙: every target of a year with what is reached, what was planned, its light and why."""
