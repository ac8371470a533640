"""Units as a tree: the committee at the root, offices, towns, task forces and companies under it."""
