"""What templates may call; both libraries are built in, so that no page has to load them."""
