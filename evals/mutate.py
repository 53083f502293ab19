"""Makes a supported claim wrong in one way at a time: 20 kinds, from the lexicon and the grammar of numbers only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.lexicon import Lexicon, Mention
from assistant.verify.conditional import find_conditions
from assistant.verify.dates import find_dates
from assistant.verify.lines import find_lines
from assistant.verify.quantities import Quantity, find_quantities

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DRUGS = frozenset(("drug", "drug class"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A claim made wrong. ``kind`` names the way."""

    kind: str
    text: str


Mutator = Callable[[str, Lexicon], Iterator[str]]


def mutants(claim: str, lexicon: Lexicon) -> tuple[Mutant, ...]:
    """Every mutant of ``claim``, at most one of a kind, none that reads as the claim does."""
    found: list[Mutant] = []
    for kind, mutate in MUTATORS.items():
        text = next((text for text in mutate(claim, lexicon) if _flat(text) != _flat(claim)), None)
        if text:
            found.append(Mutant(kind=kind, text=text))
    return tuple(found)


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _changed(surface: str, factor: float) -> str:
    """The surface with each of its numbers multiplied."""
    return _NUMBER.sub(lambda match: f"{float(match[0]) * factor:g}", surface)


def _dose(claim: str, _: Lexicon) -> Iterator[str]:
    yield from _scaled(claim, lambda quantity: quantity.kind in {"amount", "share"}, 2.0)


def _interval(claim: str, _: Lexicon) -> Iterator[str]:
    yield from _scaled(claim, lambda quantity: quantity.kind == "interval", 2.0)


def _duration(claim: str, _: Lexicon) -> Iterator[str]:
    yield from _scaled(claim, lambda quantity: quantity.kind == "duration", 3.0)


def _scaled(claim: str, wanted: Callable[[Quantity], bool], factor: float) -> Iterator[str]:
    for quantity in find_quantities(claim):
        if wanted(quantity) and _NUMBER.search(quantity.surface):
            yield _put(claim, quantity.start, quantity.end, _changed(quantity.surface, factor))


_UNITS = (("mg/m²", "mg/kg"), ("mg/kg", "mg/m²"), ("mg", "mcg"), ("weeks", "months"), ("months", "weeks"), ("years", "months"), ("hours", "minutes"),
          ("hour", "day"), ("Gy", "cGy"), ("mo", "wk"), ("%", " months"), ("cycles", "weeks"))  # fmt: skip


def _unit(claim: str, _: Lexicon) -> Iterator[str]:
    for quantity in find_quantities(claim):
        for old, new in _UNITS:
            if re.search(rf"(?<![a-zA-Z]){re.escape(old)}(?![a-zA-Z/])", quantity.surface):
                yield _put(claim, quantity.start, quantity.end, quantity.surface.replace(old, new))


_ROUTES = (
    (r"\b(?:subcutaneously|SC|s\.c\.|under the skin)\b", "orally"),
    (r"\b(?:intravenously|IV|i\.v\.)\b(?!\s+(?:disease|breast|cancer))", "subcutaneously"),
    (r"\b(?:injected|into a vein|into the bloodstream)\b", "by mouth"),
)


def _route(claim: str, _: Lexicon) -> Iterator[str]:
    for pattern, new in _ROUTES:
        match = re.search(pattern, claim)
        if match and "stage " + match[0].lower() not in claim.lower():
            yield _put(claim, match.start(), match.end(), new)


def _drug(claim: str, lexicon: Lexicon) -> Iterator[str]:
    mentions = [mention for mention in lexicon.mentions(claim) if mention.concept.kind in _DRUGS and mention.concept.parents]
    for mention in mentions:
        for sibling in _siblings(mention, lexicon, claim):
            yield _put(claim, mention.start, mention.end, sibling)
            break


def _siblings(mention: Mention, lexicon: Lexicon, claim: str) -> Iterator[str]:
    """Names of other members of the same class that the claim doesn't name."""
    named = lexicon.concepts_in(claim)
    for parent in mention.concept.parents:
        for concept_id in sorted(lexicon.descendants(parent)):
            concept = lexicon.concepts[concept_id]
            near = concept_id in named or concept_id in lexicon.ancestors(mention.concept.concept_id)
            if concept.kind == mention.concept.kind and not near and concept_id not in lexicon.descendants(mention.concept.concept_id):
                yield concept.name


