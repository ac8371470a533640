"""调度轮次: rounds of a year with their cut-off, an agenda made of exceptions, and what was decided."""
