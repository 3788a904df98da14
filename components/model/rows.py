"""Tables on disk, read strictly: every fault of a file at once, each with its place.

A table is a CSV file with a pydantic model per row. The model says once what each column means, what may stand in it
and how that is said to a reader; the reader, the writer and the published Table Schema all follow from it.
"""

import csv
import io
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from components.model.limits import MOST_FAULTS, MOST_NAMES_IN_CELL, MOST_UNKNOWN_COLUMNS

SEPARATOR = ";"

LONGEST_LIST = 600
"""Characters of what is allowed, in a message: some forty ids, more than anybody looks through."""

MOST_DIGITS = 9
"""Characters of a whole number: enough to count anything in an article, few enough for any table."""


class Fault(NamedTuple):
    """One thing that is wrong in a file: where it stands, what was found, and what to do."""

    file: str
    what: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f", line {self.line}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: {self.what}"


class FaultyFilesError(ValueError):
    """What was read is not usable. `faults` holds all that was found, not only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def found(value: object, allowed: str, advice: str = "") -> str:
    """The wording of a fault: what was found, what is allowed, what to do. Half a character is shown as �."""
    whole = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    said = "nothing" if value in ("", None) else f"“{shortened(whole)}”"
    return f"found {said}; allowed: {_few(allowed)}" + (f". {advice}" if advice else "")


def _few(allowed: str) -> str:
    """A list, or its beginning and how many more there are: a hostile article may have thousands of names."""
    if len(allowed) <= LONGEST_LIST:
        return allowed
    first = allowed[:LONGEST_LIST].rpartition(", ")[0] or allowed[:LONGEST_LIST]
    more = allowed.count(", ") - first.count(", ")
    return f"{first} and {more:,} more" if more else shortened(allowed, LONGEST_LIST)


def shortened(text: str, limit: int = 60) -> str:
    """The text, or its beginning where it is too long for a message."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


# --- What may stand in a cell -------------------------------------------------------------------


def _empty_as_none(value: Any) -> Any:
    return None if value == "" else value


def _split(value: Any) -> Any:
    if isinstance(value, str) and value.count(SEPARATOR) >= MOST_NAMES_IN_CELL:
        raise ValueError
    return tuple(value.split(SEPARATOR)) if isinstance(value, str) and value else tuple(value or ())


Several = Annotated[tuple[str, ...], BeforeValidator(_split)]
"""Several names in one cell, separated by semicolons; none is an empty cell."""

WholeOrNone = Annotated[int | None, BeforeValidator(_empty_as_none)]
NumberOrNone = Annotated[float | None, BeforeValidator(_empty_as_none)]


def column(meaning: str, allowed: str, **limits: Any) -> Any:
    """A column of a table: what it means, and in plain words what is allowed in it."""
    return Field(description=meaning, json_schema_extra={"allowed": allowed}, **limits)


class Row(BaseModel):
    """One line of a table. Subclasses name the columns, in their order.

    What stands in columns that a model does not know is carried with the row, and written again with it.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    @classmethod
    def columns(cls) -> list[str]:
        """The names of the columns, in order: a field's alias where it has one (`from` is no name in Python)."""
        return [field.alias or name for name, field in cls.model_fields.items()]

    @classmethod
    def allowed(cls, name: str) -> str:
        """What may stand in a column, in plain words."""
        extra = dict(zip(cls.columns(), cls.model_fields.values(), strict=True))[name].json_schema_extra
        return str(extra["allowed"]) if isinstance(extra, dict) else ""

    @classmethod
    def may_be_missing(cls) -> list[str]:
        """The columns whose cells may be empty: where the column itself is missing, they are."""
        named = zip(cls.columns(), cls.model_fields.values(), strict=True)
        return [name for name, field in named if _may_be_empty(field)]


R = TypeVar("R", bound=Row)


class Placed(NamedTuple, Generic[R]):
    """A row and the line of the file on which it begins."""

    line: int
    row: R


# --- Reading ------------------------------------------------------------------------------------


