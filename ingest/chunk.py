"""Document → Passages and Statements: never across a section, bullets whole, exact spans. Pure.

Every statement carries what a reader of the page would have above it: the headings, the lead-in lines and parent bullets, and,
when it leans on the sentence before it, that sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from ingest.documents import Block, BlockKind, Document, Mark, Passage, Section, Span, Statement
from ingest.sentences import (
    asserts,
    core_end,
    is_tag,
    leans_back,
    open_tail,
    opens_with_pronoun,
    points_elsewhere,
    split_sentences,
)
from ingest.topic import topics_of

PASSAGE_WORDS = 220
"""Longest passage in words; all-MiniLM-L6-v2 reads 256 word pieces."""
_MOST_ROWS = 60
CHUNK_VERSION = 6
"""Raise it when a change to this file moves spans or ids, so that older indexes are rebuilt."""
SEPARATOR = " › "


@dataclass(slots=True)
class _Unit:
    """A statement to be, with the place where its introduction starts."""

    statement: Statement
    opens: int


@dataclass(slots=True)
class _Above:
    """What stands above a block: lead-in lines, parent bullets, the bullet before it, its shape; and whether a list has begun."""

    leads: list[str] = field(default_factory=list)
    parents: list[tuple[int, str]] = field(default_factory=list)
    items: dict[int, str] = field(default_factory=dict)
    listed: bool = False
    shape: BlockKind | None = None

    def lead_in(self) -> str:
        return SEPARATOR.join([*self.leads, *(text for _, text in self.parents)])

    def clear(self) -> None:
        self.leads.clear()
        self.parents.clear()
        self.items.clear()
        self.listed = False

    def introduce(self, text: str) -> None:
        """A further lead-in line: inside the one just before it, or in place of the one whose list has been read."""
        if self.listed and self.leads:
            self.leads.pop()
        self.parents.clear()
        self.items.clear()
        self.leads.append(text)
        self.listed = False

    def enter(self, depth: int) -> None:
        """A bullet of that depth starts: parents as deep or deeper are over."""
        while self.parents and self.parents[-1][0] >= depth:
            self.parents.pop()
        self.items = {other: text for other, text in self.items.items() if other <= depth}


def cut(document: Document) -> tuple[tuple[Passage, ...], tuple[Statement, ...]]:
    """The passages and statements of ``document``, each in the order of the text; two empty tuples for a document without blocks.

    Ids hold the source id and a hash of what the statement or passage says and stands under, so unchanged text keeps its id
    when the document changes elsewhere.
    """
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    statements: list[Statement] = []
    for section in document.sections:
        for group in _groups(document, list(_units(document, section))):
            passage, members = _passage(document, section, group, seen)
            passages.append(passage)
            statements += members
    topics = topics_of(document, statements)
    ordered = enumerate(zip(statements, topics, strict=True))
    return tuple(passages), tuple(replace(one, order=order, topic=topic) for order, (one, topic) in ordered)


def _passage(
    document: Document, section: Section, group: list[_Unit], seen: Counter[str]
) -> tuple[Passage, tuple[Statement, ...]]:
    """The passage that a run of statements makes, and those statements with their ids."""
    source_id = document.source.source_id
    span = Span(start=group[0].opens, end=max(unit.statement.span.end for unit in group))
    text = document.text[span.start : span.end]
    passage_id = _identify(source_id, "p", (*section.heading_path, text), seen)
    members = tuple(
        replace(unit.statement, statement_id=_identify(source_id, "s", _key(unit.statement), seen), passage_id=passage_id)
        for unit in group
    )
    passage = Passage(
        passage_id=passage_id,
        source_id=source_id,
        heading_path=section.heading_path,
        span=span,
        text=text,
        statement_ids=tuple(member.statement_id for member in members),
        page=next((member.page for member in members if member.page is not None), None),
    )
    return passage, members


def _key(statement: Statement) -> tuple[str, ...]:
    """What makes a statement the one it is: its words and what it stands under."""
    return (*statement.heading_path, statement.lead_in, statement.text)


def _identify(source_id: str, letter: str, key: tuple[str, ...], seen: Counter[str]) -> str:
    """A stable id; the second and later twin of one document get a counter."""
    name = f"{source_id}.{letter}{sha256(chr(31).join(key).encode()).hexdigest()[:10]}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _groups(document: Document, units: list[_Unit]) -> Iterator[list[_Unit]]:
    """Runs of statements of one section that fit a passage, as even as whole statements allow."""
    group: list[_Unit] = []
    for unit in units:
        if group and (_is_full(document, group, unit) or _holds_quarantine(document, group[0].opens, unit.statement.span.end)):
            yield group
            group = []
        if _holds_quarantine(document, unit.opens, unit.statement.span.start):
            unit.opens = unit.statement.span.start
        group.append(unit)
    if group:
        yield group


def _is_full(document: Document, group: list[_Unit], unit: _Unit) -> bool:
    """Whether a further statement would make a passage too long. The rows of a table stay together: the whole is shown."""
    if unit.statement.kind is group[-1].statement.kind is BlockKind.TABLE_ROW and len(group) < _MOST_ROWS:
        return False
    return len(document.text[group[0].opens : unit.statement.span.end].split()) > PASSAGE_WORDS


def _holds_quarantine(document: Document, start: int, end: int) -> bool:
    """Whether something that must not be cited stands between two offsets: no passage may hold it."""
    return any(aside.span.start < end and start < aside.span.end for aside in document.quarantine)


def _units(document: Document, section: Section) -> Iterator[_Unit]:
    above = _Above()
    opens: int | None = None
    for position, block in enumerate(section.blocks):
        text = document.text[block.span.start : block.span.end]
        following = section.blocks[position + 1] if position + 1 < len(section.blocks) else None
        start = block.span.start if opens is None else opens
        made = list(_statements(document, section, block, following, above))
        for statement in made:
            yield _Unit(statement=statement, opens=start)
            start = statement.span.start
        opens = None if made else start
        _remember(above, block, text, following)


def _statements(
    document: Document, section: Section, block: Block, following: Block | None, above: _Above
) -> Iterator[Statement]:
    """The statements of one block, their ids still empty."""
    if block.kind is BlockKind.PARAGRAPH or _changes_shape(above, block):
        above.clear()
    else:
        above.enter(block.depth)
    if block.kind is BlockKind.LEAD_IN:
        yield from _assertion(document, section, block, above, following)
        return
    lead_in = SEPARATOR.join(part for part in (above.lead_in(), _column_heads(document, block)) if part)
    before = last = above.items.get(block.depth, "") if block.kind is BlockKind.BULLET else ""
    for span, numbers in _pieces(document, block):
        text = document.text[span.start : span.end]
        if points_elsewhere(text) or is_tag(text) or not any(character.isalpha() for character in text):
            continue
        is_leaning = bool(before) and leans_back(text)
        yield _statement(document, section, block, span, lead_in, before if is_leaning else "", numbers)
        if not (is_leaning and opens_with_pronoun(text)):
            # What the next one leans on may itself lean: "Drug A helps some women. That is, … Drug B is given to these women."
            before, last = f"{last} {text}".strip() if is_leaning else text, text


def _column_heads(document: Document, block: Block) -> str:
    """The column heads of a row whose own words don't repeat them, as in Markdown; empty for every other block."""
    text = document.text[block.span.start : block.span.end].lower()
    heads = [head for head, _ in block.cells if head]
    return "" if all(head.lower() in text for head in heads[1:]) else " | ".join(heads)


