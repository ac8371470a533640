"""The interface for programs: the ledgers as JSON, for who shows a token; a door beside the pages, and their stranger."""
