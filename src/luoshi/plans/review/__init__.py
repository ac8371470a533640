"""Deciding on clauses: confirm, correct, reject, assign; and what comes of it."""
