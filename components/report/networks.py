"""Who speaks on what, and who is heard via whom, as networks: GraphML, which Gephi, visone and networkx open."""

from collections import Counter
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from components.model.safe import xml_text
from components.model.statements import each_row
from components.report.taken import Taken

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {
    "label": ("node", "string"),
    "kind": ("node", "string"),
    "side": ("node", "string"),
    "statements": ("node", "int"),
    "weight": ("edge", "int"),
}
"""What nodes and edges tell: counts are of statements."""

Edges = Mapping[tuple[str, str], int]


def to_speakers_and_topics(taken: Taken) -> bytes:
    """Speaker to topic: on how many statements. A statement that several share counts for each."""
    rows = list(each_row(taken.statements))
    edges = Counter(
        (f"speaker/{speaker}", f"topic/{topic}") for row in rows for speaker in row.speakers for topic in row.topics
    )
    heard = Counter(f"speaker/{speaker}" for row in rows for speaker in row.speakers)
    spoken_of = Counter(f"topic/{topic}" for row in rows for topic in row.topics)
    return _graph(taken, {**heard, **spoken_of}, edges)


def to_relays(taken: Taken) -> bytes:
    """Speaker to the one who relays: in how many statements. Who is heard without another is there without an edge."""
    rows = list(each_row(taken.statements))
    edges = Counter((f"speaker/{speaker}", f"speaker/{row.via}") for row in rows if row.via for speaker in row.speakers)
    heard = Counter(f"speaker/{speaker}" for row in rows for speaker in row.speakers)
    relaying = {f"speaker/{row.via}": 0 for row in rows if row.via}
    return _graph(taken, {**relaying, **heard}, edges)


def _graph(taken: Taken, nodes: Mapping[str, int], edges: Edges) -> bytes:
    root = ET.Element("graphml", {"xmlns": _GRAPHML})
    for name, (of, kind) in _KEYS.items():
        ET.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"id": "G", "edgedefault": "directed"})
    ET.SubElement(graph, "desc").text = xml_text(
        " ".join(filter(None, (f"{taken.made.article}. {taken.made.shown}.", taken.made.source, taken.made.notices)))
    )
    labels, sides = _labels(taken), {f"speaker/{each.id}": each.side for each in taken.actors}
    for id, count in nodes.items():
        node = ET.SubElement(graph, "node", {"id": id})
        side = taken.codebook.side_label(sides[id]) if id in sides else ""
        values = {"label": labels.get(id, id), "kind": id.partition("/")[0], "side": side, "statements": str(count)}
        _add(node, values.items())
    for (start, end), count in edges.items():
        _add(ET.SubElement(graph, "edge", {"source": start, "target": end}), [("weight", str(count))])
    ET.indent(root)
    out: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return out + b"\n"


def _labels(taken: Taken) -> dict[str, str]:
    topics = {f"topic/{id}": label for id, label in taken.codebook.topic_labels.items()}
    return {**topics, **{f"speaker/{each.id}": each.name for each in taken.actors}}


def _add(place: ET.Element, values: Iterable[tuple[str, str]]) -> None:
    for name, value in values:
        if value:
            ET.SubElement(place, "data", {"key": name}).text = xml_text(value)
