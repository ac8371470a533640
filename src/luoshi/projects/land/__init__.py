"""Land: districts, parcels and what becomes of them."""
