"""Two articles side by side: which statements report the same, what only one has, and what differs."""
