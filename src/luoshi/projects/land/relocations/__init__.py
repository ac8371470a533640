"""Relocations: an area that is to be cleared, and the households that are to be resettled."""
