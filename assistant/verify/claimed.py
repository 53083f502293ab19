"""A claim as the checks read it: its sentences in plain English, what states nothing left out. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answers import Evidence
from assistant.verify.begun import begun
from assistant.verify.beside_words import beside_words
from assistant.verify.cases_recast import cases_recast
from assistant.verify.contrasted import contrasted
from assistant.verify.denials_recast import denials_recast
from assistant.verify.denied_alike import denied_alike
from assistant.verify.folding import fold
from assistant.verify.members import with_class
from assistant.verify.not_before import not_before
from assistant.verify.openings import without_opening, without_others
from assistant.verify.per_document import told_apart
from assistant.verify.plainly import plainly
from assistant.verify.ranked import mirrored, ranked
from assistant.verify.recast import recast
from assistant.verify.reordered import claim_together, evidence_together
from assistant.verify.rephrased import rephrased
from assistant.verify.restated import restated
from assistant.verify.reworded import reworded
from assistant.verify.shorthand import written_out
from assistant.verify.spaced import spaced
from assistant.verify.spanish import evidence_in_english, in_english, is_spanish
from assistant.verify.split import sentences
from assistant.verify.times_told import times_told
from assistant.verify.told_anew import told_anew
from assistant.verify.told_as_cited import told_as_cited
from assistant.verify.told_by import untold
from assistant.words.lexicon import Lexicon

_BLANKS = re.compile(r"\s+")
_THEN = re.compile(r"^then,?\s+", re.IGNORECASE)


def read_claim(claim: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[list[str], Sequence[Evidence]] | None:
    """The sentences of a claim, and the evidence, in plain English; None for a claim that is quoted word for word."""
    claim = without_others(untold(told_apart(without_opening(claim, lexicon))), evidence)
    if is_verbatim(claim, evidence):
        return None
    claim, evidence = in_words(claim, evidence, lexicon)
    return with_conditions(sentences(claim)), evidence


def in_words(claim: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[str, Sequence[Evidence]]:
    """Claim and evidence in plain English: Spanish put into it, shorthand of the claim written out."""
    if is_spanish(claim):
        return in_english(claim, lexicon), evidence_in_english(evidence, lexicon)
    claim = told_as_cited(written_out(claim, evidence, lexicon), evidence)
    claim = times_told(rephrased(spaced(claim, evidence), evidence), evidence)
    claim = not_before(contrasted(denied_alike(claim, evidence), evidence), evidence)
    claim = denials_recast(cases_recast(claim, evidence), evidence)
    claim = beside_words(begun(recast(mirrored(ranked(claim), evidence), evidence), evidence), evidence)
    claim = plainly(restated(told_anew(reworded(claim, evidence), evidence), evidence), evidence)
    claim = claim_together(with_class(claim, evidence), evidence, lexicon)
    return claim, evidence_together(evidence, lexicon)


def is_verbatim(claim: str, evidence: Sequence[Evidence]) -> bool:
    """True if the claim is a statement, with or without its lead-in, or whole sentences of one, word for word."""
    wanted = _flat(claim)
    for piece in evidence:
        frames = ("", piece.lead_in, *(piece.heading_path[-1:]))
        if any(wanted == _flat(f"{frame} {piece.text}") for frame in frames):
            return True
        if any(wanted == _flat(sentence) for sentence in sentences(piece.text, cited=True)):
            return True
    return False


@lru_cache(maxsize=8192)
def _flat(text: str) -> str:
    return _BLANKS.sub(" ", fold(text)).strip().rstrip(".;").strip().lower()


def with_conditions(claimed: Sequence[str]) -> list[str]:
    """The sentences, where "Stable? Then X" reads "If stable, X"."""
    found: list[str] = []
    asked = ""
    for sentence in claimed:
        text = f"If {asked}, {_THEN.sub('', sentence)}" if asked else sentence
        asked = text.rstrip("? ") if text.endswith("?") and sentence is not claimed[-1] else ""
        if not asked:
            found.append(text)
    return found
