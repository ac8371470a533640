"""红黑榜: units on the red and the black list of a month."""
