r"""What programs that convert pages to Markdown leave in it: "\." for a stop, "[]{#part}" for the place a link leads to."""

from __future__ import annotations

import re

from ingest.parse.markdown_markup import without_markup

_ESCAPED = re.compile(r"(?:(?<=\S)|(?<=\S ))\\(?=[.,:;!?()<>~'\"%&/=+$@^{}-])")
r"""A stroke before what no mark of Markdown is made of inside a line; at its start "1\." and "\-" keep a list from beginning."""
_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}\\[.)]", re.MULTILINE)
_LEAST_ESCAPED = 3
_PLACE = re.compile(r"\[\]\{#[^{}\n]*\}|<a\s+(?:id|name)=[\"'][^\"'\n]*[\"']\s*(?:/>|>\s*</a>)", re.IGNORECASE)
"""Where a link leads to: it holds no words."""
_WAY_TO_ITSELF = re.compile(
    r"^(?P<marks>#{1,6}[ \t]+)\[\]\(#[^()\n]*\)|[ \t]*\[[#¶§\u200b]?\]\(#[^()\n]*\)(?=[ \t]*$)", re.MULTILINE
)
"""The link of a heading to itself, before or behind its words."""
_LINKED_HEADING = re.compile(r"^(?P<marks>#{1,6}[ \t]+)\[(?P<words>[^\[\]\n]+)\]\([^()\n]*\)[ \t]*$", re.MULTILINE)
_NAMES = r"\{(?:[#.][^{}\n\s]+|[\w-]+=\"[^\"\n]*\")(?:\s+(?:[#.][^{}\n\s]+|[\w-]+=\"[^\"\n]*\"))*\}"
_HEADING_NAMES = re.compile(rf"^(?P<heading>#{{1,6}}[ \t].*?)[ \t]*{_NAMES}[ \t]*$", re.MULTILINE)
_LINK_NAMES = re.compile(rf"(?<=\)){_NAMES}")
_SPAN = re.compile(rf"\[(?P<words>[^\[\]\n]+)\]{_NAMES}")
"""Words to which the page gives a class."""


def without_leftovers(text: str, start: int) -> str:
    """``text`` with what stands behind ``start`` as its reader sees it: without strokes before stops, names and empty places."""
    body = without_markup(text[start:])
    body = _PLACE.sub("", body)
    body = _WAY_TO_ITSELF.sub(lambda match: match["marks"] or "", body)
    body = _HEADING_NAMES.sub(lambda match: match["heading"], body)
    body = _LINKED_HEADING.sub(lambda match: match["marks"] + match["words"], body)
    body = _SPAN.sub(lambda match: match["words"], _LINK_NAMES.sub("", body))
    if len(_ESCAPED.findall(body)) >= _LEAST_ESCAPED:
        lists = {match.end() - 2 for match in _LIST_MARK.finditer(body)}
        body = _ESCAPED.sub(lambda match: match[0] if match.start() in lists else "", body)
    return text[:start] + body
