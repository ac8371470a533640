"""Land, investment and delivery."""
