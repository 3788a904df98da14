"""A saved web page: what a person sees of it, as headings and paragraphs.

The parser fetches nothing and runs nothing. Style sheets are not applied: what only a style sheet hides is read, and told.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from components.reading.formats.common import Block, Page, UnreadableFileError, counted, day_of, ran_out_of_memory, tidy
from components.reading.formats.main_text import Placed, article_of
from components.reading.formats.styles import hides, notes_on_styles

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_LISTS = frozenset(("ol", "ul", "menu"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEFT_OUT = {
    **dict.fromkeys(("script", "style", "noscript"), "script"),
    **dict.fromkeys(("select", "textarea", "button", "datalist"), "control"),
    **dict.fromkeys(("svg", "iframe", "object", "embed", "audio", "video", "canvas", "map"), "embedded"),
    **dict.fromkeys(("template", "dialog"), "hidden"),
    "nav": "menu",
    "del": "deleted",
    "title": "name",
}
_NOTES = (
    ("hidden", "{} hidden passage was left out.", "{} hidden passages were left out."),
    ("deleted", "{} passage marked as deleted was left out.", "{} passages marked as deleted were left out."),
    ("menu", "{} menu was left out.", "{} menus were left out."),
    ("control", "The words of {} button or list were left out.", "The words of {} buttons or lists were left out."),
    ("embedded", "The words of {} picture or frame were left out.", "The words of {} pictures or frames were left out."),
    ("script", "{} script or style sheet was left out.", "{} scripts or style sheets were left out."),
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DATES = frozenset(
    "article:published_time date pubdate publishdate publish_date dc.date dc.date.issued dcterms.date dcterms.issued "
    "dcterms.created datepublished parsely-pub-date sailthru.date citation_publication_date govuk:first-published-at".split()
)
_TITLES = frozenset(("og:title", "dc.title", "dcterms.title", "articletitle"))
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "sitename", "application-name")
_PLACES = frozenset(
    ("geo.placename", "dcterms.spatial", "dc.coverage", "contentlocation", "locationcreated", "dateline")
)
_DESCRIBED_PLACES = ("dateline", "contentLocation", "locationCreated")
_PLACE_CLASS = re.compile(r"(?:^|[\s_-])(?:location|place)(?:\s|$)")
_LONGEST_PLACE = 8
"""Words; what is longer is an address or a sentence."""
_BEHIND_TITLE = re.compile(r"\s*(?:[-|–—•·:_.]|$)")
"""What parts a title from the name of its site."""
_LOST_SHARE, _LOST_FEWEST = 0.05, 40


def declared_encoding(data: bytes) -> str:
    """What the page says its encoding is, or nothing."""
    match = _CHARSET.search(data[:4_096])
    return match[1].decode("ascii", "replace") if match else ""


def read_web_page(source: str) -> Page:
    """The visible text of a page. `source` has no NUL and no lone surrogates.

    Where exactly one part of the page is marked as the main one, the rest (menus, footers) is left out, and a note says how
    much. Raises UnreadableFileError where nothing can be parsed.
    """
    root = _parsed(source)
    main = _main_part(root)
    skipped: Counter[str] = Counter()
    part = root if main is None else main
    placed = _walked(part, skipped)
    article = article_of(source, root, placed)
    notes = [note for kind, one, many in _NOTES for note in counted(skipped[kind], one, many)]
    notes += notes_on_styles(root, part, _unread(placed, article) if article else _left_out)
    blocks = [each.block for each in article or placed]
    if main is not None or article:
        notes += _around(root, blocks, marked=not article)
    notes += _lost(source, root)
    return Page(blocks, _title(root), _published(root), notes, _publisher(root), _place(part))


def _unread(placed: Sequence[Placed], article: Sequence[Placed]) -> Callable[[Any], str]:
    """Why an element is not read, or nothing: also those that stand around the article."""
    near = {element for each in article for element in (each.element, *each.element.iterancestors())}
    around = {each.element for each in placed} - near
    return lambda element: _left_out(element) or ("around" if element in around else "")


def _parsed(source: str) -> Any:
    from lxml import etree

    # `huge_tree` reads 2,048 levels instead of 256; how long that may take is the reading process's affair.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.LxmlError as error:
        if ran_out_of_memory(error):
            raise MemoryError from None
        root = None
    if root is None:
        raise UnreadableFileError(
            "The file holds no web page that can be read. Open it in a browser, and save or copy its text."
        )
    return root


def _main_part(root: Any) -> Any:
    """The one element marked as the main part, or None. An article counts where it holds most of the page's text."""
    for path in ("//main | //*[@role='main']", "//article"):
        found = [each for each in root.xpath(path) if tidy("".join(each.itertext()))]
        if len(found) == 1 and not any(map(_left_out, (found[0], *found[0].iterancestors()))):
            ours, whole = (sum(len(words) for words in part.itertext()) for part in (found[0], root))
            if path != "//article" or ours > whole / 2:
                return found[0]
    return None


