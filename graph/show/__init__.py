"""Outputs: every form of an answer, made from the one Answer object."""
