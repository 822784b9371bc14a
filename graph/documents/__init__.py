"""Reading documents: one model for PDF, Word, OpenDocument, web pages, Markdown and plain text."""
