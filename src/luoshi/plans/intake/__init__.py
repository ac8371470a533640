"""The way in: a file becomes a document with clauses; a corrected file becomes its next edition."""
