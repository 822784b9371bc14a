"""The thread of one element: finding it, and following it up and down."""
