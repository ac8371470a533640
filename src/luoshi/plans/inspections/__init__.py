"""Checks on the spot: whether what a unit said of its task is so."""
