"""Correcting what a machine read: one statement at a time, by mouse or by key; and the actors of the article.

Nothing is overwritten. Each decision is an entry of the article's log; the machine's first answer stays, and undo walks
back to it.
"""