def decode(data: bytes, file: str) -> tuple[str, list[Fault]]:
    """UTF-8 text with line ends as they are; a byte order mark (Excel writes one) is taken off."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 (byte 0x{data[error.start]:02X}). Save it again with the encoding UTF-8"
        return "", [Fault(file, what, line)]


def read_rows(
    model: type[R],
    data: bytes,
    file: str,
    *,
    may_be_empty: bool = False,
    ages: bool = False,
    defaults: Mapping[str, str] | None = None,
) -> tuple[list[Placed[R]], list[Fault]]:
    """Read a table. Returns the good rows with their lines, and all faults.

    `defaults` say what an empty cell of a column stands for, while the table is still being filled. `ages`: the table may
    be of an earlier or a later version, so unknown columns are carried along and optional ones may be missing.

    A row with a fault is left out and reported; the rest is still returned, so that what hangs on it can be checked
    in the same go. Byte order mark and CRLF are accepted.
    """
    text, faults = decode(data, file)
    if faults:
        return [], faults
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _read(model, _with_lines(reader), file, defaults or {}, may_be_empty=may_be_empty, ages=ages)
    except csv.Error as error:
        what = f"is no readable CSV: {error}. A quotation mark may be missing or stray"
        return [], [Fault(file, what, reader.line_num)]


def unknown_columns(model: type[Row], data: bytes) -> tuple[str, ...]:
    """The columns of a table that its model does not know, in order; none where the table cannot be read."""
    try:
        header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True), [])
    except (csv.Error, UnicodeDecodeError):
        return ()
    return tuple(name for name in header if name not in model.columns())


def _with_lines(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it begins (a quoted cell may hold line ends)."""
    begins = 1
    for record in reader:
        if record:
            yield begins, record
        begins = reader.line_num + 1


def _read(
    model: type[R],
    records: Iterator[tuple[int, list[str]]],
    file: str,
    defaults: Mapping[str, str],
    *,
    may_be_empty: bool,
    ages: bool,
) -> tuple[list[Placed[R]], list[Fault]]:
    names = model.columns()
    header = next(records, (1, []))[1]
    optional = model.may_be_missing() if ages else []
    faults = _header_faults(header, names, file, optional=optional, ages=ages)
    if faults:
        return [], faults
    whole = _whole_numbers(model)
    rows: list[Placed[R]] = []
    read = 0
    for line, record in records:
        read += 1
        if len(faults) > MOST_FAULTS:
            break
        if len(record) != len(header):
            faults.append(Fault(file, f"found {len(record)} cells; the header has {len(header)}", line))
            continue
        cells = dict.fromkeys(optional, "") | dict(zip(header, record, strict=True))
        cells = {name: cell or defaults.get(name, "") for name, cell in cells.items() if cell or name in names}
        if beyond := [name for name in whole if len(cells[name]) > MOST_DIGITS]:
            faults += [Fault(file, found(cells[name], model.allowed(name)), line, name) for name in beyond]
            continue
        try:
            rows.append(Placed(line, model.model_validate(cells)))
        except ValidationError as error:
            faults += [_cell_fault(model, each, file, line) for each in error.errors()]
    if not read and not may_be_empty:
        faults.append(Fault(file, "has a header and no row"))
    return rows, first_faults(file, faults)


def _whole_numbers(model: type[Row]) -> list[str]:
    """The columns that hold whole numbers."""
    return [
        name
        for name, field in zip(model.columns(), model.model_fields.values(), strict=True)
        if _schema_type(field) == "integer"
    ]


def first_faults(file: str, faults: Iterable[Fault]) -> list[Fault]:
    """As many faults of a file as anybody could mend at once; where there are more, the last one says so."""
    listed = list(islice(faults, MOST_FAULTS + 1))
    if len(listed) <= MOST_FAULTS:
        return listed
    more = f"the first {MOST_FAULTS} faults are listed, and the rest was not looked at. Mend them first"
    return [*listed[:MOST_FAULTS], Fault(file, more)]


