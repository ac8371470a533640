"""What a target is measured by: proposed from its words, confirmed by a person."""
