"""Which policies apply to an enterprise because of its class in the evaluation per mu."""
