"""考核评分: the mark that one rater gave to one who is assessed."""
