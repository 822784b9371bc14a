"""The dossier: what a lay council reviews, made from the graph."""
