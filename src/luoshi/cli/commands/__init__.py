"""One file a subcommand; the table is in `luoshi.cli.table`."""
