"""What was cleared, paid and resettled of a relocation in a month."""
