"""试算: past months under a rule that is tried, beside how they were judged."""
