"""Promised actions, nodes of named projects and working rules."""
