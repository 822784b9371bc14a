"""The terms of Beleidsspoor: ontology, SHACL shapes, lists and questions, as package resources."""
