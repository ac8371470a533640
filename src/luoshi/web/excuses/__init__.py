"""Excuses on pages: asked for at a light, told beside it, waiting for whoever decides."""
