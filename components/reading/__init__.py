"""From text to statements: pure steps, and one composer (`article.py`) that makes the tables."""
