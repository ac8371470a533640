"""Figures that no ledger knows, entered month by month with evidence."""
