"""Two articles side by side: choosing them, their rows, what they differ in, what the reader decides, and files."""
