"""Plans, the clauses read from them, and the targets and tasks confirmed from clauses."""
