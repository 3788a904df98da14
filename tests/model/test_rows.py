"""Reading tables strictly: all faults of a file at once, each with its place. The words are part of the interface."""

import pytest

from components.model.limits import MOST_UNKNOWN_COLUMNS
from components.model.rows import (
    Fault,
    FaultyFilesError,
    NumberOrNone,
    Row,
    Several,
    WholeOrNone,
    column,
    found,
    read_rows,
    table_schema,
    unknown_columns,
    write_rows,
)


class Fruit(Row):
    """A table of three columns."""

    name: str = column("Its name.", "small letters", pattern="^[a-z]+$")
    kinds: Several = column("Its kinds.", "words separated by semicolons, or nothing")
    weight: NumberOrNone = column("Its weight in kg.", "a number from 0 to 9, or nothing", ge=0, le=9)


GOOD = b"name,kinds,weight\npear,conference;nashi,0.2\nplum,,\n"


def said(data: bytes) -> list[str]:
    return [str(fault) for fault in read_rows(Fruit, data, "fruit.csv")[1]]


def test_good_rows_come_with_their_lines() -> None:
    placed, faults = read_rows(Fruit, GOOD, "fruit.csv")

    assert faults == []
    assert [(line, row.name, row.kinds, row.weight) for line, row in placed] == [
        (2, "pear", ("conference", "nashi"), 0.2),
        (3, "plum", (), None),
    ]


def test_what_excel_adds_is_accepted() -> None:
    """A byte order mark and CRLF change nothing."""
    excel = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")

    assert read_rows(Fruit, excel, "fruit.csv") == read_rows(Fruit, GOOD, "fruit.csv")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    data = b"name,kinds,weight\nPEAR,,0.2\nplum,,heavy\nfig,,-1\nlime\n"

    assert said(data) == [
        "fruit.csv, line 2, column name: found “PEAR”; allowed: small letters",
        "fruit.csv, line 3, column weight: found “heavy”; allowed: a number from 0 to 9, or nothing",
        "fruit.csv, line 4, column weight: found “-1”; allowed: a number from 0 to 9, or nothing",
        "fruit.csv, line 5: found 1 cells; the header has 3",
    ]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"", ["fruit.csv, line 1: is empty; the first line must name the columns: name, kinds, weight"]),
        (b"name,kinds,weight\n", ["fruit.csv: has a header and no row"]),
        (
            b"name,weight\npear,1\n",
            ["fruit.csv, line 1: the column kinds is missing; the columns are name, kinds, weight"],
        ),
        (
            b"name,kinds,weight,colour\npear,,1,green\n",
            ["fruit.csv, line 1: “colour” is no column of this table; the columns are name, kinds, weight"],
        ),
        (b"name,kinds,weight,name\npear,,1,fig\n", ["fruit.csv, line 1: the column name stands there twice"]),
        (
            "name,kinds,weight\nгруша,,1\n".encode("cp1251"),
            ["fruit.csv, line 2: is not UTF-8 (byte 0xE3). Save it again with the encoding UTF-8"],
        ),
        (
            b'name,kinds,weight\n"pear,,1\n',
            ["fruit.csv, line 2: is no readable CSV: unexpected end of data. A quotation mark may be missing or stray"],
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(data: bytes, faults: list[str]) -> None:
    assert said(data) == faults


# --- Tables that age ----------------------------------------------------------------------------


def aged(data: bytes) -> tuple[list[Fruit], list[str]]:
    placed, faults = read_rows(Fruit, data, "fruit.csv", ages=True)
    return [row for _, row in placed], [str(fault) for fault in faults]


def test_columns_that_are_not_known_are_carried_and_written_again() -> None:
    data = b"name,colour,kinds,weight,model_dump\npear,green,nashi,0.2000,x\nplum,,,,\n"

    rows, faults = aged(data)

    assert faults == []
    assert unknown_columns(Fruit, data) == ("colour", "model_dump")
    assert write_rows(Fruit, rows, unknown_columns(Fruit, data)) == (
        b"name,kinds,weight,colour,model_dump\npear,nashi,0.2000,green,x\nplum,,,,\n"
    )
    assert rows[1] == read_rows(Fruit, GOOD, "fruit.csv")[0][1].row  # an empty cell is nothing to carry


def test_optional_columns_that_are_missing_are_empty() -> None:
    rows, faults = aged(b"name\npear\n")

    assert faults == []
    assert [(row.name, row.kinds, row.weight) for row in rows] == [("pear", (), None)]


def test_where_a_required_column_is_missing_the_unknown_ones_are_told_too() -> None:
    """One of them may be a misspelt name of it."""
    assert aged(b"nane,kinds\npear,\n") == (
        [],
        [
            "fruit.csv, line 1: the column name is missing; the columns are name, kinds, weight",
            "fruit.csv, line 1: “nane” is no column of this table; the columns are name, kinds, weight",
        ],
    )


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        ("name,,kinds", "“” is no column of this table; the columns are name, kinds, weight"),
        ("name,colour,colour", "the column colour stands there twice"),
        (
            ",".join(["name", *(f"c{n}" for n in range(MOST_UNKNOWN_COLUMNS + 1))]),
            "“c0” is no column of this table; the columns are name, kinds, weight",
        ),
    ],
)
def test_columns_that_nobody_could_carry_are_faults(header: str, fault: str) -> None:
    rows, faults = aged(f"{header}\n".encode())

    assert faults[0] == f"fruit.csv, line 1: {fault}"
    assert rows == []


