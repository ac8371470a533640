"""Receptions: investors who came to see the zone."""
