"""Administrative divisions by their codes."""
