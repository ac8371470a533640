"""What a year's figures come to: points, rank and class of each enterprise."""
