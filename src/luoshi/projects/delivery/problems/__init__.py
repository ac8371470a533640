"""Where projects are stuck, who is to clear it, and whether it is cleared."""
