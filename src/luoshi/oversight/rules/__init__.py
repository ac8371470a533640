"""规则: light, trajectory and board rules as rows, each version with its day of effect."""
