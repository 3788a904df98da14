"""Many articles: those that ship, and those that a reader keeps."""
