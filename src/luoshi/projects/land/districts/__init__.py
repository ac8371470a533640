"""The districts into which a zone divides its land."""
