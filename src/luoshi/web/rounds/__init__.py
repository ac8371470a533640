"""Parts of the pages of rounds and of published lists."""
