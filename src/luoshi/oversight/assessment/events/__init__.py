"""考核事项: what no ledger holds, entered by hand with evidence and verified."""
