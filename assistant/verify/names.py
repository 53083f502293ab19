"""A brand may not be handed to another drug: “sold as”, “the brand name of”, “A (B)”. Pure."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon, Mention

_JOINT = re.compile(
    r"^\s*(?:,?\s*(?:is|are|was|also|which|the|a|an|brand|trade|name|names|of|for|sold|marketed|as|known|called|under|by|its|drug"
    r"|generic|same|thing|contains?|goes|go|,)\b\s*)+\s*$|^\s*[(/=]\s*$",
    re.IGNORECASE,
)


# "X (Brand), an A", with nothing else between.
_APPOSED = re.compile(r"\s*\)?(?:\s*\([^)]*\))?,\s*(?:which\s+is\s+)?an?\s+", re.IGNORECASE)
# "X or Y, both A": so is each of them.
_BOTH = re.compile(
    r"\s*\)?(?:\s*\([^)]*\))?,\s*(?:which\s+are\s+)?(?:both|all)\s+(?:of\s+(?:them|which)\s+(?:are\s+)?)?", re.IGNORECASE
)
_SERIAL = re.compile(r",\s*(?:or|and)\s", re.IGNORECASE)
_LIST_MEMBER = re.compile(r",\s*(?:(?:an?|with|by|using|or|and)\s+)*$", re.IGNORECASE)
_IS_A = re.compile(r"\s*(?:\([^)]*\))?\s+(?:is|was)\s+an?\s+", re.IGNORECASE)
_SUCH = re.compile(r"\s*,?\s*(?:\(?e\.g\.,?|such\s+as|like|including)\s*", re.IGNORECASE)
_COORDINATED = re.compile(r"\s*(?:\(?\s*|\)?\s*(?:,|or|and|/|,\s*or|,\s*and)\s*)", re.IGNORECASE)
_LISTED = re.compile(r"\s*,?\s*(?:or|and)\s", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\b(?:e\.g\.,?|such as|for example,?|for instance,?|like|including|namely)\s+"
    r"(?P<members>(?:(?!\s(?:is|are|was|were|over|than)\s)[^.;:])+)",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a brand name that the claim gives to another drug than the lexicon does."""
    text = match.claim.text
    drugs = [mention for mention in lexicon.mentions(text) if mention.concept.brands]
    for left, right in pairwise(drugs):
        between = text[left.end : right.start]
        brands = [_is_brand(one, text) for one in (left, right)]
        # "A/B" of two brands lists them.
        branded = any(brands) and not (all(brands) and between.strip() == "/") and not _so_written(match, text, left, right)
        if branded and left.concept != right.concept and _JOINT.match(between) and "," not in between.strip()[1:]:
            named = f"{text[left.start : left.end]} and {text[right.start : right.end]}"
            return (Reason(code=ReasonCode.NAME, detail=f"{named} are different drugs"),)
    return _members(text, lexicon) or _apposed(text, lexicon) or _listed_elsewhere(match, lexicon)


def _so_written(match: Match, text: str, left: Mention, right: Mention) -> bool:
    """True if the cited words put the two names together just so: "X (Brand)"."""
    written = f"{text[left.start : right.end]})" if "(" in text[left.end : right.start] else ""
    return bool(written) and written.lower() in match.ground.statement.text.lower()


