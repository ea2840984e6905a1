"""A Report becomes bytes: HTML, PDF, Markdown or terminal text."""
