"""Firms that a gap in a chain calls for."""
