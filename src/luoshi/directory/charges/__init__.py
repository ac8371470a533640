"""Which leader has which units in charge."""
