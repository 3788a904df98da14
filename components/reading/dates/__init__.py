"""A step: which expressions name a time. It begins in `find`."""
