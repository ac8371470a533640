"""Feedback: what a branch or team tells of its week."""
