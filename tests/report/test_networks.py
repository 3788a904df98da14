"""Networks as networkx reads them: who speaks on what, who is heard via whom."""

import io
from dataclasses import replace

import networkx as nx
import pytest

from components.article.package import Package, package_of
from components.model.codebook import Codebook
from components.report.networks import to_relays, to_speakers_and_topics
from components.report.taken import Taken
from tests import hostile
from tests.report.taking import taken_of


@pytest.fixture
def taken(example: Package, codebook: Codebook) -> Taken:
    return taken_of(example, codebook)


def read(data: bytes) -> "nx.DiGraph[str]":
    return nx.read_graphml(io.BytesIO(data))


def test_speakers_are_tied_to_topics_by_the_number_of_statements(taken: Taken) -> None:
    graph = read(to_speakers_and_topics(taken))
    expected: dict[tuple[str, str], int] = {}
    for row in taken.statements.itertuples():
        for speaker in row.speakers:
            for topic in row.topics:
                expected[f"speaker/{speaker}", f"topic/{topic}"] = (
                    expected.get((f"speaker/{speaker}", f"topic/{topic}"), 0) + 1
                )

    assert {(start, end): each["weight"] for start, end, each in graph.edges(data=True)} == expected
    assert graph.nodes["topic/minsk"]["kind"] == "topic"
    assert graph.nodes["topic/minsk"]["label"] == "Minsk agreements"


def test_who_is_relayed_is_tied_to_who_relays(taken: Taken) -> None:
    graph = read(to_relays(taken))

    assert [(graph.nodes[a]["label"], graph.nodes[b]["label"], each["weight"]) for a, b, each in graph.edges(data=True)] == [
        ("Ina Cole", "Ana Brook", 1)
    ]  # fmt: skip
    assert graph.nodes["speaker/cole"]["statements"] == 1


def test_nothing_chosen_is_a_network_of_nothing_and_hostile_names_are_names(taken: Taken, codebook: Codebook) -> None:
    nasty = hostile.draft(codebook)
    graph = read(to_speakers_and_topics(taken_of(package_of(nasty), nasty.codebook)))

    assert not read(to_relays(replace(taken, statements=taken.statements[:0])))
    assert graph.nodes["speaker/brook"]["label"] == nasty.first.actors[0].name
