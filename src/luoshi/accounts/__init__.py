"""People who sign in, and nothing else about them."""
