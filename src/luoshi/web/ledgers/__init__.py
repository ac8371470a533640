"""What the generic pages of ledgers show, derived from each ledger's value and from nothing else."""
