"""异议: what a unit says against a row of what was published about it, and how the supervision office ruled."""
