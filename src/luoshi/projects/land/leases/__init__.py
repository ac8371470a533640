"""Who has let how much of which workshop."""
