"""Sign-off: that a body agrees with a thema as it is, and what has changed since."""
