"""What is measured, and how: a national register that can be made at any size, and one module per measurement."""
