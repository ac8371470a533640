"""The machinery: a ledger is declared once, everything else is derived. It names no domain noun."""