def _header_faults(
    header: list[str], names: list[str], file: str, *, optional: Sequence[str], ages: bool
) -> list[Fault]:
    if not header:
        return [Fault(file, f"is empty; the first line must name the columns: {', '.join(names)}", 1)]
    faults = [
        Fault(file, f"the column {name} is missing; the columns are {', '.join(names)}", 1)
        for name in names
        if name not in header and name not in optional
    ]
    unknown = [name for name in header if name not in names]
    if (
        not ages or faults or "" in unknown or len(unknown) > MOST_UNKNOWN_COLUMNS
    ):  # a misspelt name may be the missing one
        faults += [
            Fault(file, f"“{shortened(name)}” is no column of this table; the columns are {', '.join(names)}", 1)
            for name in unknown[: MOST_UNKNOWN_COLUMNS + 1]
        ]
    faults += [
        Fault(file, f"the column {shortened(name)} stands there twice", 1)
        for name, times in Counter(header).items()
        if times > 1 and (ages or name in names)
    ]
    return faults


def _cell_fault(model: type[Row], error: Any, file: str, line: int) -> Fault:
    name = str(error["loc"][0])
    value = error["input"] if isinstance(error["input"], str) else SEPARATOR.join(error["input"] or ())
    return Fault(file, found(value, model.allowed(name)), line, name)


def doubled_ids(file: str, placed: Sequence[Placed[Any]], name: str) -> list[Fault]:
    """A fault for each row whose key stands on an earlier row too."""
    first: dict[str, int] = {}
    doubled = (
        Fault(file, f"“{key}” stands already on line {first[key]}; each may stand once", line, name)
        for line, row in placed
        if first.setdefault(key := getattr(row, name), line) != line
    )
    return first_faults(file, doubled)


# --- Writing ------------------------------------------------------------------------------------


def write_rows(model: type[Row], rows: Iterable[Row], more: Sequence[str] = ()) -> bytes:
    """The table as CSV: UTF-8, LF, fixed columns, numbers to four decimals. The same rows give the same bytes.

    `more` are columns that the model does not know and the rows carry.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*model.columns(), *more])
    names = list(model.model_fields)
    for row in rows:
        carried = row.model_extra or {}
        writer.writerow([*(_cell(getattr(row, name)) for name in names), *(carried.get(name, "") for name in more)])
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value + 0.0:.4f}"  # + 0.0 turns a negative zero into zero
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return str(value)


# --- The same, for other tools ------------------------------------------------------------------


def table_schema(model: type[Row], *, primary_key: str | None = None) -> dict[str, Any]:
    """The Table Schema (Frictionless Standards, v1) of a table, made from its model."""
    fields = zip(model.columns(), model.model_fields.values(), strict=True)
    schema: dict[str, Any] = {"fields": [_schema_field(name, field) for name, field in fields]}
    if primary_key:
        schema["primaryKey"] = [primary_key]
    return schema


def _schema_field(name: str, field: FieldInfo) -> dict[str, Any]:
    extra = field.json_schema_extra
    allowed = extra["allowed"] if isinstance(extra, dict) else ""
    entry: dict[str, Any] = {
        "name": name,
        "type": _schema_type(field),
        "description": f"{field.description} Allowed: {allowed}.",
    }
    constraints: dict[str, Any] = {}
    if not _may_be_empty(field):
        constraints["required"] = True
    if typing.get_origin(field.annotation) is Literal:
        constraints["enum"] = [value for value in typing.get_args(field.annotation) if value]
    for limit in field.metadata:
        for ours, theirs in (("ge", "minimum"), ("le", "maximum"), ("pattern", "pattern")):
            if (bound := getattr(limit, ours, None)) is not None:
                constraints[theirs] = bound
    if constraints:
        entry["constraints"] = constraints
    return entry


def _may_be_empty(field: FieldInfo) -> bool:
    """Whether an empty cell is allowed: an empty number is None, an empty text must pass its limits."""
    if typing.get_origin(field.annotation) is Literal:
        return "" in typing.get_args(field.annotation)
    limited = any(hasattr(limit, "pattern") or getattr(limit, "min_length", 0) for limit in field.metadata)
    if field.annotation is str or typing.get_origin(field.annotation) is tuple:
        return not limited
    return type(None) in typing.get_args(field.annotation)


def _schema_type(field: FieldInfo) -> str:
    kinds = {field.annotation, *typing.get_args(field.annotation)}
    if int in kinds:
        return "integer"
    return "number" if float in kinds else "string"
