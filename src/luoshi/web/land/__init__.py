"""What the pages of land show: checks of standard land by parcel, policies by enterprise, what waits for a person."""
