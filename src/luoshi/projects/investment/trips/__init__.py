"""Trips to investors: planned, registered, made, reported."""
