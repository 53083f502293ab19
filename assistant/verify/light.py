"""Whether a word that the cited words don't say tells so little that the claim may hold it all the same. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.verify.english import is_plain
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.verify.wordings import forms_of, stem, wordings

_SAID_FOR_SOFT = 3
_SAID_FOR_VERB = 4
_SAID_FOR_PLAIN = 3
_VERBAL_ENDINGS = ("ed", "ing", "ly")
_BEFORE_VERBS = frozenset("to has have had will can may might should must could would not".split())
_BEFORE_NOUNS = frozenset(("a", "an", "the", "with", "in", "of", "for", "no", "without"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "these", "those", "this", "that"))
_TELLING = ("telling", "opposites", "strength")
# What limits, counts or denies is never light.
_FIRM = (*_TELLING, "universal", "restrictive", "quantifiers", "negators", "routes", "operators", "conditions")
_SHORTEST = 3
# Where a phrase starts that could be appended to what is said.
_OPENING = frozenset(
    "with without in on at for during after before because since to by via per through under over within among against until if "
    "when while unless although despite as into onto upon about".split()
)


def is_light(match: Match, index: int, missing: Sequence[int]) -> bool:
    """True for a soft word, a verb that tells nothing new, or plain English in a phrase of which the rest is said.

    ``missing`` are the claim's terms that nothing says.
    """
    term = match.claim.terms[index]
    said = len(match.claim.content()) - len(missing)
    before = match.claim.terms[index - 1].text.lower() if index else ""
    if term.has("soft") and not (term.text.endswith("ed") and before in _BEFORE_NOUNS):
        return said >= _SAID_FOR_SOFT
    written = term.text if index else term.text[:1].lower() + term.text[1:]
    if term.concept is not None or not written.islower() or _is_appended(match, index, missing):
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


def _is_appended(match: Match, index: int, missing: Sequence[int]) -> bool:
    """True in a phrase of which nothing is said ("with food", "in an outpatient clinic"): it adds to the statement."""
    terms = match.claim.terms
    first = last = index
    while first > 0 and not _opens(terms[first]):
        first -= 1
    while last + 1 < len(terms) and not _opens(terms[last + 1]):
        last += 1
    around = (other for other in range(first, last + 1) if other == index or not (terms[other].filler or _opens(terms[other])))
    return all(other in missing for other in around)


def _opens(term: Term) -> bool:
    return term.punctuation or term.text.lower().split()[0] in _OPENING


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
    finite = term.text.endswith("s") and following in _DETERMINERS
    adjective = before in _BEFORE_NOUNS and not term.text.endswith("ly")
    return (term.text.endswith(_VERBAL_ENDINGS) and not adjective) or before in _BEFORE_VERBS or finite
