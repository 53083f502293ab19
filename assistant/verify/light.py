"""Whether a word that the cited words don't say tells so little that the claim may hold it all the same. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.verify.appended import is_appended
from assistant.verify.english import is_plain
from assistant.verify.matching import Match
from assistant.verify.replaced import is_replaced
from assistant.verify.spoken_for import is_kin_of_another
from assistant.verify.terms import Term
from assistant.verify.wordings import forms_of, named_troubles, stem, wordings

_SAID_FOR_SOFT = 3
_SAID_FOR_VERB = 4
_SAID_FOR_PLAIN = 3
_VERBAL_ENDINGS = ("ed", "ing", "ly")
_VERBS = ("ing", "s", "ed")
_GENERIC = frozenset(("other", "site", "route", "organisation", "person"))
_BEFORE_VERBS = frozenset("to has have had will can may might should must could would not".split())
_BEFORE_NOUNS = frozenset(("a", "an", "the", "with", "in", "of", "for", "no", "without"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "these", "those", "this", "that"))
_TELLING = ("telling", "opposites", "strength")
# What limits, counts or denies is never light.
_FIRM = (*_TELLING, "universal", "restrictive", "quantifiers", "negators", "routes", "operators", "conditions")
# What is combined, and what has failed, is never said in passing.
_TELLS = frozenset(("g:combine", "g:failure", "g:stops_working"))
# "In five sessions": a count that nothing says.
_COUNTS = frozenset("three four five six seven eight nine ten eleven twelve twenty thirty".split())
# How large, old, strong or lasting a thing is: another than the same thing without it.
_DEGREES = frozenset(
    (
        "small large big tiny minor major huge young old elderly low high mild severe moderate slight heavy brief sudden gradual"
        " recent irregular permanent temporary partial entire extra emergency"
    ).split()
)
_JOINTS = frozenset(("and", "or", "nor", "plus", "&"))
# What turns a word into its opposite.
_TURNING = ("ab", "un", "in", "im", "ir", "il", "non-", "non", "dis", "mis")
_SHORTEST = 3
_TWO = 2
_BY = frozenset(("by", "a", "an", "the", "your", "their", "his", "her", "its", "my", "our"))
_POSSESSIVE = ("'s", "s'")
_BEHIND_NOUNS = frozenset(("and", "or", "of", "in", "on", "with", "for", "to", "that", "which", "who"))


def is_light(match: Match, index: int, missing: Sequence[int]) -> bool:
    """True for a soft word, a verb that tells nothing new, or plain English in a phrase of which the rest is said.

    ``missing`` are the claim's terms that nothing says.
    """
    term = match.claim.terms[index]
    said = len(match.claim.content()) - len(missing)
    before = match.claim.terms[index - 1].text.lower() if index else ""
    if (
        is_kin_of_another(match, index)
        or is_appended(match, index, missing)
        or is_replaced(match, index)
        or _counts_more(match, index)
        or _is_turned(match, index)
        or term.text.lower() in _DEGREES
    ):
        return False
    if term.keys & (_TELLS | named_troubles()) or _is_named(match, index) or term.has("opposites", "order+"):
        return False
    if term.has("soft") and not (term.text.endswith("ed") and before in _BEFORE_NOUNS):
        return said >= _SAID_FOR_SOFT
    written = term.text if index else term.text[:1].lower() + term.text[1:]
    if term.concept is not None or not written.islower() or _describes(match, index):
        return False
    if (
        not term.parts
        and not term.has("telling")
        and not term.has("opposites")
        and said >= _SAID_FOR_VERB
        and _is_verb(match, index)
    ):
        return True
    return said >= _SAID_FOR_PLAIN and not any(term.has(family) for family in _FIRM) and _all_plain(term)


def _counts_more(match: Match, index: int) -> bool:
    """True for the "five" of "in five sessions": a count that nothing says."""
    following = match.claim.terms[index + 1 : index + 2]
    return match.claim.terms[index].text.lower() in _COUNTS and bool(following) and not following[0].filler


def _is_turned(match: Match, index: int) -> bool:
    """True for "normal" where the statement says "abnormal", and for "unhealthy" where it says "healthy"."""
    own = match.claim.terms[index].text.lower()
    said = {term.text.lower() for place, term in enumerate(match.ground.terms) if not match.claims_for(place)}
    return any(own == f"{prefix}{one}" or one == f"{prefix}{own}" for one in said for prefix in _TURNING)


def _is_named(match: Match, index: int) -> bool:
    """True for a thing, the last of several and another choice, which all add to what is said."""
    return _is_noun(match, index) or _is_joined(match, index) or _is_another_choice(match, index)


def _is_noun(match: Match, index: int) -> bool:
    """True where a thing is named that may look like a verb: "by a nurse", "the patient's wishes"."""
    terms = match.claim.terms
    before, following = (terms[index - 1] if index else None), terms[index + 1 : index + 2]
    ends = not following or following[0].punctuation or following[0].text.lower() in _BEHIND_NOUNS
    possessed = before is not None and before.text.lower().endswith(_POSSESSIVE)
    behind = before is not None and (before.text.lower() in _BY or possessed)
    return behind and ends


def _is_joined(match: Match, index: int) -> bool:
    """True for the last of what is joined ("the test and counselling"), unless the statement joins what isn't said either."""
    terms = match.claim.terms
    following = terms[index + 1 : index + 2]
    if index < _TWO or terms[index - 1].text.lower() not in _JOINTS or (following and not following[0].punctuation):
        return False
    said = match.links[index - 2] or index - 2 in match.in_context
    theirs = match.ground.terms
    left = any(
        theirs[other - 1].text.lower() in _JOINTS and match.ground.is_own(theirs[other]) and not match.claims_for(other)
        for other in range(1, len(theirs))
        if not theirs[other].filler
    )
    return bool(said) and not left


