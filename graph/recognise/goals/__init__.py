"""Goals, actions, principles and roles by how a document writes them; one form of writing a module."""
