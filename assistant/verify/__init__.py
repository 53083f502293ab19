"""Claim + cited words → verdict: one file per check, pure, no model needed.

A claim is supported if every sentence of it, or every part of a combined sentence, is said by one sentence or bullet
of the evidence (with its lead-in and headings), and no check finds a reason against it. Words that neither lexicon nor
wordings know are not stated: comparing them in context with an embedding model was measured, and the words of wrong
claims ("kidneys" beside "lungs") came out as near as those of faithful ones. With these verdicts before it,
``assistant.reread`` asks a trained reader about such words.
"""

from assistant.verify.decide import verify_claim
from assistant.verify.opposed import may_be_opposed

__all__ = ["may_be_opposed", "verify_claim"]
