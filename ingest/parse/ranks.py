"""How deep the headings of a copied page stand, where its list of contents or the way it sets them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.parse.headings import Heading, find_levels

_LEAST_LISTED = 3
_SPELT_OUT = re.compile(r"[^\W\d_]{6,}")


def levels_by_contents(headings: Sequence[Heading], contents: Sequence[str]) -> list[int]:
    """The level of each heading by the page's own list of its contents: those on it are the outermost, the others stand inside.

    None where the page has no such list, or lists nearly all of its headings, or not the first ones.
    """
    listed = [heading.title.casefold() in contents for heading in headings]
    if sum(listed) < _LEAST_LISTED or all(listed) or not any(listed[:_LEAST_LISTED]):
        return []
    first = listed.index(True)
    is_outer = [position < first or is_listed for position, is_listed in enumerate(listed)]
    levels: list[int] = []
    has_parent = False
    for heading, outer, following in zip(headings, is_outer, [*is_outer[1:], True], strict=True):
        # A heading without text of its own has more than the one below it inside, as far as the section reaches.
        is_parent = heading.is_followed_by_heading and not outer and not following
        has_parent = is_parent or (has_parent and not outer)
        levels.append(1 if outer else 3 if has_parent and not is_parent else 2)
    return levels


def levels_by_ranks(headings: Sequence[Heading], *, title: str, indent: int = 0) -> list[int]:
    """The level of each heading where a page sets its outer ones otherwise than those inside them.

    In capitals, where an abbreviation is none; or between blank lines, the others right above their text. The first is an outer
    one. Or below a blank line where text stands above the others at once. None where all are alike, or where they have numbers.
    """
    if not headings or any(heading.numbered_level for heading in headings):
        return []
    in_capitals = [heading.title.isupper() and _SPELT_OUT.search(heading.title) is not None for heading in headings]
    apart = [not heading.is_glued for heading in headings]
    if in_capitals[0] and _LEAST_LISTED <= sum(in_capitals) < len(headings):
        return _in_ranks(headings, in_capitals, title=title, indent=indent)
    if apart[0] and 1 < sum(apart) < len(headings):
        return _in_ranks(headings, apart, title=title, indent=indent)
    gaps = [heading.has_gap for heading in headings]
    are_close = all(heading.is_glued for heading in headings if heading.has_gap)
    # What stands right below another heading has no blank line in any page.
    inside = any(not below.has_gap and not above.is_followed_by_heading for above, below in pairwise(headings))
    if gaps[0] and are_close and inside and sum(gaps) >= _LEAST_LISTED:
        return _in_ranks(headings, gaps, title=title, indent=indent)
    return []


def _in_ranks(headings: Sequence[Heading], is_outer: Sequence[bool], *, title: str, indent: int) -> list[int]:
    """The level of each heading, those of the outer rank and those between two of them told each for itself."""
    ends = [*is_outer[1:], True]
    # What a heading of the other rank follows at once is no parent of the next of its own.
    own = [
        replace(heading, is_followed_by_heading=heading.is_followed_by_heading and outer == following)
        for heading, outer, following in zip(headings, is_outer, ends, strict=True)
    ]
    outermost = find_levels([heading for heading, outer in zip(own, is_outer, strict=True) if outer], title=title, indent=indent)
    levels: list[int] = []
    begins = [position for position, outer in enumerate(is_outer) if outer]
    for level, begin, end in zip(outermost, begins, [*begins[1:], len(own)], strict=True):
        inside = find_levels(own[begin + 1 : end], title=title, indent=indent)
        levels += [level, *(level + other for other in inside)]
    return levels
