"""Urgent advice → the same words, in which a finger can call the numbers and open the addresses. Pure."""

from __future__ import annotations

import re

# Digits as a number to call is written ("0800 111 0 111", "0120-279-338", "*4141"); not "24 hours", nor a name such as "SNS 24".
_NUMBER = re.compile(r"(?<![\w*])(?<![A-Z]{2} )(?:\\\*)?\d(?:[ -]?\d)+(?!\w|[ -]h)")
_ADDRESS = re.compile(r"\b(?:[a-z\d-]+\.)+(?:com|org|net)\b")
_CALLING = re.compile(r"\[((?:\\\*)?[\d -]+)\]\(#call-[*\d]+\)")
_OPENING = re.compile(r"\[([a-z\d.-]+)\]\(https://\1\)")


def dialled(advice: str) -> str:
    """The advice with each number as a link, "#call-112" for 112, which the chat makes one that calls; addresses as links too.

    Not "tel:" at once: the chat's Markdown knows no such addresses and would drop it.
    """
    return _ADDRESS.sub(r"[\g<0>](https://\g<0>)", _NUMBER.sub(_calling, advice))


def _calling(number: re.Match[str]) -> str:
    dial = re.sub(r"[^\d*]", "", number[0])
    return f"[{number[0]}](#call-{dial})"


def undialled(text: str) -> str:
    """The text as readers see it: undoes the links of ``dialled``."""
    return _OPENING.sub(r"\1", _CALLING.sub(r"\1", text))
