"""The summaries that the screen draws, drawn again as SVG for paper: no script, and sides apart without colour too."""
