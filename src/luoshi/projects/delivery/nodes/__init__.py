"""The nodes of a project, each with its day and its person."""
