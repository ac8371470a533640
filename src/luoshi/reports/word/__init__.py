"""The parts of a Word file: pages, runs of text with their links, tables, charts."""
