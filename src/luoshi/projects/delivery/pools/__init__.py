"""The pools of projects that are conceived and wait for their turn."""
