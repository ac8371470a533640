"""Investment as pages show it: what waits, who travels, what is doubted, where it lies on the map and in the chains."""
