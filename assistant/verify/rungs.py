"""The ladder of strength: the words that stand on it, what they are called, which are alike. Pure."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.conditional import is_supposed
from assistant.verify.scopes import Scoped

RUNGS = {
    "needless": 2.5,
    "must": 6.0,
    "strong": 5.5,
    "should": 5.0,
    "consider": 4.25,
    "usual": 3.6,
    "may": 3.0,
    "can": 3.0,
    "unlikely": 2.0,
}
NAMES = {
    2.5: "required",
    6.0: "must",
    5.5: "strongly recommended",
    5.0: "recommended",
    4.25: "should be considered",
    3.6: "usually",
    3.0: "may",
    2.0: "unlikely",
}
HEDGES = frozenset(("may", "usual", "unlikely", "consider"))
MODALS = frozenset(("w:may", "w:might", "w:can", "w:could"))
_PERHAPS = frozenset(("w:may", "w:might"))
STEP = 0.5
_LEAVES_OPEN = frozenset(("required", "mandatory", "necessary", "essential", "obligatory", "compulsory"))
_LISTING = frozenset(("w:includ", "w:compris", "w:consist", "w:refer"))
_NEXT = 3
_ASKING = frozenset(("how", "whether"))
_DEGREES = frozenset(("more", "most", "less", "least", "as", "how", "too", "equally", "similarly", "so"))
_FAVOURED = frozenset(("favoured", "favored"))
_CHIEF = frozenset(
    ("primary", "main", "principal", "chief", "preferred", "standard", "first", "best", "leading", "only", "foremost")
)
_ONE = frozenset(("one", "a", "an", "another", "possible", "are", "among"))
_WEIGHTY = frozenset(("essential", "vital", "crucial", "indispensable"))
_PARTS = frozenset("part parts piece pieces component components element elements role pillar pillars ingredient".split())
_CONSIDERING = frozenset(("consider", "think about"))
_BEFORE_ORDERS = frozenset((",", ";", ":", "—", "-", "(", "and", "or", "so", "then", "and then", "but", "please", "also"))
_LINKING = frozenset(("is", "are", "was", "were", "be", "been"))


@dataclass(frozen=True, slots=True)
class Rung:
    """A strength word: its place (-1: said by the form of the statement), its name, whether it is denied."""

    index: int
    name: str
    denied: bool


def profile(scoped: Scoped, indexes: AbstractSet[int]) -> list[Rung]:
    """The strength words at ``indexes``; those inside of a condition weigh nothing."""
    return list(_profile(scoped, frozenset(indexes)))


@lru_cache(maxsize=1024)
def supposed(scoped: Scoped) -> frozenset[int]:
    """The terms inside of the conditions: what is only supposed affirms nothing, and its verb isn't the sentence's."""
    return frozenset(
        index for index, term in enumerate(scoped.terms) if is_supposed(scoped.text, term.start, kinds=("if", "unless"))
    )


@lru_cache(maxsize=1024)
def _profile(scoped: Scoped, indexes: frozenset[int]) -> tuple[Rung, ...]:
    indexes -= supposed(scoped)
    found = [
        Rung(
            index,
            name,
            not leaves_open(scoped, index) and (index in scoped.denied) != scoped.terms[index].has("negators", "clause"),
        )
        for index in sorted(indexes)
        for name in sorted(scoped.terms[index].names("strength"))
        if name in RUNGS
        and not _lists(scoped, index)
        and not _counts_only(scoped, index)
        and not _found(scoped, index)
        and not _aside(scoped, index)
        and not _is_the_one(scoped, index)
        and not _is_part(scoped, index)
    ]
    found += [Rung(index, "may", index in scoped.denied) for index in sorted(indexes) if _is_choice(scoped, index)]
    found += [
        Rung(index, name, index in scoped.denied)
        for index in sorted(indexes)
        if _asks_to_consider(scoped, index)
        for name in ("consider", "may")
    ]
    found += [Rung(index, "usual", index in scoped.denied) for index in sorted(indexes) if _is_most(scoped, index)]
    found = [_needless(scoped, rung) for rung in found]
    # "May need", "may be required" and "may be worth considering" are no stronger than "may".
    return tuple(
        rung
        for rung in found
        if not any(
            other.name in {"may", "can"}
            and 0 < rung.index - other.index <= _NEXT
            and rung.name in {"must", "should", "consider"}
            and scoped.clauses[rung.index] == scoped.clauses[other.index]
            for other in found
        )
    )


def leaves_open(scoped: Scoped, index: int) -> bool:
    """True for the "may" of "may not be suitable": what it leaves open is a denial."""
    following = scoped.terms[index + 1 : index + 2]
    return bool(scoped.terms[index].keys & _PERHAPS) and any(term.keys & {"w:not"} for term in following)


def _lists(scoped: Scoped, index: int) -> bool:
    """True for "can mean", "may include": it explains or lists, and recommends nothing."""
    following = scoped.terms[index + 1 : index + 2]
    meaning = bool(scoped.terms[index].keys & {"w:can", "w:could"}) and any(term.keys & {"w:mean"} for term in following)
    return meaning or (bool(scoped.terms[index].keys & MODALS) and any(term.keys & _LISTING for term in following))


def _aside(scoped: Scoped, index: int) -> bool:
    """True for "who might need X" and "how long it should last", which describe, and for "should X happen, …", which supposes."""
    before = [term.text.lower() for term in scoped.terms[max(0, index - _NEXT - 1) : index]]
    modal = bool(scoped.terms[index].keys & (MODALS | {"w:should"}))
    if not index and not scoped.text.rstrip().endswith("?") and scoped.terms[index].text.lower() == "should":
        return True
    return modal and (before[-1:] in (["who"], ["whoever"]) or any(word.split(" ")[0] in _ASKING for word in before))


def _found(scoped: Scoped, index: int) -> bool:
    """True for "remission favoured X": a result that came out so, not what anybody recommends."""
    before = [other.text.lower() for other in scoped.terms[max(0, index - 2) : index]]
    return scoped.terms[index].text.lower() in _FAVOURED and bool(before) and not set(before) & _LINKING


def _counts_only(scoped: Scoped, index: int) -> bool:
    """True for "more often", "less common", "as frequent as", "the usual dose": it counts, and hedges nothing."""
    term = scoped.terms[index]
    if not term.has("strength", "usual"):
        return False
    before = [other.text.lower() for other in scoped.terms[max(0, index - 2) : index]]
    if before and (before[-1] in _DEGREES or (term.text.lower() == "usual" and not set(before) & _LINKING)):
        return True
    following = scoped.terms[index + 1 : index + 2]
    bare = term.text.lower() == "frequent" and not (before and before[-1] in _LINKING)
    return bare and bool(following) and not following[0].punctuation and not following[0].filler


def _is_the_one(scoped: Scoped, index: int) -> bool:
    """True for "the primary treatment option": no other is left open beside it."""
    before = {term.text.lower() for term in scoped.terms[max(0, index - _NEXT) : index]}
    return scoped.terms[index].text.lower() == "option" and bool(before & _CHIEF) and not before & {"a", "an", "one", "another"}


def _is_part(scoped: Scoped, index: int) -> bool:
    """True for "an essential part of X", which ranks a thing and tells nobody what to do."""
    following = [word for other in scoped.terms[index + 1 : index + 2] for word in other.words[:1]]
    return scoped.terms[index].text.lower() in _WEIGHTY and not _PARTS.isdisjoint(following)


def _is_choice(scoped: Scoped, index: int) -> bool:
    """True for "one first-line choice is X", "another choice", "these are the choices".

    Not for "the choice of X" and "an alternative drug".
    """
    term = scoped.terms[index]
    if term.text.lower() not in {"choice", "choices", "alternative"} or term.has("strength"):
        return False
    before = {other.text.lower() for other in scoped.terms[max(0, index - _NEXT) : index]}
    following = [other.text.lower() for other in scoped.terms[index + 1 : index + 2]]
    named = term.text.lower() == "alternative" and any(not other.filler for other in scoped.terms[index + 1 : index + 2])
    return not named and following != ["of"] and bool(before & _ONE) and not before & _CHIEF


def _asks_to_consider(scoped: Scoped, index: int) -> bool:
    """True for "consider X" as an order, which leaves X open."""
    before = [term.text.lower() for term in scoped.terms[max(0, index - 1) : index]]
    return scoped.terms[index].text.lower() in _CONSIDERING and not set(before) - _BEFORE_ORDERS


def _needless(scoped: Scoped, rung: Rung) -> Rung:
    """“Not mandatory” leaves it open, “must not” forbids it."""
    if rung.name == "must" and rung.denied and scoped.terms[rung.index].text.lower() in _LEAVES_OPEN:
        return Rung(rung.index, "needless", denied=True)
    return rung


def _is_most(scoped: Scoped, index: int) -> bool:
    """True for "most drugs", not for "benefit most" or "the most common"."""
    if scoped.terms[index].text.lower() != "most" or (index and scoped.terms[index - 1].text.lower() == "the"):
        return False
    return any(
        term.text.lower().endswith("s") or term.text.lower() in {"women", "people"}
        for term in scoped.terms[index + 1 : index + 3]
        if not term.punctuation
    )


def alike(ours: Rung, theirs: Rung) -> bool:
    """True for neighbours on the ladder; what must not and what should not be done is forbidden alike."""
    if ours.denied != theirs.denied:
        return False
    if ours.denied and {ours.name, theirs.name} <= {"must", "strong", "should"}:
        return True
    return abs(RUNGS[ours.name] - RUNGS[theirs.name]) <= STEP
