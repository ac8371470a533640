"""Every text of ours that a page may show, gathered from the code, and the English catalogue that follows it."""
