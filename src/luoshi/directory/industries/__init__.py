"""Branches of the economy by their codes."""
