"""luoshi (落实): from the sentence in a work plan to the delivered result."""

__version__ = "0.1.0"
