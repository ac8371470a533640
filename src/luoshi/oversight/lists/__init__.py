"""红黑榜公示: a month's lists as they were published, edition by edition, and what units object to."""
