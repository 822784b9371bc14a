"""The parts of the Word file that python-docx has no words for."""