def _arm(claim: str, lexicon: Lexicon) -> Iterator[str]:
    match = re.search(r"\b(?:superior to|preferred (?:over|to)|more effective than|better than|compared with|compared to|versus|vs|than|over)\b", claim)
    mentions = [mention for mention in lexicon.mentions(claim) if mention.concept.kind in {"drug", "drug class", "procedure"}]
    if not match:
        return
    left = [mention for mention in mentions if mention.end <= match.start()]
    right = [mention for mention in mentions if mention.start >= match.end()]
    if left and right and left[0].concept != right[0].concept:
        first, second = left[0], right[0]
        yield claim[: first.start] + claim[second.start : second.end] + claim[first.end : second.start] + claim[first.start : first.end] + claim[second.end :]


_NEGATIONS = (
    (r"\b(?:do|does|did) not\s+", ""), (r"\bDo NOT\s+", ""), (r"\bDo not\s+(\w)", r"\1"), (r"\bnot\s+", ""), (r"\bNOT\s+", ""), (r"n't\b", ""), (r"\bAvoid\b", "Use"), (r"\bno (?=\w)", ""),
    (r"\b(should|must|may|might|can|will|would)\b", r"\1 not"), (r"\b(is|are|was|were)\b", r"\1 not"), (r"^(\w+) (?=\w)", r"Do not \1 "),
)  # fmt: skip


def _negation(claim: str, _: Lexicon) -> Iterator[str]:
    for pattern, new in _NEGATIONS:
        if re.search(pattern, claim):
            yield re.sub(pattern, new, claim, count=1)
            return


_STRENGTHS = (
    (r"\b(?:must be|is required|is mandatory|are required|has to be|is needed)\b", "may be considered"),
    (r"\bmust\b", "may"), (r"\brequired?\b", "could consider"), (r"\bmandatory\b", "optional"), (r"\bshould be\b", "must always be"), (r"\bshould\b", "might"),
    (r"\b(?:is|are) (?:generally )?(?:recommended|preferred)\b", "may be considered"), (r"\bpreferred\b", "mandatory"), (r"\brecommended\b", "mandatory"),
    (r"\b(?:may|might|can|could)(?: be considered)?\b", "must"), (r"\b(?:is|are) (?:an )?options?\b", "is the standard"), (r"\bstandard\b", "mandatory"),
)  # fmt: skip


def _strength(claim: str, _: Lexicon) -> Iterator[str]:
    for pattern, new in _STRENGTHS:
        if re.search(pattern, claim):
            yield re.sub(pattern, new, claim, count=1)
            return


def _population(claim: str, lexicon: Lexicon) -> Iterator[str]:
    for mention in lexicon.mentions(claim):
        if mention.concept.kind != "population" or not mention.concept.axis or find_lines(mention.concept.name):
            continue
        ours = lexicon.implied((mention.concept.concept_id,))
        for concept in lexicon.concepts.values():
            if concept.kind == "population" and concept.axis == mention.concept.axis and lexicon.excludes((concept.concept_id,), ours):
                yield _put(claim, mention.start, mention.end, concept.name)
                break


def _line(claim: str, _: Lexicon) -> Iterator[str]:
    for line in find_lines(claim):
        new = {"1": "third-line", "2": "first-line", "3": "first-line"}.get(line.name, "first-line")
        yield _put(claim, line.start, line.end, new)


def _condition(claim: str, _: Lexicon) -> Iterator[str]:
    for condition in find_conditions(claim):
        if condition.kind in {"unless", "if", "after", "people", "bracket", "without"} and claim[: condition.start].strip():
            yield re.sub(r"\s+([.,;)])", r"\1", _put(claim, condition.start, condition.end, "")).replace("()", "").strip(" ,")


_DETAILS = (" with food", " for six months", " twice daily", " in patients over 80 years", " under close kidney monitoring", " in an outpatient clinic")


def _detail(claim: str, _: Lexicon) -> Iterator[str]:
    detail = _DETAILS[len(claim) % len(_DETAILS)]
    yield claim.rstrip(". ") + detail + "."


def _endpoint(claim: str, lexicon: Lexicon) -> Iterator[str]:
    mentions = [mention for mention in lexicon.mentions(claim) if mention.concept.kind == "endpoint"]
    named = lexicon.concepts_in(claim)
    names = ("progression-free survival", "overall survival", "quality of life", "response rate")
    for mention in mentions:
        for name in names:
            if not lexicon.concepts_in(name) & named:
                yield _put(claim, mention.start, mention.end, name)
                break


_HEDGES = (
    (r"\b(?:may|might|can|could) (?=be\b)", "will always "), (r"\b(?:may|might)\b", "will"), (r"\b(?:usually|often|sometimes|commonly|typically|generally)\b", "always"),
    (r"\bvery unlikely\b", "likely"), (r"\bsome\b", "all"), (r"\bmore likely\b", "certain"),
)  # fmt: skip


