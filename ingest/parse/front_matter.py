"""Front matter and sidecar files → the metadata of a source, checked field by field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ingest.documents import Reference, ReviewStatus, Source, SourceAudience, SourceKind
from ingest.errors import MetadataError

SOURCE_ID = r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$"
_MOST_REFERENCES = 2000


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """The day of a moment, as programs write it at the head of what they export."""
    if isinstance(value, datetime):
        return value.date()
    match = _MOMENT.match(value) if isinstance(value, str) else None
    return match.group(1) if match else value


_MOMENT = re.compile(r"\s*(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")
Day = Annotated[date, BeforeValidator(_day)]
Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1, max_length=1000)]


class ReferenceEntry(BaseModel):
    """One entry of ``references:``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(ge=1, le=_MOST_REFERENCES)
    title: Line
    kind: Line | None = None
    publisher: Line | None = None
    year: int | None = Field(default=None, ge=1500, le=2200)
    url: Line | None = None


class FrontMatter(BaseModel):
    """The block between the ``---`` lines at the top of a Markdown document, or a ``.meta.yaml`` beside another file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source_id: str | None = Field(default=None, pattern=SOURCE_ID, max_length=120)
    title: Line | None = None
    publisher: Line | None = None
    kind: SourceKind | None = None
    audience: SourceAudience | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}(-[A-Z]{2})?$")
    published: Day | None = None
    updated: Day | None = None
    review_status: ReviewStatus | None = None
    review_note: Line | None = None
    url: Line | None = None
    licence: Line | None = None
    references: tuple[ReferenceEntry, ...] = Field(default=(), max_length=_MOST_REFERENCES)
    edition: Line | None = None
    supersedes: tuple[Annotated[str, Field(pattern=SOURCE_ID, max_length=120)], ...] | None = Field(
        default=None, max_length=20, description="Source ids of the older editions that this one takes the place of."
    )
    released: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="SHA-256 of the file whose quarantine a person has lifted; counts in a sidecar only.",
    )
    original: Line | None = Field(default=None, description="Name of the file that was added, in a sidecar.")

    def entries(self) -> tuple[Reference, ...]:
        """The reference list as the nouns have it."""
        return tuple(Reference(**entry.model_dump()) for entry in self.references)

    def applied_to(self, source: Source) -> Source:
        """``source`` with every field that is stated here put in, and no longer marked as inferred."""
        stated = {name: value for name in _SOURCE_FIELDS if (value := getattr(self, name)) is not None}
        inferred = tuple(name for name in source.inferred if name not in stated)
        return replace(source, **stated, inferred=inferred)


_SOURCE_FIELDS = (
    "source_id",
    "title",
    "publisher",
    "kind",
    "audience",
    "language",
    "published",
    "updated",
    "review_status",
    "review_note",
    "url",
    "licence",
    "edition",
    "supersedes",
)
_FENCED = re.compile(r"\A---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class _PlainLoader(yaml.SafeLoader):
    """YAML without anchors and aliases, which front matter never needs and which can blow up to gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not allowed", event.start_mark)
        return super().compose_node(parent, index)


_OF_OTHERS = frozenset(
    """aliases alias author authors bibliography categories category comments created created_at creation_date cssclass cssclasses
    csl date draft date_created date_modified header-includes hide icon id institute keywords last_modified last_modified_at
    last_updated lastmod layout license linktitle menu modified nav_order order output owner pagination_label pagination_next
    parent permalink position publication_date publish publish_date published_at redirect_from reviewed robots search sidebar
    sidebar_label sidebar_position site_name slug source source_url sources status subject subtitle summary tag tags template
    theme toc toc_depth type uid updated_at version weight""".split()
)
"""What notebooks and site generators write at the head of a Markdown file for themselves."""


_OWN = frozenset("source_id kind audience review_status review_note supersedes references released original licence".split())
"""Fields that no other program writes: a front matter that holds one was written for Vouch, and a field misspelled is told."""
TOLD_BY_OTHERS = frozenset({"title", "publisher", "language", "published", "updated", "url"})
"""Fields that other programs write as well, and that say nothing of a document's standing."""
_DAYS = ("published", "updated")
_ORGANISATIONS = ("organisation", "organization", "institution", "company", "publisher")
_PLACES = ("source", "source_url")
"""Where web clippers write the address of the page that they saved."""
_LIKE = 0.8


