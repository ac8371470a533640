"""Projects signed with investors."""
