"""What notebooks and wikis add to Markdown: quotes and boxes, folded parts, footnotes, terms with definitions, links to pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.documents import Mark, Span
from ingest.sentences import split_sentences

NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\S)")
SUMMARY = re.compile(r"[ \t]*(?:<details[^>]*>[ \t]*)?<summary[^>]*>(?P<title>.*?)</summary>[ \t]*$", re.IGNORECASE)
"""The words that fold a part of the page out."""
FOLD_ENDS = re.compile(r"</details>", re.IGNORECASE)
_TAG = r"</?(?:details|summary|div|span|section|br|hr|p|center|a|sup|sub)\b[^>]*>"
TAGS = re.compile(rf"[ \t]*(?:{_TAG}[ \t]*)+$|[ \t]*\{{:?[ \t]*[.#][\w .#=-]+\}}[ \t]*$|" + SUMMARY.pattern, re.IGNORECASE)
"""A line of tags or of a block's class and no words, or one that folds out."""
BOX = re.compile(
    r"[ \t]*(?:\[!\w+\][+-]?|:{3,}.*|(?:!!!|\?\?\?)\+?[ \t]+\w+(?:[ \t]+\"[^\"]*\")?|"
    r"(?P<mark>\*\*|__)(?:note|tip|info|important|warning|caution|nota|aviso|importante)[:.!]?(?P=mark)[:.!]?)[ \t]*$",
    re.IGNORECASE,
)
"""The line that opens or closes a box and only says of which kind it is."""
NAMED_BOX = re.compile(
    r"(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?)\+?[ \t]+[\w -]+?[ \t]+\"(?P<quoted>[^\"]+)\"|"
    r":{3,}[ \t]*\w+(?:[ \t]+(?P<behind>[^\s{\[][^{}\[\]]*)|[ \t]*\[(?P<bracketed>[^\]]+)\]))[ \t]*$"
)
"""The line that opens a box with a name of its own: what stands further in below it, or before the line that closes it."""
BOX_TITLE = re.compile(r"[ \t]*\[!\w+\][+-]?[ \t]+(?=\S)")
"""The mark of a box that has a name of its own behind it, which belongs to what it says."""
STRUCK = re.compile(r"~~(?=\S)[^~]{1,400}~~|<(?:del|s|strike)>.{1,400}?</(?:del|s|strike)>", re.IGNORECASE | re.DOTALL)
_STRUCK_MARK = re.compile(r"~~|</?(?:del|s|strike)>", re.IGNORECASE)
_LINK = r"\[[^\]]+\]\([^)]*\)"
WAYS = re.compile(rf"[ \t]*(?:{_LINK}[ \t]*[/>»›|·][ \t]*){{2,}}(?:{_LINK}|[*_]*[^\[\].!?]{{1,80}}[*_]*)[ \t]*$")
"""The way through a site to the page."""
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]+")
DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
CALLED = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_LINKS = re.compile(r"(?:\W*(?:\[\[[^\]]+\]\]|\[[^\]]+\]\([^)]*\)|<https?://[^>]+>|https?://\S+))+\W*$")
_LONGEST_ROW = 2000
_BUTTON = re.compile(_LINK)
_CODE = re.compile(
    r"[{};]\s*$|=>|</\w+>|"
    r"^\s*(?:import|from|def|class|function|var|let|const|return|if \(|for \(|#include|#!|\$|>>>|SELECT|sudo|pip|npm)(?:\s|$)",
    re.MULTILINE,
)
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none"})


def without_quote_marks(text: str, start: int) -> str:
    """``text`` with the marks of quotes behind ``start`` as spaces, so that no ">" stands in a quoted sentence.

    A ">" before a figure stays where the line above is no quote: there a sentence goes on with "greater than".
    """

    def blank(match: re.Match[str]) -> str:
        above = text[: match.start()].removesuffix("\n").rpartition("\n")[2]
        goes_on = bool(above.strip()) and not _QUOTE.match(above)
        is_figure = text[match.end() : match.end() + 1].isdigit()
        return match.group(0) if match.start() < start or (goes_on and is_figure) else " " * len(match.group(0))

    return _QUOTE.sub(blank, text)


def note_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """The marks that call footnotes in ``text[start:end]``; they are no numbers of a reference list."""
    return tuple(Mark(span=Span(start=match.start(), end=match.end()), numbers=()) for match in CALLED.finditer(text, start, end))


def not_struck(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[Span]]:
    """The parts of a block whose sentences hold nothing that is struck out, and the others: what is taken back is no evidence."""
    if not STRUCK.search(text, start, end):
        return [(start, end)], []
    kept: list[tuple[int, int]] = []
    struck: list[Span] = []
    taken = [match.span() for match in STRUCK.finditer(text, start, end)]
    # The marks behind a stop would tie its sentence to the next.
    plain = _STRUCK_MARK.sub(lambda mark: " " * len(mark[0]), text[start:end])
    for begin, stop in split_sentences(plain):
        if any(first < start + stop and start + begin < last for first, last in taken):
            struck.append(Span(start=start + begin, end=start + stop))
        elif kept and kept[-1][1] >= start + begin - 1:
            kept[-1] = (kept[-1][0], start + stop)
        else:
            kept.append((start + begin, start + stop))
    return kept, struck


def only_links(words: str) -> bool:
    """Whether an item is nothing but ways to other pages."""
    return _LINKS.match(words.strip()) is not None


def box_name(line: str) -> tuple[str, Callable[[str], bool]] | None:
    """The name of the box that a line opens, and what tells the line that stands outside of it; None for any other line."""
    match = NAMED_BOX.match(line)
    if match is None:
        return None
    indent = len(match["indent"])
    title = str(match["quoted"] or match["behind"] or match["bracketed"]).strip()
    return title, _closes_box if match["quoted"] is None else lambda other: len(other) - len(other.lstrip()) <= indent


def _closes_box(line: str) -> bool:
    return line.strip().startswith(":::")


def is_row_of_links(line: str) -> bool:
    """Whether a line is several links without a word between them: buttons of a page."""
    return len(line) <= _LONGEST_ROW and len(_BUTTON.findall(line)) > 1 and only_links(line)


def reads_as_text(language: str, lines: Sequence[str]) -> bool:
    """Whether a fenced block holds words for a reader, such as a formula, and no code."""
    return language.lower() in _PLAIN and not _CODE.search("\n".join(lines))
