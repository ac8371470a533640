"""A small library with branches: the app on which the machinery is tested, because it knows no zone."""
