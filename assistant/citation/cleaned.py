"""A draft as written → the same draft with all that is never shown blanked out, and words without their markup. Pure.

Scripts, styles, comments, images, links, addresses and tags go; marks in other dresses become marks in brackets, and a label in
bold type ends in a colon, however it was set off. The length stays, so that offsets hold.
"""

from __future__ import annotations

import re
from html import unescape

# Old line ends; what is written between characters and never seen (byte order mark, zero-width blank, word joiner).
_LINE_END = re.compile(r"\r(?!\n)|[\u2028\u2029\x85]")
_BLANKS = dict.fromkeys(map(ord, "\r\t\ufeff\u200b\u2060"), " ")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLANKED = (
    re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    re.compile(r"<(script|style|iframe|object|svg|template|noscript|form)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE),
    re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"),
    re.compile(r"^\s{0,3}\[\^?[^\]\n]{1,80}\]:[^\n]*$", re.MULTILINE),
)
# "&nbsp;", "&#91;": what it stands for is shorter, and is read before tags are looked for.
_ENTITY = re.compile(r"&(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_SUP = re.compile(
    r"(?:<sup>|⁽)\s*\[?([\d⁰¹²³⁴-⁹][\d⁰¹²³⁴-⁹,\s–-]*)\]?\s*(?:</sup>|⁾)|\$\s*\^\{?(\d[\d,\s–-]*)\}?\s*\$", re.IGNORECASE
)
_NUMBER_LINK = re.compile(r"\[\[?(\^?\d[\d,\s–-]*)\]?\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_AUTOLINK = re.compile(r"<(?:https?|mailto|ftp):[^>\n]{0,2000}>|\b(?:https?://|www\.)[^\s)\]>]{1,2000}", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,1000}>")
# "**Timing.** Every week", "**Timing** – every week", "**Timing**: every week".
_BOLD_LABEL = re.compile(
    r"^(?P<label>[ ]*(?:>[ ]*)*(?:(?:[-*+•‣◦▪–]|\d{1,3}[.)]|\(\d{1,2}\)|[a-z][.)])[ ]+)?(?:\*\*|__)[^*_\n.:!?|]{1,60})"
    r"(?:\.(?P<close>\*\*|__)(?P<sign>)|(?P<close_2>\*\*|__)(?P<sign_2>[ ]*[–—|-]))[ ](?=[ ]*\S)",
    re.MULTILINE,
)
# Emphasis, code, a quotation's mark (">3 lines" is none), the box of a task.
_MARKUP = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)|(?<=\S)(\*{1,3}|_{1,3})(?![\w*])|`+|~~|^\s*>+(?:\s|(?!\d))|^\[[ xX]\]\s")


def cleaned(draft: str) -> str:
    """The draft with all that is never shown blanked out; same length, so offsets hold."""
    text = _LINE_END.sub("\n", draft).translate(_BLANKS)
    text = _ENTITY.sub(_unescaped, text)
    for pattern in _BLANKED:
        text = pattern.sub(_blank, text)
    text = _SUP.sub(lambda match: _padded(f"[{(match[1] or match[2]).translate(_DIGITS).strip()}]", match[0]), text)
    text = _NUMBER_LINK.sub(lambda match: _padded(f"[{match[1].strip()}]", match[0]), text)
    text = _LINK.sub(lambda match: _padded(match[1], match[0]), text)
    text = _AUTOLINK.sub(_blank, text)
    text = _TAG.sub(_blank, text)
    return _BOLD_LABEL.sub(_with_colon, text)


def _blank(match: re.Match[str]) -> str:
    return "".join(character if character == "\n" else " " for character in match[0])


def _padded(text: str, whole: str) -> str:
    return text + " " * (len(whole) - len(text))


def _unescaped(match: re.Match[str]) -> str:
    """What the entity stands for, behind blanks; inside of a word behind soft hyphens, which are no part of it."""
    found = unescape(match[0])
    return found.rjust(len(match[0]), "\u00ad" if found[:1].isalnum() else " ")


def _with_colon(match: re.Match[str]) -> str:
    label = f"{match['label']}:{match['close'] or match['close_2']}"
    return label + " " * (len(match[0]) - len(label))


def without_markup(text: str) -> str:
    """The words of a piece: no emphasis, no code marks, no soft hyphens, blanks folded."""
    return re.sub(r"\s+", " ", _MARKUP.sub("", text.replace("\u00ad", ""))).strip().strip("*").strip()
