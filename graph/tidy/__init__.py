"""The answers and figures as tidy tables for dashboards: one thing a column, keys between tables, a data dictionary."""
