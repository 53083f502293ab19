"""How notes and everyday speech write doses and times → the words that figures are read from: "BD", "5/7". Pure."""

from __future__ import annotations

import re

from assistant.verify.turning import turning

_UNIT = r"(?P<unit>hour|day|week|month|year)"
_COUNT = r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_AMOUNT = r"\d\s?(?:mg|mcg|micrograms?|ug|µg|g|grams?|ml|mL|units?|IU|puffs?|drops?|tabs?|tablets?|capsules?)"
_DOSED = rf"(?P<dose>{_AMOUNT}(?:\s+(?:po|PO|iv|IV|im|IM|sc|SC|s/c|by\s+mouth|orally))?)"
_OFTEN = {
    "once daily": "OD|o\\.d\\.|od",
    "twice daily": "BD|BID|b\\.d\\.|bd|b\\.i\\.d\\.",
    "three times daily": "TDS|TID|t\\.d\\.s\\.|tds|t\\.i\\.d\\.",
    "four times daily": "QDS|QID|q\\.d\\.s\\.|qds|q\\.i\\.d\\.",
    "once daily in the morning": "OM|mane",
    "once daily at night": "ON|nocte",
}
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "500 mg BD" → "500 mg twice daily"
    *((re.compile(rf"{_DOSED}\s+(?:{forms})(?![\w'])"), rf"\g<dose> {words}") for words, forms in _OFTEN.items()),
    # "× 5/7", "for 3/52", "2/12 ago" → "for 5 days", "for 3 weeks", "2 months ago"
    *(
        (
            re.compile(
                rf"(?<![\w/.,])(?P<by>[x×]\s?)?(?P<count>\d{{1,2}}(?:\.\d)?)\s?/\s?{parts}(?![\w/.,]\w|\d)(?!\s+(?:of|in|the)\b)"
            ),
            rf"\g<by>\g<count> {unit}",
        )
        for parts, unit in (("7", "days"), ("52", "weeks"), ("12", "months"), ("24", "hours"))
    ),
    # "within 12/12 of X"
    (re.compile(r"(?:(?<=\bwithin )|(?<=\binside ))(?P<count>\d{1,2})/12\b(?=\s+of\b)"), r"\g<count> months"),
    (re.compile(r"[x×]\s?(?=\d{1,2}\s(?:days|weeks|months)\b)"), "for "),
    # "15 h/24", "15 hours out of 24" → "15 hours a day"
    (
        re.compile(r"(?<=\d)\s?(?:h|hrs?|hours?)\s?(?:/|out\s+of|in|in\s+every)\s?(?:24|day|d)\b(?:\s?(?:h|hrs?|hours?)\b)?"),
        " hours a day",
    ),
    # "10 mg a fortnight" → "10 mg every 2 weeks"; "for a fortnight", "the first fortnight" → "for 2 weeks", "the first 2 weeks"
    (
        re.compile(rf"(?P<dose>{_AMOUNT})\s+(?:(?:a|per|each)\s+fortnight|fortnightly)\b", re.IGNORECASE),
        r"\g<dose> every 2 weeks",
    ),
    (re.compile(r"\b(?:every|each)\s+fortnight\b", re.IGNORECASE), "every 2 weeks"),
    (re.compile(r"\b(?P<count>two|three|2|3)\s+fortnights\b", re.IGNORECASE), r"\g<count> times 2 weeks"),
    (re.compile(r"\b(?:an?|one)\s+fortnight\b|\bfortnight\b", re.IGNORECASE), "2 weeks"),
    # "two times a day" → "twice a day"
    (re.compile(r"\btwo\s+times\s+(?=(?:a|per|each|every)\s+(?:day|week|month|year)\b|daily|weekly)", re.IGNORECASE), "twice "),
    # "a gram", "half a gram" → "1 g", "0.5 g"
    (re.compile(r"\bhalf\s+a\s+gram(?:me)?\b", re.IGNORECASE), "0.5 g"),
    (re.compile(r"(?<!per\s)(?<!\d\s)\ba\s+gram(?:me)?\b", re.IGNORECASE), "1 g"),
    # "in the hour before" → "within 1 hour before"
    (
        re.compile(
            rf"\b(?:in|within|during|inside)\s+the\s+(?:(?P<count>{_COUNT})\s+)?{_UNIT}(?P<s>s?)\s+(?=(?:before|after|following|preceding)\b)",
            re.IGNORECASE,
        ),
        r"within \g<count> \g<unit>\g<s> ",
    ),
    (re.compile(r"\bwithin\s{2,}(?=hour|day|week|month|year)", re.IGNORECASE), "within 1 "),
    # "by the four-week mark", "at the one-year mark" → "within four weeks", "at one year"
    (
        re.compile(rf"\bby\s+(?:the\s+)?(?P<count>{_COUNT})[\s-]{_UNIT}\s+mark\b", re.IGNORECASE),
        r"within \g<count> \g<unit>s",
    ),
    (
        re.compile(rf"\bat\s+(?:the\s+)?(?P<count>{_COUNT})[\s-]{_UNIT}\s+mark\b", re.IGNORECASE),
        r"at \g<count> \g<unit>s",
    ),
    # "a week in", "a fortnight in" → "after a week"
    (
        re.compile(
            rf"\b(?P<count>{_COUNT})\s+{_UNIT}(?P<s>s?)\s+in(?=\s*[,;.)]|\s+(?:if|and|or|when)\b|$)",
            re.IGNORECASE,
        ),
        r"after \g<count> \g<unit>\g<s>",
    ),
    # "300/µL" → "300 per microlitre"
    (re.compile(r"(?<=\d)\s?(?:/|per\s)\s?(?:u[lL]|µ[lL]|μ[lL]|mcL)\b"), " per microlitre"),
    (re.compile(r"(?<=\d)\s?/\s?(?:mm3|mm³|cmm)(?!\w)"), " per cubic millimetre"),
    # "the over-50s", "50+" → "people over 50 years"
    (
        re.compile(r"\b(?P<the>the\s+)?(?P<bound>over|under)[\s-](?P<age>\d{2})s\b", re.IGNORECASE),
        r"people \g<bound> \g<age> years",
    ),
    (
        re.compile(r"\b(?:aged?\s+)?(?P<age>\d{2})\s?\+(?=\s*(?:[,;.)]|or\b|and\b|years?\b|$))", re.IGNORECASE),
        r"aged \g<age> or over",
    ),
)
_turned = turning(_TURNS)


def doses_in_words(claim: str) -> str:
    """The claim with such ways of writing doses and times in words."""
    return _turned(claim)
