"""Work plans as uploaded: the file, its text, what was read in it, its editions."""
