"""Projects carried through: stages, months, nodes."""
