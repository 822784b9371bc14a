"""Recognising what a policy document sets out: goals, actions, figures, names, and what is odd about them."""
