"""The codebook: its topics, one more for this session, and what it catches, at once."""

from components.ui import cached, codebook_editor, filter_panel, frame, reading
from components.ui.opened import opened
from components.ui.sentence_list import show_sentences

CAUGHT, HAVE = "codebook_caught", "codebook_have"

shown = filter_panel.shown()

# 1. What this is.
frame.heading(f"{len(cached.codebook().topics)} topics, found by their words")
frame.paragraph(
    "An article that you bring gets the topics whose words its sentences hold, and those that go on with a point of the "
    "sentence before. Add a topic for this session and see which statements it catches."
)

reading.show_suggestions(shown)

# 2. One more topic.
topic = codebook_editor.ask_for_topic(shown, place=CAUGHT)
if chosen := opened(CAUGHT):
    show_sentences(shown, chosen.ids, key=CAUGHT, title=chosen.title, everything=True)
codebook_editor.offer_to_add(shown, topic)

# 3. The topics there are, and the file to take along.
codebook_editor.show_topics(shown, place=HAVE)
if chosen := opened(HAVE):
    show_sentences(shown, chosen.ids, key=HAVE, title=chosen.title, everything=True)
codebook_editor.show_download()
