"""Screenings: what several reviewers make of a project before it is signed."""
