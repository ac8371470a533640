"""What follows lights is made when a month is cut off, and lifted when its light turns out to be another."""
