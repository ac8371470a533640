"""报告模板: what reports are written by, as rules of a kind of their own, each version with its day of effect."""
