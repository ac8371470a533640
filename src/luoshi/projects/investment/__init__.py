"""Investment brought to the zone: what was signed, what was paid in."""
