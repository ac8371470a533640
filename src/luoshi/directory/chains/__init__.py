"""Industrial chains, link by link."""
