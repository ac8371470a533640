"""Many plans as tables: one row a commitment, one row a file, plain values only."""
