"""填报负担: what units are asked to fill in by hand, how much of it twice, and what needs no form at all."""
