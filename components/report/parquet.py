"""The statements as Parquet: typed columns, for pandas, DuckDB, R and the like."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from components.model.safe import whole_text
from components.report.tables import COLUMNS, TYPES, Provenance


def to_parquet(rows: Sequence[Mapping[str, Any]], provenance: Provenance) -> bytes:
    """The columns of all exports; `whole` is int64, `number` float64, all else a string. Its metadata say what is shown."""
    import pyarrow as pa  # both are heavy, and asked for here alone
    import pyarrow.parquet as pq

    types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
    about = {name: whole_text(str(value)) for name, value in provenance._asdict().items()}
    fields = [
        pa.field(name, types[TYPES.get(name, "text")], metadata={"meaning": meaning})
        for name, meaning in COLUMNS.items()
    ]
    columns = [[_whole(row[name]) for row in rows] for name in COLUMNS]
    out = io.BytesIO()
    pq.write_table(pa.table(columns, schema=pa.schema(fields, metadata=about)), out)
    return out.getvalue()


def _whole(value: Any) -> Any:
    return whole_text(value) if isinstance(value, str) else value
