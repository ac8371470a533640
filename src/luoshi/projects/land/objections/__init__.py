"""Objections to a published evaluation, a row each."""
