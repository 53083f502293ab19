"""The regular expressions of numbers, intervals, shares and amounts, all for text in small letters (``caseless.small``). Pure."""

from __future__ import annotations

import re

from assistant.verify.numerals import NUMBER, ORDINALS
from assistant.verify.units import DENOMINATORS, SPELLED, TIMES

UNIT = "|".join(re.escape(unit) for unit in SPELLED)
TIME = "|".join(re.escape(unit) for unit in TIMES)
BEFORE = r"(?<![\w/.,])(?<![A-Za-z]-)"
# "~1/5 of women", not the "1/2" of a name.
SIMPLE = re.compile(rf"{BEFORE}(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=\s+(?:of|in|the|pts|patients|women|men|people|cases)\b)")
RANGE = r"\s*(?:-\s*to|-|to|or|and|a|y)\s*"
INTERVALS = (
    re.compile(rf"\bq\.?\s?(?P<low>\d+)(?:\s?-\s?(?P<high>\d+))?\s?-?(?P<unit>{TIME})\b"),
    re.compile(
        rf"\b(?:once\s+)?(?:every|each|cada)\s+(?:single\s+)?"
        rf"(?:(?P<low>{NUMBER}|other|{ORDINALS})(?:{RANGE}(?P<high>{NUMBER}))?\s*-?\s*)?(?P<unit>{TIME})\b(?!-?\+|-?(?:pos|neg))"
    ),
    re.compile(rf"\b(?:at\s+|an?\s+)?(?P<low>{NUMBER})(?:{RANGE}(?P<high>{NUMBER}))?\s?-?\s?(?P<unit>{TIME})\s+intervals?\b"),
    re.compile(rf"\bintervals?\s+of\s+(?P<low>{NUMBER})(?:{RANGE}(?P<high>{NUMBER}))?\s*-?\s*(?P<unit>{TIME})\b"),
    re.compile(
        rf"(?<![\w.])(?P<low>{NUMBER})(?:{RANGE}(?P<high>{NUMBER}))?\s?-?\s?(?P<unit>hourly|weekly|wkly|monthly|mthly|yearly)\b"
        r"(?!\s+(?:[\w-]+\s+)?(?:treatment|dose|infusion|injection|administration|cycle|course|shot|drip)s)"
    ),
)
TIMES_PER = re.compile(
    rf"\b(?P<times>once|twice|thrice|{NUMBER}\s+times|{NUMBER}x)\s*"
    r"(?:(?:a|an|per|each|every|in\s+a)\s+(?P<unit>day|week|month|year)|-?\s*(?P<adverb>daily|weekly|monthly|yearly|annually))\b"
)
ADVERBS = {
    **dict.fromkeys(("daily", "qd", "nightly"), ("minute", 1440.0)),
    **dict.fromkeys(("weekly", "qw", "semanal"), ("minute", 10080.0)),
    **dict.fromkeys(("monthly", "mensual"), ("month", 1.0)),
    **dict.fromkeys(("yearly", "annually", "annual"), ("month", 12.0)),
    "fortnightly": ("minute", 20160.0),
    "quarterly": ("month", 3.0),
    "bid": ("minute", 720.0),
    "tid": ("minute", 480.0),
}
ADVERB = re.compile(rf"\b({'|'.join(ADVERBS)})\b")
PROPORTION = re.compile(
    rf"{BEFORE}(?:(?P<least>{NUMBER})\s*(?:-|to|and)\s*)?(?P<part>{NUMBER})\s+(?:[a-z][\w-]*\s+){{0,4}}?"
    rf"(?:in|per|out\s+of|of\s+every|of\s+each|out\s+of\s+every|out\s+of\s+each)\s+(?:every\s+|each\s+)?(?P<whole>{NUMBER})\b(?!\s*(?:%|percent|per\s+cent|-?\s*(?:{TIME}|weekly|monthly)\b))"
)
FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fourth": 25.0,
    "fifth": 20.0,
    "sixth": 100 / 6,
    "seventh": 100 / 7,
    "eighth": 12.5,
    "tenth": 10.0,
}
FRACTION = re.compile(
    rf"\b(?:(?P<part>a|an|one|two|three|four|by|roughly|about|nearly|almost|around|approximately)[\s-]+)(?:a\s+)?(?P<name>{'|'.join(FRACTIONS)})s?\b"
    r"(?!\s*-?\s*(?:line|generation|dose|cycle|week|month|year|hour))"
)
AMOUNT = re.compile(
    rf"{BEFORE}(?P<low>{NUMBER})"
    rf"(?:\s*(?:{UNIT})?(?P<joint>\s*-\s+to\s+|\s*-\s*|\s+to\s+|\s+(?:vs\.?|versus|against|compared\s+(?:with|to)|and|or)\s+)(?P<high>{NUMBER}))?"
    rf"(?![\w.]*\d)(?:\s?-?\s?(?P<unit>{UNIT})(?![A-Za-z]))?"
)
ONE = re.compile(
    rf"\b(?:within|inside|over|for|after|about|under|up\s+to|in|at|of)\s+(?P<low>an?)\s+(?:single\s+)?(?P<unit>{TIME})(?![A-Za-z])"
)
THE_TIME = re.compile(r"\b(?:in|within|during)\s+the\s+(?P<low>)(?P<unit>year|month|week)(?=\s+(?:after|following)\b)")
LAST_TIME = re.compile(r"\b(?:past|last|previous|preceding)\s+(?P<low>)(?P<unit>year|month|week|day)\b")
A_TIME = re.compile(rf"(?<!half )\b(?P<low>an?)\s+(?P<unit>{TIME})\s+(?=(?:after|later|before|earlier|beforehand)\b)")
# "5 mg of X a day": the words between keep the dose and its interval apart.
PER_TIME = re.compile(r"\b(?:an?|per)\s+(?P<unit>day|week|month|year)\b")
HALF = re.compile(rf"\bhalf\s+an?\s+(?P<unit>{TIME})\b")
DENOMINATED = tuple((re.compile(pattern, re.IGNORECASE), suffix) for pattern, suffix in DENOMINATORS)
