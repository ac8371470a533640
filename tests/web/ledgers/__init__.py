"""The generic pages of ledgers, tried on the toy library and with the cast of a zone."""
