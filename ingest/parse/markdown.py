"""Markdown with or without front matter → Document.

Reads the shapes that documents use: headings, paragraphs, nested lists, tables, quotes, and what notebooks add to them. Code,
comments and images are set aside as furniture. Not a full CommonMark parser, because none of those gives the exact offset of each
piece of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.documents import Document, Reference, Source
from ingest.parse.converted import without_leftovers
from ingest.parse.front_matter import TOLD_BY_OTHERS, FrontMatter, split_front_matter, warn_of_others
from ingest.parse.markdown_headings import HEADING, UNDERLINE
from ingest.parse.markdown_lines import TABLE_RULE
from ingest.parse.markdown_reader import Reader
from ingest.parse.notebook import without_quote_marks
from ingest.parse.own_standing import infer_standing
from ingest.parse.slug import slug
from ingest.parse.typed import without_frames

_LEAST_HEADINGS = 2
_LONGER = 4


def parse_markdown(raw: str, *, path: Path, sha256: str = "") -> Document:
    """``raw`` (a whole Markdown text, already normalised) as a Document; fields that front matter leaves out are inferred."""
    front, body = split_front_matter(raw, path=path)
    raw = without_leftovers(raw, body)
    is_bare = front is None or not front.model_fields_set - TOLD_BY_OTHERS
    text = without_frames(without_quote_marks(raw, body), body)
    reader = Reader(text, body, is_bare=is_bare, raw=raw)
    reader.read()
    source = _source(front or FrontMatter(), reader, path=path, sha256=sha256, is_bare=is_bare)
    references: tuple[Reference, ...] = front.entries() if front else ()
    return Document(
        source=source,
        text=text,
        sections=reader.outline.sections(len(text)),
        references=references,
        furniture=tuple(reader.furniture),
        warnings=(*warn_of_others(raw, path=path), *dict.fromkeys(reader.warnings)),
    )


def has_marks(text: str) -> bool:
    """Whether a plain text has what only Markdown has: fields at its top, marked headings, or pipes below a heading."""
    marked, underlined, tables = _count_marks(text)
    return text.startswith("---\n") or marked >= _LEAST_HEADINGS or (tables > 0 and marked + underlined > 0)


def looks_like_markdown(text: str) -> bool:
    """Whether a plain-text file is written in Markdown: with marked or underlined headings, or a table of pipes."""
    marked, underlined, tables = _count_marks(text)
    return marked >= _LEAST_HEADINGS or underlined >= _LEAST_HEADINGS or (tables > 0 and marked + underlined > 0)


def _count_marks(text: str) -> tuple[int, int, int]:
    """How many headings with marks, headings with strokes below them, and tables of pipes a text has."""
    lines = text.split("\n")
    marked = sum(HEADING.match(line) is not None for line in lines)
    ruled = [position for position, line in enumerate(lines[1:], start=1) if lines[position - 1].strip()]
    underlined = sum(_is_underlined(lines, n) for n in ruled)
    tables = sum("|" in lines[n] and "|" in lines[n - 1] and TABLE_RULE.match(lines[n]) is not None for n in ruled)
    return marked, underlined, tables


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    """Whether strokes stand below a line that stands alone, no longer than it is: a rule across the page is longer."""
    above = lines[number - 1].strip()
    is_alone = number == 1 or not lines[number - 2].strip()
    is_stroke = UNDERLINE.match(lines[number]) is not None and "|" not in above
    return is_stroke and is_alone and len(lines[number].strip()) <= len(above) + _LONGER


def _source(front: FrontMatter, reader: Reader, *, path: Path, sha256: str, is_bare: bool) -> Source:
    """What the front matter states; where it states nothing of the document's standing, what the page says of itself."""
    title = reader.title or path.stem.replace("-", " ").replace("_", " ").strip() or path.name
    inferred = tuple(name for name in ("source_id", "title") if getattr(front, name) is None)
    guess = Source(source_id=slug(path.stem) or "document", title=title, path=str(path), sha256=sha256, inferred=inferred)
    if is_bare:
        aside = [reader.text[span.start : span.end] for span in reader.furniture]
        guess = infer_standing(guess, body=reader.text[reader.body :], around=aside)
    return front.applied_to(guess)
