"""The white between two columns of a PDF page, by the page's own words or by the other pages of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.parse.pdf.beside import split_margin
from ingest.parse.pdf.words import Word

_BIN = 2.0
_LEAST_BOTH = 0.35
_MOST_CROSSING = 0.35
_LEAST_WORDS = 40
_SAME_PLACE = 8.0
_LEAST_ROWS = 3
_FILLED = 0.7
_NARROW = 60.0


@dataclass(frozen=True, slots=True)
class Gutter:
    """The gap between two columns: its centre, its width, and where the right column begins."""

    x: float
    width: float
    start: float


def page_gutters(pages: Sequence[Sequence[Word]]) -> list[Gutter | None]:
    """The gutter of each page; a page whose columns are too uneven to show it has that of the other pages, if it fits."""
    texts = [split_margin(words, ())[0] for words in pages]
    found = [find_gutter(text) if len(text) >= _LEAST_WORDS else None for text in texts]
    counts = Counter(round(gutter.start / _SAME_PLACE) for gutter in found if gutter is not None)
    if not counts:
        return found
    usual_place = counts.most_common(1)[0][0]
    usual = next(gutter for gutter in found if gutter is not None and round(gutter.start / _SAME_PLACE) == usual_place)
    return [own or (usual if _fits(words, usual) else None) for words, own in zip(pages, found, strict=True)]


def gutter_inside(words: Sequence[Word], known: Iterable[Gutter], left: float, right: float) -> Gutter | None:
    """The gutter of another page that divides what stands between ``left`` and ``right`` as well: a page of three columns."""
    inside = (gutter for gutter in known if left + _NARROW < gutter.x < right - _NARROW)
    return next((gutter for gutter in inside if _fits(words, gutter)), None)


def _fits(words: Sequence[Word], gutter: Gutter) -> bool:
    """Whether a page has text on both sides of another page's gutter, the right column beginning at the same place."""
    text = [word for word in words if word.table < 0]
    crossing = _bins(word for word in text if word.x0 < gutter.x - 1 and word.x1 > gutter.x + 1)
    lefts = _bins(word for word in text if word.x1 <= gutter.x + 1) - crossing
    rights = [word for word in text if word.x0 >= gutter.x - 1 and not _bins([word]) & crossing]
    if not rights or len(crossing) > _MOST_CROSSING * len(_bins(text)):
        return False
    is_aligned = abs(min(word.x0 for word in rights) - gutter.start) <= _SAME_PLACE
    return is_aligned and bool(lefts & _bins(rights))


def find_gutter(words: Sequence[Word]) -> Gutter | None:
    """The gap between two columns, which hardly a line crosses, with text on both sides; else None."""
    text = [word for word in words if word.table < 0]
    if not text:
        return None
    left, right = min(word.x0 for word in text), max(word.x1 for word in text)
    best: Gutter | None = None
    fewest = 0
    uneven: tuple[int, Gutter] | None = None
    all_bins, least = _bins(text), _least_width(text)
    x = left + 0.22 * (right - left)
    while x <= right - 0.22 * (right - left):
        crossing = _bins(word for word in text if word.x0 < x - 1 and word.x1 > x + 1)
        if len(crossing) <= _MOST_CROSSING * len(all_bins):
            lefts = [word for word in text if word.x1 <= x + 1]
            rights = [word for word in text if word.x0 >= x - 1]
            # A line across the page, as of an address at its foot, has words that begin and end anywhere.
            gutter = _gutter(_apart(lefts, crossing), _apart(rights, crossing), x)
            is_wide = gutter.width >= least
            beside, other = (_bins(lefts), _bins(rights)) if is_wide else (set(), set())
            both = (beside & other) - crossing
            if not is_wide:
                pass
            elif len(both) >= _LEAST_BOTH * len(all_bins):
                if best is None or (-len(crossing), gutter.width) > (-fewest, best.width):
                    best, fewest = gutter, len(crossing)
            elif both and len(both) >= _LEAST_BOTH * min(len(beside), len(other)):
                uneven = max(uneven or (-len(all_bins), gutter), (-len(crossing), gutter), key=lambda one: (one[0], one[1].width))
        x += 2.0
    return best or (uneven[1] if uneven and _is_set_in_columns(text, uneven[1], left, right) else None)


def _is_set_in_columns(words: Sequence[Word], gutter: Gutter, left: float, right: float) -> bool:
    """Whether lines fill both columns, as running text does and the cells of a table don't."""
    sides = (
        ([word for word in words if word.x1 <= gutter.x + 1], gutter.x - gutter.width / 2 - left),
        ([word for word in words if word.x0 >= gutter.x - 1], right - gutter.start),
    )
    for side, width in sides:
        rows: dict[int, list[Word]] = {}
        for word in side:
            rows.setdefault(round(word.bottom / _BIN), []).append(word)
        widths = [max(word.x1 for word in row) - min(word.x0 for word in row) for row in rows.values()]
        if len(widths) < _LEAST_ROWS or median(widths) < _FILLED * width:
            return False
    return True


def _least_width(words: Sequence[Word]) -> float:
    return 0.9 * median(word.size for word in words)


def _gutter(lefts: Sequence[Word], rights: Sequence[Word], x: float) -> Gutter:
    """The gap around ``x``, as wide as it is for most rows."""
    ends = sorted(word.x1 for word in lefts if word.x1 > x - 60)
    starts = sorted(word.x0 for word in rights if word.x0 < x + 60)
    end = ends[int(len(ends) * 0.97)] if ends else x - 60
    start = starts[int(len(starts) * 0.03)] if starts else x + 60
    return Gutter(x, start - end, start)


def _apart(words: Sequence[Word], crossing: set[int]) -> list[Word]:
    """The words that stand at no height at which a word crosses."""
    return [word for word in words if int(word.middle / _BIN) not in crossing] if crossing else list(words)


def _bins(words: Iterable[Word]) -> set[int]:
    """The heights at which words stand, in steps."""
    found: set[int] = set()
    for word in words:
        found.update(range(int(word.top / _BIN), int(word.bottom / _BIN) + 1))
    return found
