"""Fuzzers: run by hand, for as long as one likes; `python -m tests.fuzz.reading --help`."""