def _assertion(document: Document, section: Section, block: Block, above: _Above, following: Block | None) -> Iterator[Statement]:
    """A lead-in's own statement, if it says something whole; an orphan's open tail (", such as") is left out."""
    text = document.text[block.span.start : block.span.end]
    is_orphan = following is None or following.kind is BlockKind.PARAGRAPH
    end = open_tail(text) if is_orphan else len(text)
    if asserts(text[:end]) and not points_elsewhere(text):
        replaces = above.listed and not _is_parent(block, following)
        above_it = above.leads[:-1] if replaces else above.leads
        lead_in = SEPARATOR.join([*above_it, *(parent for _, parent in above.parents)])
        span = Span(start=block.span.start, end=block.span.start + end)
        yield _statement(document, section, block, span, lead_in, "", block.reference_numbers)


def _statement(
    document: Document, section: Section, block: Block, span: Span, lead_in: str, antecedent: str, numbers: tuple[int, ...]
) -> Statement:
    return Statement(
        statement_id="",
        source_id=document.source.source_id,
        passage_id="",
        span=span,
        text=document.text[span.start : span.end],
        heading_path=section.heading_path,
        numbered_path=section.numbered_path,
        lead_in=lead_in,
        antecedent=antecedent,
        reference_numbers=numbers,
        page=block.page if block.page is not None else section.page,
        kind=block.kind,
    )


