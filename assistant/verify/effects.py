"""What brings about what: "A causes B" is "B is caused by A", and not "B causes A". Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_BRINGING = frozenset(
    f"w:{word}"
    for word in (
        *("caus", "lead to", "result in", "trigger", "induc", "provok", "bring about", "give rise to", "determin", "dictat"),
        *("govern", "guid", "allow", "enabl", "in turn", "this in turn", "therebi"),
    )
)
_BROUGHT = frozenset(
    f"w:{word}"
    for word in (
        "depend on",
        "depend upon",
        "due to",
        "result from",
        "stem from",
        "because of",
        "hing on",
        "attribut to",
        "caus by",
        "determin by",
        "guid by",
        "driven by",
        "drive by",
    )
)
_IN_TURN = frozenset(("w:in turn", "w:this in turn"))
_SEGMENTS = frozenset(";:.\n")
_FEARED = frozenset(("risk", "danger", "possibility", "hazard", "chance"))
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Effect:
    cause: tuple[Term, ...]
    effect: tuple[Term, ...]
    cue: Term


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim makes the cause of what the statement calls an effect."""
    pairs = [(one, other) for one in _effects_of(match.claim) for other in _effects_of(match.ground.statement)]
    met = [(*_met(one, other, lexicon), other.cue) for one, other in pairs]
    if not met:
        return ()
    straight, crossed, cue = max(met, key=lambda pair: (pair[0] + pair[1], pair[0]))
    if crossed < _LEAST or crossed <= straight:
        return ()
    return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim turns cause and effect round around “{cue.text}”"),)


def _met(ours: _Effect, theirs: _Effect, lexicon: Lexicon) -> tuple[int, int]:
    """How much both have for cause and for effect, and how much for the other."""
    straight = _overlap(ours.cause, theirs.cause, lexicon) + _overlap(ours.effect, theirs.effect, lexicon)
    return straight, _overlap(ours.cause, theirs.effect, lexicon) + _overlap(ours.effect, theirs.cause, lexicon)


def _effects_of(scoped: Scoped) -> list[_Effect]:
    """The causes and effects that a text names; "depending on A, B" and "B, depending on A, …" alike."""
    terms = scoped.terms
    found: list[_Effect] = []
    for index, term in enumerate(terms):
        # "In turn" is a name for a sequence, too.
        if (term.concept and not term.keys & _IN_TURN) or not term.keys & (_BRINGING | _BROUGHT):
            continue
        begin = max((place + 1 for place in range(index) if terms[place].text in _SEGMENTS), default=0)
        begin = _opened(terms, begin, index)
        stop = next((place for place in range(index + 1, len(terms)) if terms[place].text in _SEGMENTS), len(terms))
        depending = term.text.lower().startswith("depending")
        comma = next((place for place in range(index, stop) if terms[place].text == ","), stop) if depending else stop
        but = max((place + 1 for place in range(begin, index) if terms[place].text.lower() == "but"), default=begin)
        left = tuple(other for other in terms[but:index] if _counts(other)) or tuple(
            other for other in terms[begin:index] if _counts(other)
        )
        end = comma if depending else _end_of_side(terms, begin, index, stop)
        right = tuple(other for other in terms[index + 1 : end] if _counts(other))
        left = left or tuple(other for other in terms[comma:stop] if _counts(other))
        passive = index + 1 < len(terms) and terms[index + 1].text.lower() == "by"
        if left and right:
            # "Avoid X due to the risk of Y": it is Y that comes of X.
            feared = any(other.text.lower() in _FEARED for other in terms[index + 1 : index + 4])
            turned = passive or (bool(term.keys & _BROUGHT) and not feared)
            found.append(_Effect(right, left, term) if turned else _Effect(left, right, term))
    return found


def _opened(terms: tuple[Term, ...], begin: int, index: int) -> int:
    """Where begins what is said to bring something about: "X is not advised if | the tumor causes no symptoms"."""
    opened = max((place for place in range(begin, index) if terms[place].has("conditions", "if")), default=-1)
    return begin if opened < 0 or any(term.text == "," for term in terms[opened:index]) else opened + 1


def _end_of_side(terms: tuple[Term, ...], begin: int, index: int, stop: int) -> int:
    """Where ends what a cue speaks of: "pain caused by X | may be treated", "when X causes pain, | give Y"."""
    supposed = any(term.has("conditions", "if") for term in terms[begin:index])
    for place in range(index + 2, stop):
        if terms[place].has("strength") or (supposed and terms[place].text == ","):
            return place
    return stop


def _counts(term: Term) -> bool:
    return not term.filler and not term.quantity and not term.has("strength")


def _overlap(ours: tuple[Term, ...], theirs: tuple[Term, ...], lexicon: Lexicon) -> int:
    return sum(any(says(term, other, lexicon) or says(other, term, lexicon) for other in theirs) for term in ours)
