"""Watching over the ledgers: rule versions, the wall, red and black lists, bulletins. Ledgers do not know it."""
