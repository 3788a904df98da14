"""One article: its package on disk, its text, its corrections."""
