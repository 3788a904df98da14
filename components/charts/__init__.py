"""From one finished summary to one plotly Figure: one chart, one file, one public function."""
