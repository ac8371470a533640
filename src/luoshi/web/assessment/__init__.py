"""What the pages of assessments show: ranks, scorebooks, sources, ratings."""
