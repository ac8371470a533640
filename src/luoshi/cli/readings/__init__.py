"""A reading on paper: table, json, Markdown, workbook."""
