"""The register: the tables in data/, their schema, and everything that can be wrong with a cell."""
