"""考核得分: the scorebook of one who is assessed as it was frozen, an edition a row."""
