"""Projects from the first idea to full capacity."""
