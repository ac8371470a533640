"""考核异议: what one who is assessed says against a row behind a figure, and how it was ruled on."""
