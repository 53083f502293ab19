"""Whom a claim speaks for: "Mum should be checked" names a patient and says no more than "check the patient". Pure.

A word for one's kin, or a name behind a title, stands for the patient where the cited words name no kin themselves, and where
it isn't somebody's ("whose mother", "a sister with X"), which would tell something of the patient.
"""

from __future__ import annotations

from assistant.question.kin import kin
from assistant.verify.folding import fold
from assistant.verify.matching import Match

_HIS = frozenset(("her", "his", "their", "su", "a", "an"))
_SOMEBODYS = frozenset("whose her his their its a an any no each every some another other".split())


def stands_for_patient(match: Match, index: int) -> bool:
    """True for a claim's word that only names the patient."""
    term = match.claim.terms[index]
    if term.concept is not None or not (_is_kin(match, index) or _is_name(match, index)):
        return False
    return not any(
        _bare(word) in kin().personal for scoped in (match.ground.statement, match.ground.context) for word in scoped.text.split()
    )


def is_kin_of_another(match: Match, index: int) -> bool:
    """True for the "mother" of "whose mother takes X" and "with a sister": another than the patient."""
    before = match.claim.terms[index - 1].text.lower() if index else ""
    return _bare(match.claim.terms[index].text) in kin().personal and before in _SOMEBODYS and not _is_kin(match, index)


def _is_kin(match: Match, index: int) -> bool:
    terms = match.claim.terms
    if _bare(terms[index].text) not in kin().personal:
        return False
    before = terms[index - 1] if index else None
    if index == 1 and before is not None and before.text.lower() in _HIS:
        return True  # "Her mum should be checked"
    return before is None or before.text.lower() not in _SOMEBODYS


def _is_name(match: Match, index: int) -> bool:
    """True for the "Rosa" of "aunt Rosa" and the "Lee" of "Mrs Lee", and for such a title itself."""
    terms = match.claim.terms
    title = index if _bare(terms[index].text) in kin().titles else index - 1
    if title < 0 or _bare(terms[title].text) not in kin().titles or title + 1 >= len(terms):
        return False
    return terms[title + 1].concept is None and terms[title + 1].text[:1].isupper()


def _bare(word: str) -> str:
    return fold(word).lower().strip(".,;:").removesuffix("'s").removesuffix("'d").removesuffix("'ll")
