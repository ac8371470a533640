"""Findings: what looks like padding in signings, what its unit says to it, and what was decided."""
