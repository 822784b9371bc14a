"""The dossier in each of its forms: Word, one HTML page, PDF."""
