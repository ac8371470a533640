"""What a unit hands in for a month: filled in by its clerk, signed by who answers for the unit, locked."""
