"""Letters that a typesetting program ties together and whose font has no table: told by the places where its fonts keep them."""

from __future__ import annotations

import re
import unicodedata

_CODE = re.compile(r"\(cid:(\d{1,3})\)")
_TIED = {
    "11": "ff",
    "12": "fi",
    "13": "fl",
    "14": "ffi",
    "15": "ffl",
    "27": "ff",
    "28": "fi",
    "29": "fl",
    "30": "ffi",
    "31": "ffl",
}
"""Where TeX's older and newer text fonts keep them; each leaves the places of the other to letters of few languages."""
_DASH = re.compile(r"(?<=\d)\(cid:21\)(?=\d)")
_SIGNS = {"0": "−", "2": "×", "6": "±", "20": "≤", "21": "≥", "24": "∼", "14": "°"}
"""Where TeX's font of signs keeps those that compare and measure."""
_SIGN_FONT = re.compile(r"(?:^|\+)(?:CMSY|CMBSY|LMMathSymbols)\d*", re.IGNORECASE)
_MOST = 0.5
_TEX_FONT = re.compile(r"(?:^|\+)(?:CM(?:R|BX|TI|SS|SL|CSC|TT)|SF(?:RM|BX|TI|SS))\w*|^unknown$", re.IGNORECASE)
_ACCENTED = re.compile(r"(?P<accent>[´`¨ˆ˜ˇ¸])(?P<letter>[aeiouyncsAEIOUYNCSı])")
_ON_LETTER = dict(zip("´`¨ˆ˜ˇ¸", "\u0301\u0300\u0308\u0302\u0303\u030c\u0327", strict=True))
"""Those fonts hold accents apart from letters: what stands before a letter is meant to stand on it."""


def tied_letters(text: str, font: str) -> str:
    """A word with the tied letters in it told, and the signs of a font of signs; codes in other places stay as they are.

    A word of codes alone is of a font that numbers its letters in its own way, and can't be told.
    """
    text = _ACCENTED.sub(_put_on, text) if _TEX_FONT.search(font) else text
    if "(cid:" not in text:
        return text
    if _SIGN_FONT.search(font):
        return _CODE.sub(lambda code: _SIGNS.get(code[1], code[0]), text)
    codes, others = len(_CODE.findall(text)), len(_CODE.sub("", text))
    if codes > _MOST * (codes + others) or not others:
        return text
    return _CODE.sub(lambda code: _TIED.get(code[1], code[0]), _DASH.sub("–", text))


def _put_on(found: re.Match[str]) -> str:
    letter = "i" if found["letter"] == "ı" else found["letter"]
    joined = unicodedata.normalize("NFC", letter + _ON_LETTER[found["accent"]])
    return joined if len(joined) == 1 else found[0]
