"""How the figures are made, how well they agree with people, and what they cannot say."""

from components.ui import agreement, filter_panel, frame, method_text
from components.ui.opened import opened
from components.ui.sentence_list import show_sentences

CODING, AGREEMENT, DIFFERENCES = "method_coding", "method_agreement", "method_differences"

shown = filter_panel.shown()
frame.heading("How the figures are made, and what they cannot say")

# 1. The method in words, and how well it agrees with people.
method_text.show_steps()
method_text.show_evaluation()
method_text.show_levels()

# 2. This article: what was found, and what was not.
method_text.show_coding(shown, place=CODING)
method_text.show_forms(shown, place=CODING)
if chosen := opened(CODING):
    show_sentences(shown, chosen.ids, key=CODING, title=chosen.title, everything=True)

# 3. What the machine would have answered.
if shown.package.about.coded_by == "hand":
    agreement.show_agreement(shown, place=AGREEMENT)
    if chosen := opened(AGREEMENT):
        show_sentences(shown, chosen.ids, key=AGREEMENT, title=chosen.title, everything=True)
    agreement.show_disagreements(shown, place=DIFFERENCES)
    if chosen := opened(DIFFERENCES):
        show_sentences(shown, chosen.ids, key=DIFFERENCES, title=chosen.title, everything=True)

# 4. Headlines, measures, codebook and record, as the code uses them.
method_text.show_headlines()
method_text.show_measures()
method_text.show_codebook(shown)
method_text.show_record(shown)
