"""Tables that lost their columns: put together again from the lines that are left."""
