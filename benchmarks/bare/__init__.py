"""The peers of benchmarks/serving.py: a bare list over the same tables, and our own site that keeps nothing."""
