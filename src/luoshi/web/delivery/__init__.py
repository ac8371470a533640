"""What the pages of delivery show: tracks of the 作战图, the week, opinions, a project's schedule."""
