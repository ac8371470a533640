"""Parcels of land from the plan to the built-up site."""
