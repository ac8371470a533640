"""The ledgers as files of columns, and figures from them by engines that read such files."""
