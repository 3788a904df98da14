"""An article of our own making with a hostile string in every field: what a stranger's package may hold."""

from components.article.corrections.log import Coding
from components.article.package import About, Draft
from components.model.codebook import REPORTER, Actor, Codebook, Side, Topic
from components.model.statements import Evidence, Statement, statement_ids


def beacon(port: int, field: str) -> str:
    """A text that would load a picture, make links, colours, icons and formulas, if it were taken for more than text."""
    return (
        f'![{field}](http://127.0.0.1:{port}/{field}.png) <img src="http://127.0.0.1:{port}/{field}.gif"> '
        f'<span style="background:url(http://127.0.0.1:{port}/{field}.css)">x</span> '
        "<script>window.ranHere=1</script> [x](javascript:window.ranHere=1) :material/warning: :red[y] a -- b $x^2$"
    )


NASTY = (
    "One -- two -> three.",
    "1986. A year &amp; a *star*, ~50~ and `code`.",
    "  Leading spaces and <b>bold</b> :smile: $x$.",
    '=HYPERLINK("http://example.org") at https://example.org or a@example.org.',
    "<script>window.ranHere=1</script> said so.",
)
"""Sentences that markdown or HTML would alter."""


def draft(codebook: Codebook, port: int = 9) -> Draft:
    """The article, as if a machine had read it. Every field that may hold any text holds a hostile one."""
    sentences = (*NASTY, f"A good sentence with {beacon(port, 'wording')}")
    text = "\n\n".join(sentences)
    ids = statement_ids(sentences)
    topics = tuple(
        Topic(
            id=f"t{n}", label=beacon(port, f"topic{n}"), definition=beacon(port, "definition"),
            counts=beacon(port, "counts"), counts_not=beacon(port, "counts-not"), words=(beacon(port, "word"),), lead=True,
        )
        for n in range(2)
    )  # fmt: skip
    sides = tuple(Side(id=id, label=beacon(port, "side"), voice=beacon(port, "voice")) for id in ("ours", REPORTER))
    book = Codebook(topics, sides, (), {}, codebook.record).fitting()
    actors = (
        Actor(
            id="brook", name=beacon(port, "name"), role=beacon(port, "role"), side=sides[0].id,
            aliases=(beacon(port, "alias"),),
        ),
        Actor(id=REPORTER, name="Reporter", role=beacon(port, "role"), side=REPORTER, aliases=()),
    )  # fmt: skip
    about = About(
        publisher=beacon(port, "publisher"), place=beacon(port, "place"), published="2020-05-04",
        citation=beacon(port, "citation"), url="", genre="news", coded_by="machine",
        sections=("Lead", beacon(port, "heading")),
    )  # fmt: skip
    rows, evidence = [], []
    for n, (id, sentence) in enumerate(zip(ids, sentences, strict=True), 1):
        start = text.index(sentence)
        rows.append(
            Statement.model_validate({
                "statement": id, "section": int(n > 3), "paragraph": n, "sentence": n, "turn": n, "answers": None,
                "speakers": ("brook",), "via": "", "form": "indirect", "level": "guess", "topics": (f"t{n % 2}",),
                "gloss": beacon(port, "gloss"), "cue_start": None, "cue_end": None, "content_start": start,
                "content_end": start + len(sentence), "start": start, "end": start + len(sentence), "words": 5,
                "polarity": 0.5, "subjectivity": 0.5, "vader": -0.5, "blend": 0.1,
            })
        )  # fmt: skip
        for kind, value in (
            ("speaker", "brook"),
            ("cue", "brook"),
            ("topic", f"t{n % 2}"),
            ("tone", "0.5"),
            ("date", "2020-05"),
        ):
            evidence.append(
                Evidence.model_validate({
                    "statement": id, "kind": kind, "label": "textblob" if kind == "tone" else beacon(port, "label"),
                    "value": value, "start": start, "end": start + 3, "phrase": f"![p](http://127.0.0.1:{port}/phrase.png) <b>",
                })
            )  # fmt: skip
    return Draft(
        "hostile-abc123", beacon(port, "title"), about, Coding(tuple(rows), tuple(evidence), actors), book, text=text
    )
