"""Idle and inefficient land, and how it is put to use again."""