def _is_another_choice(match: Match, index: int) -> bool:
    """True for the "therapist" of "a nurse or therapist": what a claim adds with "or" is another choice.

    A word before a thing that is said adds none ("tablets or drinkable liquids").
    """
    following = match.claim.terms[index + 1 : index + 2]
    if any(match.links[index + 1 : index + 2]) and not following[0].text.lower().endswith(_VERBS[::2]):
        return False
    before = [term.text.lower() for term in match.claim.terms[max(0, index - 2) : index]]
    chosen = before[-1:] == ["or"] or (before[-2:-1] == ["or"] and before[-1] in _DETERMINERS)
    return chosen and not any(match.claim.terms[index].has(family) for family in ("fillers", "soft"))


def _describes(match: Match, index: int) -> bool:
    """True right before a named thing, for any word but a verb: an "urgent" biopsy is another than a biopsy."""
    following = match.claim.terms[index + 1 : index + 2]
    named = bool(following) and following[0].concept is not None and following[0].concept.kind not in _GENERIC
    return named and not match.claim.terms[index].text.lower().endswith(_VERBS)


def _all_plain(term: Term) -> bool:
    """True if each word of the term is a filler, soft or plain English, and none limits, counts or denies."""
    return all(_is_small(word) for word in forms_of(term.text))


def _is_small(word: str) -> bool:
    length, tags = wordings().longest((stem(word),), (word,))
    families = {tag.family for tag in tags} if length else set()
    if families & {"fillers", "soft"} and not families & {"negators", "restrictive"}:
        return True
    return len(word) >= _SHORTEST and word.isascii() and not families.intersection(_FIRM) and is_plain(word)


def _is_verb(match: Match, index: int) -> bool:
    """True for a word that looks and stands like a verb or an adverb."""
    term = match.claim.terms[index]
    before = match.claim.terms[index - 1].text.lower() if index else ""
    following = match.claim.terms[index + 1].text.lower() if index + 1 < len(match.claim.terms) else ""
    # "The arteries that supply it": behind an article stands a noun.
    finite = term.text.endswith("s") and following in _DETERMINERS and before not in _BEFORE_NOUNS | _DETERMINERS
    adjective = before in _BEFORE_NOUNS and not term.text.endswith("ly")
    return (term.text.endswith(_VERBAL_ENDINGS) and not adjective) or before in _BEFORE_VERBS or finite