def test_of_a_table_that_cannot_be_read_no_column_is_unknown() -> None:
    assert unknown_columns(Fruit, b"\xff") == unknown_columns(Fruit, b'"a') == unknown_columns(Fruit, b"") == ()


def test_a_quoted_cell_may_hold_line_ends_and_the_next_line_is_still_right() -> None:
    data = b'name,kinds,weight\npear,"a\nb",1\nPLUM,,1\n'

    assert said(data) == ["fruit.csv, line 4, column name: found “PLUM”; allowed: small letters"]


def test_a_long_value_is_cut_in_the_message() -> None:
    (fault,) = said(b"name,kinds,weight\n" + b"X" * 500 + b",,1\n")

    assert len(fault) < 150


def test_empty_cells_take_the_defaults_that_are_given() -> None:
    placed, faults = read_rows(Fruit, b"name,kinds,weight\n,,\n", "fruit.csv", defaults={"name": "unnamed"})

    assert (placed[0].row.name, faults) == ("unnamed", [])


def test_the_error_holds_every_fault() -> None:
    error = FaultyFilesError([Fault("a.csv", "is missing"), Fault("b.csv", "is missing")])

    assert str(error) == "a.csv: is missing\nb.csv: is missing"


def test_what_is_written_reads_back_and_has_fixed_bytes() -> None:
    rows = [placed.row for placed in read_rows(Fruit, GOOD, "fruit.csv")[0]]

    written = write_rows(Fruit, rows)

    assert written == b"name,kinds,weight\npear,conference;nashi,0.2000\nplum,,\n"
    assert [placed.row for placed in read_rows(Fruit, written, "fruit.csv")[0]] == rows


def test_a_negative_zero_is_zero() -> None:
    assert write_rows(Fruit, [Fruit(name="pear", kinds=(), weight=-0.0)]).endswith(b"pear,,0.0000\n")


def test_the_table_schema_follows_from_the_model() -> None:
    class Tree(Row):
        height: WholeOrNone = column("Its height.", "a whole number from 0, or nothing", ge=0)

    assert table_schema(Tree)["fields"] == [
        {
            "name": "height",
            "type": "integer",
            "description": "Its height. Allowed: a whole number from 0, or nothing.",
            "constraints": {"minimum": 0},
        }
    ]
    assert table_schema(Fruit, primary_key="name")["primaryKey"] == ["name"]


def test_a_long_list_of_what_is_allowed_is_cut_and_counted() -> None:
    few, many = ", ".join(f"a{n}" for n in range(40)), ", ".join(f"actor{n:04}" for n in range(2000))

    assert found("x", few) == f"found “x”; allowed: {few}"
    assert found("x", many).endswith("actor0052, actor0053 and 1,946 more")
    assert found("x", "y" * 10_000, "Correct it") == f"found “x”; allowed: {'y' * 599}…. Correct it"
