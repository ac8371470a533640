"""The wall as pages show it: rows of oversight turned into the parts of a page."""
