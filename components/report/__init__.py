"""From statements to something that leaves the page: tables as bytes, citations as text."""
