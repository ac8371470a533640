"""Asking that a light be excused: which lights a unit may name, and how they shone."""