def _hedge(claim: str, _: Lexicon) -> Iterator[str]:
    for pattern, new in _HEDGES:
        if re.search(pattern, claim):
            yield re.sub(pattern, new, claim, count=1)
            return


_OPPOSITES = (
    ("superior", "inferior"), ("longer", "shorter"), ("before", "after"), ("after", "before"), ("more effective", "less effective"), ("more", "less"), ("less", "more"), ("higher", "lower"),
    ("increase", "decrease"), ("increased", "decreased"), ("reduction", "increase"), ("reduce", "increase"), ("reduced", "increased"), ("improve", "worsen"), ("improved", "worsened"),
    ("prolong", "shorten"), ("prolonging", "shortening"), ("delay", "speed up"), ("better", "worse"), ("favorable", "unfavorable"), ("early", "late"), ("continue", "stop"),
    ("shrink", "enlarge"), ("minimize", "increase"), ("rapidly", "slowly"), ("beyond", "within"),
)  # fmt: skip


def _direction(claim: str, _: Lexicon) -> Iterator[str]:
    for old, new in _OPPOSITES:
        match = re.search(rf"\b{old}\b", claim, re.IGNORECASE)
        if match:
            yield _put(claim, match.start(), match.end(), new)


def _cause(claim: str, _: Lexicon) -> Iterator[str]:
    match = re.search(r"\b(?:because of|due to|because|to prevent|to minimi[sz]e|as|since)\s+(?=\w)([^,.;()]*)", claim)
    if match and not claim[: match.start()].rstrip().endswith(("well", "such", "same")):
        yield _put(claim, match.start(1), match.end(1), "of lower costs" if "of" not in match[0].split()[:2] else "lower costs")
    else:
        yield claim.rstrip(". ") + " because it costs less."


def _organisation(claim: str, lexicon: Lexicon) -> Iterator[str]:
    for mention in lexicon.mentions(claim):
        if mention.concept.kind == "organisation":
            yield _put(claim, mention.start, mention.end, "NICE-approved" if "approv" in claim[mention.start : mention.end] else "NICE")
    yield "According to NICE, " + claim[:1].lower() + claim[1:] if not claim[:2].isupper() else "According to NICE, " + claim


def _brand(claim: str, lexicon: Lexicon) -> Iterator[str]:
    mentions = [mention for mention in lexicon.mentions(claim) if mention.concept.brands]
    others = [concept for concept in lexicon.concepts.values() if concept.brands and concept.concept_id not in lexicon.concepts_in(claim)]
    for mention in mentions:
        surface = claim[mention.start : mention.end]
        other = next((concept.brands[0] for concept in others if set(concept.parents) & set(mention.concept.parents)), None)
        if other and surface in mention.concept.brands:
            yield _put(claim, mention.start, mention.end, other)
        elif other:
            yield _put(claim, mention.end, mention.end, f" ({other})")


def _date(claim: str, _: Lexicon) -> Iterator[str]:
    for date in find_dates(claim):
        surface = claim[date.start : date.end]
        yield _put(claim, date.start, date.end, surface.replace(str(date.year), str(date.year - 2)))


def _binding(claim: str, _: Lexicon) -> Iterator[str]:
    quantities = [quantity for quantity in find_quantities(claim) if _NUMBER.search(quantity.surface) and quantity.kind != "bare"]
    for left in quantities:
        for right in quantities:
            if left.end <= right.start and left.base == right.base and left.kind == right.kind and left.low != right.low:
                yield claim[: left.start] + right.surface + claim[left.end : right.start] + left.surface + claim[right.end :]


def _name(claim: str, lexicon: Lexicon) -> Iterator[str]:
    for mention in lexicon.mentions(claim):
        if mention.concept.kind in {"gene", "test"}:
            others: Sequence[str] = [concept.name for concept in lexicon.concepts.values() if concept.kind == mention.concept.kind and concept.concept_id not in lexicon.concepts_in(claim) and concept.name.isupper()]
            if others and claim[mention.start : mention.end].isupper():
                yield _put(claim, mention.start, mention.end, others[len(claim) % len(others)])


MUTATORS: dict[str, Mutator] = {
    "dose": _dose, "unit": _unit, "interval": _interval, "duration": _duration, "route": _route, "drug": _drug, "arm swap": _arm, "negation": _negation,
    "strength": _strength, "population": _population, "line": _line, "dropped condition": _condition, "added detail": _detail, "endpoint": _endpoint,
    "hedge": _hedge, "direction": _direction, "cause": _cause, "organisation": _organisation, "brand": _brand, "date": _date, "number binding": _binding, "name": _name,
}  # fmt: skip
