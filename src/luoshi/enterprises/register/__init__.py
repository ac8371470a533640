"""The register: one row an enterprise, to which other ledgers lead."""
