"""Readout: who said what in an article, on which topic, about when, in which tone, and where it stands."""

__version__ = "0.1.0"
