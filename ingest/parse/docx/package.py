"""Looks a Word file's ZIP archive over before anything is unpacked: bombs, entity declarations, odd names."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from ingest.errors import UnreadableDocumentError

_MOST_BYTES = 300 * 1024 * 1024
_MOST_PARTS = 5000
_MOST_RATIO = 300
_LEAST_FOR_RATIO = 5 * 1024 * 1024
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PEEK = 8192


def check_package(raw: bytes, path: Path) -> None:
    """Refuse an archive that is damaged, blows up when unpacked, or declares XML entities.

    Raises:
        UnreadableDocumentError: says which of these it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            total = sum(part.file_size for part in parts)
            packed = max(sum(part.compress_size for part in parts), 1)
            if len(parts) > _MOST_PARTS or total > _MOST_BYTES or (total > _LEAST_FOR_RATIO and total / packed > _MOST_RATIO):
                message = (
                    f"{path} would unpack to {total / 1e6:.0f} MB in {len(parts)} parts, like a ZIP bomb, and was refused."
                    " Open it in a word processor and save it anew."
                )
                raise UnreadableDocumentError(message)
            if "word/document.xml" not in archive.namelist():
                message = f"{path} is a ZIP archive but no Word document. Save it as .docx and add that."
                raise UnreadableDocumentError(message)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if _DECLARATION.search(file.read(_PEEK)):
                            message = f"{path} declares XML entities, which no word processor writes; it was refused."
                            raise UnreadableDocumentError(message)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        message = f"{path} is no readable .docx file ({error}). Open it in a word processor and save it anew."
        raise UnreadableDocumentError(message) from error
