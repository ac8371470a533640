"""What a command says when its input is wrong."""

from __future__ import annotations


class InputError(Exception):
    """The command cannot do what was asked; the message is a Chinese sentence with place and remedy. Exit code 2."""
