"""Documents in, their statements by text out, for tests of how documents are read."""

from pathlib import Path

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file


def statements_of(document: Document) -> dict[str, Statement]:
    """The statements of a document by their texts, spaces made one."""
    return {" ".join(one.text.split()): one for one in cut(document)[1]}


def text_file(folder: Path, name: str, text: str) -> tuple[Document, dict[str, Statement]]:
    """A file of text written and read again, with its statements."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = parse_file(path)
    return document, statements_of(document)
