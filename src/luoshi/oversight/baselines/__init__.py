"""时序基线: the planned path of one target, frozen on a day; it stands in the place of the trajectory rule."""