def _members(text: str, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "a class, e.g. A or B" where the lexicon knows B to be of other classes."""
    for example in _EXAMPLE.finditer(text):
        before, behind = lexicon.mentions(text[: example.start()]), lexicon.mentions(_inside(text, example))
        classes = [one for one in before if one.concept.kind == "drug class" and not text[one.end : example.start()].strip(" ,(")]
        serial = _SERIAL.search(example["members"])
        for member in behind if classes else ():
            if serial and member.start > serial.start() and _LIST_MEMBER.search(text[: classes[-1].start]):
                break  # "radiation, a class like X, or Y": Y is of the outer list
            known = lexicon.ancestors(member.concept.concept_id)
            named = classes[-1].concept
            if member.concept.kind == "drug" and known and named.concept_id not in known:
                said = f"{example['members'][member.start : member.end]} is no {named.name}"
                return (Reason(code=ReasonCode.NAME, detail=said),)
    return ()


def _inside(text: str, example: re.Match[str]) -> str:
    """The members of an example; one in brackets ends with them: "(such as A or B) or C"."""
    members, depth = example["members"], text[: example.start()].count("(") - text[: example.start()].count(")")
    for place, sign in enumerate(members if depth > 0 else ""):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth:
            return members[:place]
    return members


def _apposed(text: str, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "X, a B" and "the B X" where the lexicon knows X to be of other classes."""
    mentions = [one for one in lexicon.mentions(text) if one.concept.kind in {"drug", "drug class"}]
    for number, (left, right) in enumerate(pairwise(mentions)):
        between = text[left.end : right.start]
        kinds = (left.concept.kind, right.concept.kind)
        if kinds == ("drug", "drug class") and _BOTH.fullmatch(between):
            member, named = _stranger(text, mentions[: number + 1], right, lexicon), right
        elif kinds == ("drug", "drug class") and _APPOSED.fullmatch(between) and not _LISTED.match(text[right.end :]):
            member, named = left, right
        elif kinds == ("drug class", "drug") and not between.strip():
            member, named = right, left
        else:
            continue
        known = lexicon.ancestors(member.concept.concept_id)
        if known and named.concept.concept_id not in known:
            said = f"{text[member.start : member.end]} is no {named.concept.name}"
            return (Reason(code=ReasonCode.NAME, detail=said),)
    return ()


def _stranger(text: str, before: list[Mention], named: Mention, lexicon: Lexicon) -> Mention:
    """Of the drugs listed right before a class the first that is none of it; the last of them without one."""
    run = [before[-1]]
    for one in reversed(before[:-1]):
        if one.concept.kind != "drug" or not _COORDINATED.fullmatch(text[one.end : run[0].start]):
            break
        run.insert(0, one)
    known = ((one, lexicon.ancestors(one.concept.concept_id)) for one in run)
    return next((one for one, kinds in known if kinds and named.concept.concept_id not in kinds), run[-1])


def _listed_elsewhere(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "X, a B" where the statement lists X under another class: "an A such as X, or a B such as Y"."""
    stated, text = match.ground.statement.text, match.claim.text
    homes = _classes_of(stated, lexicon)
    mentions = [one for one in lexicon.mentions(text) if one.concept.kind in {"drug", "drug class"}]
    for left, right in pairwise(mentions):
        between = text[left.end : right.start]
        kinds = (left.concept.kind, right.concept.kind)
        apposed = kinds == ("drug", "drug class") and (_APPOSED.fullmatch(between) or _IS_A.fullmatch(between))
        prefixed = kinds == ("drug class", "drug") and not between.strip()
        member, named = (left, right) if apposed else (right, left)
        home = homes.get(member.concept.concept_id)
        if (apposed or prefixed) and home and named.concept.concept_id not in home:
            detail = f"the cited words don't count {text[member.start : member.end]} among the {named.concept.name}s"
            return (Reason(code=ReasonCode.NAME, detail=detail),)
    return ()


def _classes_of(text: str, lexicon: Lexicon) -> dict[str, set[str]]:
    """For each drug that a list of examples names the classes it may stand under: the list's own and those above it."""
    found: dict[str, set[str]] = {}
    mentions = [one for one in lexicon.mentions(text) if one.concept.kind in {"drug", "drug class"}]
    current = ""
    for number, one in enumerate(mentions):
        before = text[mentions[number - 1].end if number else 0 : one.start]
        if one.concept.kind == "drug class":
            current = one.concept.concept_id if _SUCH.match(text, one.end) else ""
        elif current and (_SUCH.fullmatch(before) or _COORDINATED.fullmatch(before)):
            own = lexicon.ancestors(one.concept.concept_id)
            found.setdefault(one.concept.concept_id, set()).update({current}, lexicon.ancestors(current), own)
        else:
            current = ""
    return found


def _is_brand(mention: Mention, text: str) -> bool:
    surface = text[mention.start : mention.end].lower()
    return any(brand.lower() == surface for brand in mention.concept.brands)
