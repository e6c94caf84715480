"""Rows as tables of Arrow, Polars and pandas, which are loaded only here (`pip install 'detente[data]'`)."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.formats.tables import Column, Kind, Row
from detente.model import SettingsError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

BATCH = 10_000


def to_arrow(columns: Sequence[Column], rows: Iterable[Row]) -> pyarrow.Table:
    """An Arrow table.

    Args:
        columns: `tables.ENTRY_COLUMNS` or `EVENT_COLUMNS`.
        rows: as `tables.entry_rows` or `event_rows` give them.
    Raises: SettingsError where pyarrow is not installed.
    """
    arrow = _library("pyarrow")
    schema = _schema(arrow, columns)
    return arrow.Table.from_batches(_batches(arrow, schema, rows), schema)


def to_polars(columns: Sequence[Column], rows: Iterable[Row]) -> polars.DataFrame:
    """A Polars data frame; see `to_arrow`."""
    library = _library("polars")
    return library.from_arrow(to_arrow(columns, rows))


def to_pandas(columns: Sequence[Column], rows: Iterable[Row]) -> pandas.DataFrame:
    """A pandas data frame; see `to_arrow`."""
    _library("pandas")
    return to_arrow(columns, rows).to_pandas(date_as_object=False)


def write_parquet(columns: Sequence[Column], rows: Iterable[Row], path: Path) -> int:
    """Write a Parquet file batch by batch; return the number of rows.

    Raises: SettingsError where pyarrow is not installed; OSError where the file cannot be written.
    """
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    schema, count = _schema(arrow, columns), 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as file:
        for batch in _batches(arrow, schema, rows):
            file.write_batch(batch)
            count += batch.num_rows
    return count


def _batches(arrow: Any, schema: Any, rows: Iterable[Row]) -> Iterable[Any]:
    rest = iter(rows)
    while some := list(islice(rest, BATCH)):
        yield arrow.RecordBatch.from_pylist([_plain(row) for row in some], schema)


def _plain(row: Row) -> Row:
    """Half characters, as some feeds have them, are no text to Arrow: a question mark stands for each."""
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    return [_text(item) for item in value] if isinstance(value, list) else value


def _schema(arrow: Any, columns: Sequence[Column]) -> Any:
    kinds: dict[Kind, Any] = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "day": arrow.date32(),
        "time": arrow.timestamp("us", "UTC"),
        "count": arrow.int64(),
        "counts": arrow.list_(arrow.int64()),
        "number": arrow.float64(),
    }
    return arrow.schema([(column.name, kinds[column.kind]) for column in columns])


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SettingsError(f"{name.partition('.')[0]} is not installed; pip install 'detente[data]'") from error
