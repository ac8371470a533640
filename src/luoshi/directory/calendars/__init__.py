"""Working days as published, and the months of the books."""
