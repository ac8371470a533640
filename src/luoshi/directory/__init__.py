"""Nouns that every ledger points at: units, posts, regions, industries, calendar, months."""
