"""Rows of tables: indicators with their figures, money, goals and actions."""
