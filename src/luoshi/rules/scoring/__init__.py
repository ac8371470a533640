"""Scores of an assessment by a scheme that is data: formulas, points, totals, ranks, and ways back."""
