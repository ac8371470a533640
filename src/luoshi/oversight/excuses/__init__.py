"""正当理由: why a unit asks that a yellow or red light be excused, and who approved or refused it."""
