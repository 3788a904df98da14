"""Corrections of a machine-read article: the log, making its entries, replaying it, and what comes out."""
