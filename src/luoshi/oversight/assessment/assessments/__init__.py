"""An assessment: a scheme, a window of months, and whether it runs, is frozen, published or settled."""
