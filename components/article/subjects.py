"""The general subjects of an article's statements, also where it was coded with a codebook of its own."""

from itertools import accumulate

from components.article.package import Package
from components.model.codebook import Codebook
from components.reading.topics import find_topics


def general_subjects(package: Package, general: Codebook) -> list[tuple[str, ...]]:
    """For each statement the ids of the general codebook's subjects; those coded where it was coded with that codebook.

    Else they are found in the wording, or in the paraphrase where there is none.
    """
    table = package.statements
    known = {topic.id: topic for topic in general.topics}
    if package.codebook and all(known.get(topic.id) == topic for topic in package.codebook.topics):
        return [tuple(each) for each in table["topics"]]
    texts = [wording or gloss for wording, gloss in zip(table["wording"], table["gloss"], strict=True)]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    places = list(zip(table["section"], table["paragraph"], strict=True))
    numbers = accumulate((before != now for before, now in zip(places[:1] + places, places, strict=False)), initial=0)
    sentences = [
        (start, start + len(text), number)
        for start, text, number in zip(starts, texts, list(numbers)[1:], strict=False)
    ]
    found = find_topics("\n".join(texts), sentences, general.topics)
    return [tuple(dict.fromkeys(each.topic for each in mentions)) for mentions in found]
