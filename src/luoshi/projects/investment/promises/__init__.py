"""What the zone and an investor promised each other, and what has been kept."""
