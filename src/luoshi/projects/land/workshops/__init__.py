"""Standard workshops, built to be let."""
