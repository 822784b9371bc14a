"""A user's own SPARQL: read, refused where it would reach outside, run, and its faults told in Dutch."""
