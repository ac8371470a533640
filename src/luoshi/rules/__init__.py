"""Rules as data and the small pure engines that interpret them: no database, no clock, no I/O."""
