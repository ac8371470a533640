"""Leads: who might invest, and what has been answered and judged so far."""
