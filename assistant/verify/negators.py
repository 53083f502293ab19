"""What each negator of a reading denies. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from assistant.verify.clauses import STRONG_ENDS
from assistant.verify.terms import Term

_RELATIVE = frozenset(("w:that", "w:who", "w:which", "w:whose"))
_EXCUSES = frozenset(
    (
        "w:reason",
        "w:justif",
        "w:justifi",
        "w:need",
        "w:ground",
        "w:basi",
        "w:case",
        "w:lead to",
        "w:result in",
        "g:lead_to",
        "w:mean",
        "w:lead",
    )
)
_EXCUSED = 4
# "No reason to stop": what is denied is the stopping.
_GROUNDS = frozenset(("w:reason", "w:justif", "w:ground", "w:basi"))
_NOT_ONLY = frozenset(("w:onli", "w:just", "w:mere"))
_EVEN = frozenset(("w:even", "g:although"))
_PLAIN = frozenset(("w:not", "w:no", "w:never"))
_CONTRACTED = frozenset(f"{verb}n't" for verb in ("is", "are", "was", "were", "has", "have", "had", "do", "does", "did"))
_SHORT_NOT = _CONTRACTED | {"shouldn't", "mustn't", "cannot", "can't", "won't"}
_UNTIL = frozenset(("w:until", "w:until after", "w:till"))
_JUST = frozenset(("only", "just", "merely"))
_ONE = frozenset(("one", "a", "an", "single"))
_LEFT_OPEN = frozenset(("why", "or", "if", "whether"))
_CLOSE = 5
_FOCUS = 2
# "No X is Y" says nothing of Y by itself: what stands behind the verb isn't next to the denial.
_DETERMINER = frozenset(("w:no",))
_FINITE = frozenset(("is", "are", "was", "were", "has", "have", "should", "must", "may", "might", "can", "could"))
_LOOKED_FOR = frozenset(("be", "been"))
_DOING = frozenset(("do", "does", "did", "don't", "doesn't", "didn't", "need"))
# "With A and not with B" sets B aside, and denies nothing of A.
_BEFORE_NOUNS = frozenset("for in with to by at on from before after during against until through within".split())
_CASES = frozenset(("in", "for", "with", "during", "if", "when", "after", "before", "by", "via", "through", "into", "as"))
_LISTS = frozenset(("and", "or", "with", ",", "have", "has"))
# A label of so many words may set its case by a denial: "Not severe: X".
_LABEL = 3
# "Hold back" growth slows it; "hold back" anything else withholds it.
_SLOWING = frozenset(("w:hold back",))
_GROWTH = frozenset(("g:grow", "g:progress", "g:multiply", "g:spread"))


@dataclass(frozen=True, slots=True)
class Negator:
    """A negator: its term, its kind, the terms next to it that it denies, and all that it reaches."""

    index: int
    kind: str
    focus: tuple[int, ...]
    wide: frozenset[int]


def negators_of(terms: tuple[Term, ...], clauses: tuple[int, ...]) -> list[Negator]:
    """The negators in order, double ones included."""
    found = (_negator(terms, clauses, index) for index in range(len(terms)))
    return [negator for negator in found if negator]


def _negator(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> Negator | None:
    term = terms[index]
    kinds = term.names("negators") if not _was_looked_for(terms, index) else ()
    if not kinds or (term.concept is not None and term.concept.kind != "population"):
        return None
    if "local" in kinds:
        focus = tuple(_next_content(terms, index, 1))
        return Negator(index, "local", focus, frozenset(focus))
    if "backward" in kinds:
        own = _clause_content(terms, clauses, index)
        own += [] if any(other < index for other in own) else [*_label_before(terms, clauses, index), index]
        return Negator(index, "backward", tuple(other for other in own if other <= index) or (index,), frozenset(own) | {index})
    if _denies_nothing(terms, index):
        return None
    return (
        _none(terms, clauses, index)
        or _in_label(terms, index)
        or _set_aside(terms, clauses, index)
        or _of_clause(terms, clauses, index)
    )


def _was_looked_for(terms: tuple[Term, ...], index: int) -> bool:
    """True for what "has been ruled out" and "can be ruled out": nothing is forbidden."""
    return terms[index].text.lower() == "ruled out" and index > 0 and terms[index - 1].text.lower() in _LOOKED_FOR


def _none(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> Negator | None:
    """The "none" that ends "Scans: none" and "Allergies: none known", and the denial that is all of "Below 30: do not use"."""
    ends = [_ends(terms[index + far : index + far + 1]) for far in (1, 2)]
    if not {"none": any(ends), "avoid": ends[0], "not": ends[1]}.get(terms[index].text.lower(), False):
        return None
    label = _label_before(terms, clauses, index)
    return Negator(index, "backward", tuple(label), frozenset(label) | {index}) if label else None


def _is_finite(term: Term) -> bool:
    """By the very word: what denies is read as a "should" as well ("contraindicated"), and is no verb for that."""
    return term.text.lower() in _FINITE


def _label_before(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> list[int]:
    """What stands before the colon that opens a clause: of "Scans: none" and "X: contraindicated" it is what is denied."""
    begin = next((other for other in range(len(terms)) if clauses[other] == clauses[index]), index)
    if not begin or terms[begin].text != ":":
        return []
    return [other for other in range(begin) if clauses[other] == clauses[begin - 1] and not terms[other].filler]


def _in_label(terms: tuple[Term, ...], index: int) -> Negator | None:
    """The "not" of the label "Not severe: X": it sets the case of what follows, and denies no more than its own words."""
    if index or not terms[index].keys & _PLAIN:
        return None
    colon = next((other for other in range(1, min(len(terms), _LABEL + 2)) if terms[other].text == ":"), 0)
    focus = [other for other in range(1, colon) if not terms[other].filler]
    return Negator(index, "local", tuple(focus), frozenset(focus)) if focus else None


def _denies_nothing(terms: tuple[Term, ...], index: int) -> bool:
    """True for "not only", "not … just one" and "not … until", for "not even" behind another denial, for growth held back.

    So for the "not" that ends "a reason why not:" and "if not,": it denies nothing behind the mark.
    """
    following = terms[index + 1 : index + 2]
    if terms[index].keys & _PLAIN and index and terms[index - 1].text.lower() in _LEFT_OPEN and _ends(following):
        return True
    if any(term.keys & _NOT_ONLY for term in following) or one_of_more(terms, index) or awaited(terms, index):
        return True
    if any(term.keys & _EVEN for term in following) and any(other.has("negators") for other in terms[:index]):
        return True
    return bool(terms[index].keys & _SLOWING) and any(
        terms[other].keys & _GROWTH for other in _next_content(terms, index, _FOCUS)
    )


def _ends(following: tuple[Term, ...]) -> bool:
    return not following or following[0].punctuation


def one_of_more(terms: tuple[Term, ...], index: int) -> bool:
    """True for the "not" of "doesn't come in just one form": there are more."""
    behind = [word for term in terms[index + 1 : index + 1 + _CLOSE] for word in term.text.lower().split()]
    return any(left in _JUST and right in _ONE for left, right in pairwise(behind))


def awaited(terms: tuple[Term, ...], index: int) -> int:
    """The place of the "until" in "should not begin until X", where the denial tells the time before; 0 without one.

    Who must not stop until X goes on: that denial stays.
    """
    if not (terms[index].keys & _PLAIN or terms[index].text.lower() in _SHORT_NOT):
        return 0
    verb = next(iter(_next_content(terms, index, 1)), index)
    if verb == index or any(name[:-1] == "going" or name == "start-" for name in terms[verb].names("opposites")):
        return 0
    for other in range(verb + 1, len(terms)):
        if terms[other].punctuation and terms[other].text in STRONG_ENDS:
            return 0
        if terms[other].keys & _UNTIL:
            return other
    return 0


def _set_aside(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> Negator | None:
    """The negator of ", not X", "but not X", "and not in X" and "who have not X": it turns no more than what follows."""
    contracted = terms[index].text.lower() in _CONTRACTED
    if not contracted and not terms[index].keys & _PLAIN:
        return None
    before = terms[index - 1] if index else None
    contrast = (
        not contracted
        and before is not None
        and (
            before.text in {",", "—", "(", "-"}
            or ("w:but" in before.keys and "w:not" in terms[index].keys)
            or ("w:and" in before.keys and any(other.text.lower() in _BEFORE_NOUNS for other in terms[index + 1 : index + 2]))
            or (before.text == ";" and any(other.text.lower() in _CASES for other in terms[index + 1 : index + 2]))
        )
    )
    relative = any(other.keys & _RELATIVE for other in terms[max(0, index - 3) : index])
    if not contrast and not relative:
        return _beside_another(terms, index)
    focus = _next_content(terms, index, 1 if contrast else _FOCUS)
    wide = _until_comma(terms, clauses, index)
    if relative and terms[index].keys & _DETERMINER:  # "X that contains no Y is Z" says nothing of Z
        verb = _verb_after(terms, index)
        focus, wide = ([other for other in near if other < verb] for near in (focus, wide))
    return Negator(index, "local", tuple(focus), frozenset(wide))


def _beside_another(terms: tuple[Term, ...], index: int) -> Negator | None:
    """The "no" of "those with A and no B do not need C": it denies B alone, as the verb behind has a denial of its own."""
    verb = _verb_after(terms, index)
    if not terms[index].keys & _DETERMINER or not index or terms[index - 1].text.lower() not in _LISTS:
        return None
    if not any(other.has("negators", "clause") for other in terms[verb : verb + 2]):
        return None
    focus = [other for other in _next_content(terms, index, _FOCUS) if other < verb]
    return Negator(index, "local", tuple(focus), frozenset(focus)) if focus else None


def _verb_after(terms: tuple[Term, ...], index: int) -> int:
    """The place of the next finite verb; that of the end without one."""
    places = (other for other in range(index + 1, len(terms)) if _is_finite(terms[other]) or terms[other].text.lower() in _DOING)
    return next(places, len(terms))


def _of_clause(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> Negator:
    following = _next_content(terms, index, _FOCUS)
    if terms[index].keys & _DETERMINER:
        verb = next((other for other in range(index + 1, len(terms)) if _is_finite(terms[other])), len(terms))
        following = [other for other in following if other < verb] or following
        following += [
            other for other in _next_content(terms, min(verb, len(terms) - 1), 1) if terms[other].has("opposites", "knowledge+")
        ]
    elif terms[index].text.lower().endswith("ing"):  # "avoiding X is Y" says nothing of Y
        verb = next((other for other in range(index + 1, len(terms)) if _is_finite(terms[other])), len(terms))
        following = [other for other in following if other < verb] or following
    excused = [other for other in _next_content(terms, index, _FOCUS + 1) if not terms[other].keys & _GROUNDS]
    following = excused[:_FOCUS] if following and terms[following[0]].keys & _GROUNDS and excused else following
    focus = [other for other in following if clauses[other] == clauses[index]]
    focus = focus or _clause_content(terms, clauses, index) or following
    reach = {other for other in range(len(terms)) if clauses[other] == clauses[index] and other != index} | set(focus)
    return Negator(index, "clause", tuple(focus), frozenset(reach))


def _until_comma(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> list[int]:
    found: list[int] = []
    for other in range(index + 1, len(terms)):
        if clauses[other] != clauses[index] and terms[other].punctuation:
            break
        if terms[other].text == ",":
            break
        found.append(other)
    return found


def _next_content(terms: tuple[Term, ...], index: int, count: int) -> list[int]:
    found: list[int] = []
    for other in range(index + 1, len(terms)):
        if terms[other].punctuation and terms[other].text in STRONG_ENDS:
            break
        if terms[other].filler:
            continue
        found.append(other)
        if len(found) == count:
            break
    return found


def _clause_content(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> list[int]:
    return [other for other, term in enumerate(terms) if clauses[other] == clauses[index] and not term.filler and other != index]


def doubles_of(negators: list[Negator], terms: tuple[Term, ...]) -> dict[int, int]:
    """Two clause negators where the second is what the first denies ("do not withhold"): the second's place → the first's.

    They say nothing together.
    """
    found: dict[int, int] = {}
    dropped: set[int] = set()
    by_index = {negator.index: negator for negator in negators}
    for negator in negators:
        if negator.index in dropped or negator.kind != "clause":
            continue
        following = _next_content(terms, negator.index, _EXCUSED)
        if terms[negator.index].keys & _DETERMINER:  # "those with no Y do not need X" denies both
            following = [other for other in following if other < _verb_after(terms, negator.index)]
        excuse = next((place for place, index in enumerate(following) if terms[index].keys & _EXCUSES), None)
        near = {
            *(following[: excuse + 2] if excuse is not None else negator.focus[:1]),
            *(other.index for other in negators if other.kind == "backward" and other.index in negator.wide),
        }
        for other in sorted(near):
            second = by_index.get(other)
            if second and terms[other].keys & {"w:nor"}:
                continue
            if second and second.kind != "local" and other > negator.index and other not in dropped:
                dropped |= {negator.index, other}
                found[other] = negator.index
                break
    return found
