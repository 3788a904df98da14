"""From statements to fewer numbers: filters, measures, summaries, findings. Pure."""
