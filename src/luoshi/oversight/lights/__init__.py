"""Lights beside those of targets and projects' figures: of tasks, of starts of projects, and of units by what they lead."""
