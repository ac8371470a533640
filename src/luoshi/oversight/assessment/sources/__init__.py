"""取数: where each figure of a scheme comes from."""
