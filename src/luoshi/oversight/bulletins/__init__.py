"""通报: what was published for a month, with the facts it was written from."""
