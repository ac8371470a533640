"""The enterprises of the zone, known by their credit codes."""
