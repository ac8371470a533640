"""Which unit looks after what: words of indicators and the unit whose field they are."""
