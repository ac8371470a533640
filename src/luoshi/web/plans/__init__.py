"""What the pages of plans show and take in: the text with its clauses, forms, lists, bindings, reported values."""
