"""Land that the zone has taken into its reserve."""