def _pieces(document: Document, block: Block) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """The sentences of a block with their reference numbers; a table row is one piece.

    A mark credits the sentence that it follows or stands in. Numbers at the end of a bullet credit all of it, at the end of a
    paragraph the last sentence only: that is as much as the page says.
    """
    if block.kind is BlockKind.TABLE_ROW:
        yield block.span, block.reference_numbers
        return
    start = block.span.start
    text = _masked(document.text[start : block.span.end], block.marks, start)
    sentences = split_sentences(text)
    for position, (begin, end) in enumerate(sentences):
        until = sentences[position + 1][0] if position + 1 < len(sentences) else len(text)
        numbers = [number for mark in block.marks if begin <= mark.span.start - start < until for number in mark.numbers]
        if block.kind is BlockKind.BULLET or position == len(sentences) - 1:
            numbers += block.reference_numbers
        words_end = _without_mark(text, block.marks, start, begin, end)
        core = core_end(text[begin:words_end])
        yield Span(start=start + begin, end=start + begin + core), tuple(dict.fromkeys(numbers))


def _without_mark(text: str, marks: tuple[Mark, ...], offset: int, begin: int, end: int) -> int:
    """Where a sentence ends without a mark before its stop ("… [1]."); ``text`` is masked, so the mark is blank in it."""
    last = next((mark for mark in reversed(marks) if begin < mark.span.start - offset and mark.span.end - offset <= end), None)
    if last is None or text[last.span.end - offset : end].strip(" .!?;,"):
        return end
    return begin + len(text[begin : last.span.start - offset].rstrip())


def _masked(text: str, marks: tuple[Mark, ...], offset: int) -> str:
    """``text`` with its reference marks blanked out, every other character in its place."""
    for mark in marks:
        begin, end = mark.span.start - offset, mark.span.end - offset
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _changes_shape(above: _Above, block: Block) -> bool:
    """Whether a list ends where a table begins, or the other way round: what introduced the one doesn't introduce the other."""
    shapes = {BlockKind.BULLET, BlockKind.TABLE_ROW}
    return above.listed and above.shape in shapes and block.kind in shapes and above.shape is not block.kind


def _is_parent(block: Block, following: Block | None) -> bool:
    return following is not None and following.depth > block.depth


def _remember(above: _Above, block: Block, text: str, following: Block | None) -> None:
    """Note what ``block`` means for the blocks below it."""
    above.shape = block.kind
    if block.kind is BlockKind.LEAD_IN and not _is_parent(block, following):
        above.introduce(text)
        return
    if block.kind in {BlockKind.BULLET, BlockKind.LEAD_IN} and _is_parent(block, following):
        above.parents.append((block.depth, text))
    if block.kind is BlockKind.BULLET:
        above.items[block.depth] = text
    if block.kind is not BlockKind.PARAGRAPH:
        above.listed = True
