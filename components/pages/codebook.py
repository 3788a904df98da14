"""The codebook: of the article that is shown or the reader's own; its topics, one more, and what it catches, at once."""

from components.model.numbers import counted
from components.ui import codebook_editor, filter_panel, frame, panel, reading
from components.ui.opened import opened
from components.ui.sentence_list import show_sentences

CAUGHT, HAVE = "codebook_caught", "codebook_have"

shown = filter_panel.shown()

# 1. Which codebook this is.
which = codebook_editor.which_codebook()
topics = len(codebook_editor.codebook_of(shown, which).topics)
frame.heading(f"{counted(topics, 'topic')}, found by {'its' if topics == 1 else 'their'} words")
codebook_editor.offer_both()
frame.paragraph(codebook_editor.said_of(shown, which))
frame.paragraph(
    "An article that you bring gets the topics whose words its sentences hold, and those that go on with a point of the "
    "sentence before. Add a topic, to this article or for all that you bring, and see which statements it catches."
)

reading.show_suggestions(shown)

# 2. One more topic.
codebook_editor.ask_for_topic(shown)
codebook_editor.show_what_it_catches(shown, place=CAUGHT)
if chosen := opened(CAUGHT):
    show_sentences(shown, chosen.ids, key=CAUGHT, title=chosen.title, everything=True)

# 3. The topics there are, beside them what was opened of one, and the file to take along or to open.
content, answer = panel.beside(HAVE)
with answer:
    if chosen := opened(HAVE):
        panel.show_answer(shown, HAVE, list(chosen.ids), title=chosen.title)
    else:
        panel.say_how_to_open("Press a number to read the statements on a topic here.")
with content:
    codebook_editor.show_topics(shown, which, place=HAVE)
    codebook_editor.show_files(shown, which)
