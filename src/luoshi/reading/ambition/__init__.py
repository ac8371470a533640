"""How ambitious plans are: promises of several plans lined up, with exact numbers."""
