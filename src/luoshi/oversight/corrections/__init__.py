"""更正: what follows from rulings on objections, wherever the row that was objected to counts."""
