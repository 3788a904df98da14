"""The sentences that pages open with. Each is a pattern with the condition under which it is true; the first that holds is said.

Persons are named for their own words, a side by its capital. What is only relayed is never counted as anybody's own. All is
counted from the statements that are shown, so a filter makes another sentence or none. Where nothing stands out, that is
said. A headline has at most 80 characters.

`headlines.PATTERNS` is the whole list: for each question of a page its patterns, from the most to the least telling.
"""
