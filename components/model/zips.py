"""Zip files that are written the same every time."""

import io
import zipfile
from collections.abc import Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of all files inside: the earliest that the format knows, so that the same contents give the same bytes."""


def to_zip(contents: Mapping[str, bytes]) -> bytes:
    """Files by name as one zip file, in their order. The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
