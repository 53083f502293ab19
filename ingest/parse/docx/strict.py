"""Word files saved as "Strict Open XML" → with the names of the usual form, which differ in nothing that is read here."""

from __future__ import annotations

import io
import re
import zipfile

_PEEK = 8192
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(re.escape(_STRICT) + rb"(\w+)/(\w+)")
_USUAL = b"http://schemas.openxmlformats.org/%s/2006/%s"


def as_usual(raw: bytes) -> bytes:
    """The bytes of a Word file whose archive was looked over, its parts' names in their usual form; unchanged if they are."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        with archive.open("word/document.xml") as file:
            if _STRICT not in file.read(_PEEK):
                return raw
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copy:
            for part in archive.infolist():
                content = archive.read(part)
                if part.filename.endswith((".xml", ".rels")):
                    content = _NAME.sub(lambda found: _USUAL % (found[1], found[2]), content)
                copy.writestr(part.filename, content)
    return written.getvalue()
