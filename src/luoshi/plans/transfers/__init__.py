"""Tasks handed over from one unit to another: asked for, and accepted by who takes them."""
