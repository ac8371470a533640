"""Votes: what each reviewer gives a project, item by item."""
