"""What was promised of standard land, checked in the years after its supply."""
