"""Ambassadors and advisers who speak for the zone where investors are."""
