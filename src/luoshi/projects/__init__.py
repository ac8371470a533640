"""Investment signed and projects delivered."""
