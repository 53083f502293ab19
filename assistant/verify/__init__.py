"""Claim + cited words → verdict: one file per check, pure, no model needed.

A claim is supported if every sentence of it, or every part of a combined sentence, is said by one sentence or bullet
of the evidence (with its lead-in and headings), and no check finds a reason against it.
"""

from assistant.verify.coverage import TokenAligner
from assistant.verify.decide import verify_claim

__all__ = ["TokenAligner", "verify_claim"]
