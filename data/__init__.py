"""The shipped register, as package resources."""