def other_fields(body: str, *, path: Path) -> tuple[str, ...]:
    """The fields of a front matter that mean something to other programs only, as they stand there.

    Where none of its fields is of this program alone, those are all that it doesn't know, save what is nearly one that it does.
    """
    values = _load(body, path=path, first_line=2)
    names = [str(name) for name in values if str(name) not in FrontMatter.model_fields]
    if _OWN.isdisjoint(map(str, values)):
        known = list(FrontMatter.model_fields)
        # "published: true" says that a page is shown, not on which day that began.
        flags = tuple(name for name in _DAYS if isinstance(values.get(name), bool))
        others = (name for name in names if _plain(name) in _OF_OTHERS or not get_close_matches(_plain(name), known, 1, _LIKE))
        return (*others, *flags)
    return tuple(name for name in names if _plain(name) in _OF_OTHERS)


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _told(body: str, *, path: Path) -> dict[str, str]:
    """The organisation and the address that another program's front matter names, as publisher and url; empty without them."""
    values = _load(body, path=path, first_line=2)
    if not _OWN.isdisjoint(map(str, values)):
        return {}
    named = (values.get(name) for name in _ORGANISATIONS)
    publisher = next((one for one in named if isinstance(one, str) and one.strip()), "")
    places = (values.get(name) for name in _PLACES)
    url = next((one.strip() for one in places if isinstance(one, str) and re.match(r"https?://\S+$", one.strip())), "")
    return {name: value for name, value in (("publisher", publisher), ("url", url)) if value}


def split_front_matter(text: str, *, path: Path) -> tuple[FrontMatter | None, int]:
    """The front matter of a Markdown text and the offset where the body starts; ``(None, 0)`` for a text without any.

    Raises:
        MetadataError: the block is not closed, is no YAML, or a field is wrong; names file, line or field, and the mend.
    """
    match = _FENCED.match(text)
    if match is None:
        if re.match(r"---[ \t]*\n\s*\w+[ \t]*:", text):
            message = f"{path}: the front matter is not closed. End it with a line `---`."
            raise MetadataError(message)
        return None, 0
    body = match.group("body")
    front = read_metadata(body, path=path, first_line=2, without=other_fields(body, path=path))
    told = {name: value for name, value in _told(body, path=path).items() if not getattr(front, name)}
    return front.model_copy(update=told), match.end()


def warn_of_others(text: str, *, path: Path) -> tuple[str, ...]:
    """A warning that names the fields of the front matter that were left aside; empty without any."""
    match = _FENCED.match(text)
    names = other_fields(match.group("body"), path=path) if match else ()
    named = ", ".join(f"`{name}`" for name in names)
    return (f"the front matter holds {named}, which other programs read: left aside",) if names else ()


def read_metadata(body: str, *, path: Path, first_line: int = 1, without: tuple[str, ...] = ()) -> FrontMatter:
    """A YAML text as metadata, the fields ``without`` left aside; see ``split_front_matter``."""
    values = _load(body, path=path, first_line=first_line)
    try:
        return FrontMatter.model_validate({name: value for name, value in values.items() if str(name) not in without})
    except ValidationError as error:
        raise MetadataError(_explain(error, path)) from error


def _load(body: str, *, path: Path, first_line: int) -> dict[Any, Any]:
    """A YAML text as fields and values."""
    try:
        values = yaml.load(body, Loader=_PlainLoader)  # noqa: S506 - a SafeLoader that allows less
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + first_line}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        message = f"{path}{where}: the front matter is not valid YAML ({problem}). Quote values that hold a colon, and mend it."
        raise MetadataError(message) from error
    if values is None:
        values = {}
    if not isinstance(values, dict):
        message = f"{path}: the front matter must be `field: value` lines, not a {type(values).__name__}."
        raise MetadataError(message)
    return values


def _explain(error: ValidationError, path: Path) -> str:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = ", ".join(name for name in FrontMatter.model_fields if name not in {"original", "released"})
        return f"{path}: unknown field `{field}`. Known fields: {known}."
    mend = {
        "review_status": "one of: " + ", ".join(status.value for status in ReviewStatus),
        "kind": "one of: " + ", ".join(kind.value for kind in SourceKind),
        "audience": "one of: " + ", ".join(audience.value for audience in SourceAudience),
        "updated": "a date such as 2025-10-30, or null",
        "published": "a date such as 2025-10-30, or null",
        "source_id": "small letters, digits and hyphens",
        "language": "a code such as en",
    }.get(field, first["msg"])
    return f"{path}: `{field}` is wrong ({str(first.get('input'))[:80]!r}). It must be {mend}."
