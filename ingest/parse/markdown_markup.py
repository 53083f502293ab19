"""Markup of web pages inside Markdown: a panel with a name becomes a box, paragraphs and breaks lines, small letters words."""

from __future__ import annotations

import re

_PANEL = re.compile(
    r"^<div\b[^<>\n]*\bclass=\"[^\"\n]*\b(?:panel|box|alert|callout|admonition|note|warning|info|tip|card)\b[^\"\n]*\"[^<>\n]*>\s*"
    r"(?:<p\b[^<>\n]*>\s*)?<(?P<bold>strong|b|h[3-6])>(?P<name>[^<>\n]{2,80}?):?</(?P=bold)>\s*(?:</p>)?[ \t]*\n"
    r"(?P<said>(?:(?!</?div\b).)*?)\n?</div>[ \t]*$",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"^[ \t]*<p\b[^<>\n]*>(?P<said>.*?)</p>[ \t]*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_LOWERED = re.compile(r"</?(?:sub|small)>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:strong|b)>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """``text`` with the markup of panels and paragraphs in it as Markdown has it."""
    text = _PANEL.sub(lambda match: f"::: panel {match['name'].strip()}\n{match['said']}\n:::", text)
    text = _PARAGRAPH.sub(lambda match: _plain(match["said"]), text)
    return _LOWERED.sub("", text)


def _plain(said: str) -> str:
    return f"\n{_BOLD.sub('**', _BREAK.sub(chr(10), said.strip()))}\n"
