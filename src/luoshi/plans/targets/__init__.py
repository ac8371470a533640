"""Promised figures, each with its sentence, its time window and what it is measured by."""