def _walked(root: Any, skipped: Counter[str]) -> list[Placed]:
    """The blocks under an element, in order. Elements that are left out are counted in `skipped`, by kind."""
    from lxml import etree

    placed: list[Placed] = []
    words: list[str] = []
    level = 0
    item = ""
    numbers: list[int] = []
    passed = None
    homes = [root]  # the blocks that are open, one inside another
    walk = etree.iterwalk(root, events=("start", "end", "comment"))

    for event, element in walk:
        tag = element.tag
        begins = event == "start"
        if begins and (kind := _left_out(element)):
            skipped[kind] += bool(tidy("".join(element.itertext())) or element.get("srcdoc"))
            walk.skip_subtree()
            passed = element  # its end comes next all the same
            continue
        if tag in _BLOCKS and element is not passed and element is not root:
            if text := tidy("".join(words)):
                placed.append(Placed(Block(item + text, level), homes[-1]))
                item = ""
            words.clear()
            homes = [*homes, element] if begins else homes[:-1]
            level = _HEADINGS.get(tag, level) if begins else 0 if tag in _HEADINGS else level
            if tag in _LISTS:
                numbers = [*numbers, _first_number(element)] if begins else numbers[:-1]
            elif tag == "li":
                item, numbers = _marker(numbers) if begins else ("", numbers)
        if begins:
            if tag in ("td", "th") and any(map(str.strip, words)):
                words.append(" | ")
            words.append("\n" if tag == "br" else _words(element.text, element))
        elif element is not root:
            words.append(_words(element.tail, element.getparent()))
    return [*placed, Placed(Block(tidy("".join(words))), root)]


def _words(text: str | None, element: Any) -> str:
    """The characters of an element: outside `<pre>` its line ends are spaces."""
    if not text:
        return ""
    kept = element is not None and (
        element.tag == "pre" or (element.getparent() is not None and element.getparent().tag == "pre")
    )
    return text if kept else " ".join(re.split(r"[ \t\n]+", text))


def _first_number(element: Any) -> int:
    """The number of a list's first item, less one; below zero for a list without numbers."""
    start = element.get("start") or "1"
    return (int(start) if start.isdecimal() and len(start) < 6 else 1) - 1 if element.tag == "ol" else -1


def _marker(numbers: list[int]) -> tuple[str, list[int]]:
    """What stands before an item, its number or a dash, and the numbers as they are now. A heading has none of them."""
    *outer, last = numbers or [-1]
    return ("- ", numbers) if last < 0 else (f"{last + 1}. ", [*outer, last + 1])


def _left_out(element: Any) -> str:
    """Why an element is not shown, or nothing."""
    tag = element.tag
    if kind := _LEFT_OUT.get(tag):
        return "" if tag == "dialog" and "open" in element.attrib else kind
    style = element.get("style")
    if "hidden" in element.attrib or (style and hides(style)):
        return "hidden"
    return ""


def _around(root: Any, blocks: list[Block], *, marked: bool) -> list[str]:
    """How much stands around what was read: around the part that the page marks, or around what was found to be the article."""
    whole = sum(len(each.block.words) for each in _walked(root, Counter()))
    read = "the part that the page marks as its main one" if marked else "what was found to be the article"
    return counted(
        whole - sum(len(block.words) for block in blocks),
        f"Only {read} was read; {{}} character around it was left out.",
        f"Only {read} was read; {{}} characters around it were left out.",
    )


def _lost(source: str, root: Any) -> list[str]:
    """A note where the parser dropped text: it gives up at a depth, and says nothing."""
    rough = "".join(html.unescape(re.sub(r"<[^<>]*>", "", _without_comments(source))).split())
    parsed = "".join("".join(root.itertext()).split())
    lost = len(rough) - len(parsed)
    if lost < max(_LOST_FEWEST, _LOST_SHARE * len(rough)):
        return []
    return [f"About {lost:,} characters of the page could not be read and are missing: its markup is damaged."]


def _without_comments(source: str) -> str:
    first, *others = source.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in others)


# --- What a page says of itself -----------------------------------------------------------------


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.strip().lower(), meta.get("content") or ""


def _title(root: Any) -> str:
    """What the page says its title is; without the site's name behind it, where its one first heading says where that begins."""
    named = (content for name, content in _metas(root) if name in _TITLES)
    elements = ("".join(title.itertext()) for title in root.iterfind("head/title"))
    title = next((title for title in (tidy(each, one_line=True) for each in (*named, *elements)) if title), "")
    headings = [tidy("".join(each.itertext()), one_line=True) for each in root.iter("h1")]
    return next(
        (words for words in headings if words and _BEHIND_TITLE.match(title, len(words)) and title.startswith(words)),
        title,
    )


def _publisher(root: Any) -> str:
    named = (content for name, content in _metas(root) if name in _PUBLISHERS)
    described = (_name_in(each.get("publisher")) for each in _linked_data(root))
    return next((words for words in (*named, *described) if words.strip()), "")


def _place(root: Any) -> str:
    """The place that a page gives for what it tells: in a field, described, or in an element that is marked as one."""
    named = (content for name, content in _metas(root) if name in _PLACES)
    described = (_name_in(each.get(key)) for each in _linked_data(root) for key in _DESCRIBED_PLACES)
    marked = ("".join(each.itertext()) for each in root.xpath("//*[@class]") if _PLACE_CLASS.search(each.get("class")))
    found = (tidy(each, one_line=True) for each in (*named, *described, *marked))
    return next((words for words in found if words and len(words.split()) <= _LONGEST_PLACE), "")


def _published(root: Any) -> str:
    """The day in the page's fields or its description, else that of the first time that is marked as the one of publication."""
    named = (content for name, content in _metas(root) if name in _DATES)
    described = (str(each.get("datePublished") or "") for each in _linked_data(root))
    times = (
        time.get("datetime") or ""
        for time in root.xpath("//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publi')]")
    )
    return next((day for day in map(day_of, (*named, *described, *times)) if day), "")


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """What a page describes in its JSON-LD, outermost objects only."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        yield from (each for each in (graph if isinstance(graph, list) else []) if isinstance(each, dict))


def _name_in(described: Any) -> str:
    """The name of a thing that is described, or nothing."""
    name = described.get("name") if isinstance(described, dict) else described
    return name if isinstance(name, str) else ""
