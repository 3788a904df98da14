"""The briefing: from statements to a document with findings, quotes and sources, as HTML and for Word."""
