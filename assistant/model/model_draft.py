"""A language model's draft in, draft claims for the gate out; what fails is offered to the model once more, then withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import DraftClaim, Question, StandaloneQuestion, WithheldClaim
from assistant.citation.enforce import enforce
from assistant.citation.enforced import EnforcedDraft
from assistant.citation.gate import Verify
from assistant.citation.no_claim import ASKED
from assistant.errors import MalformedDraftError, ModelUnavailableError
from assistant.model.llm import ModelDrafter
from assistant.prompts import NumberedPassage
from assistant.retrieval.signals import Judged
from assistant.words.language import detect_language
from assistant.words.lead_in import as_read
from assistant.words.lexicon import Lexicon

_PASSAGES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDraft:
    """Claims that already passed once, and what did not. ``declined`` if the model found no answer in the passages.

    ``unsaid`` are the ids of the statements that withheld sentences cite and no claim that passed does: a sentence that strays
    from its statement takes nothing away from the reader if the statement itself answers the question.
    """

    drafts: tuple[DraftClaim, ...]
    withheld: tuple[WithheldClaim, ...]
    declined: bool = False
    unsaid: frozenset[str] = frozenset()


def draft_with_model(
    model: ModelDrafter,
    question: Question,
    standalone: StandaloneQuestion,
    judged: Sequence[Judged],
    *,
    verify: Verify,
    lexicon: Lexicon | None = None,
) -> ModelDraft:
    """The model's claims over the best statements, one repair round included.

    Raises:
        ModelUnavailableError: the model can't be had in time.
        MalformedDraftError: what it writes can't be read as claims with marks, or is in another language than the question.

    """
    chosen = [entry.profile.statement for entry in judged[:_PASSAGES]]
    titles = [entry.profile.source.title for entry in judged[:_PASSAGES]]
    passages = [
        NumberedPassage(number=n, text=text, heading_path=one.heading_path, lead_in=lead_in, title=title)
        for n, (one, title) in enumerate(zip(chosen, titles, strict=True), start=1)
        for text, lead_in in [as_read(one)]
    ]
    audience, language = question.audience, standalone.language
    text = model.draft(standalone.text, passages, audience=audience, language=language)
    if not text:
        return ModelDraft(drafts=(), withheld=(), declined=True)
    if detect_language(text, default=language) != language:
        message = f"the language model wrote in another language than the question's ({language})"
        raise MalformedDraftError(message)
    first = enforce(standalone.text, passages, text, verify=verify, lexicon=lexicon)
    failed = _withheld(first)
    if not failed:
        return ModelDraft(drafts=_claims(first, [s.statement_id for s in chosen]), withheld=())
    try:
        mended = model.repair(standalone.text, passages, draft=text, withheld=failed, audience=audience, language=language)
    except (ModelUnavailableError, MalformedDraftError):
        mended = ""  # what was verified before stands; a repair is an offer, not a condition
    second = enforce(standalone.text, passages, mended, verify=verify, lexicon=lexicon)
    ids = [s.statement_id for s in chosen]
    known = {claim.text for claim in first.shown}
    extra = tuple(claim for claim in _claims(second, ids) if claim.text not in known)
    drafts = (*_claims(first, ids), *extra)
    said = {statement_id for claim in drafts for statement_id in claim.evidence}
    cited = {ids[n - 1] for piece in first.withheld for n in piece.numbers if 0 < n <= len(ids)}
    return ModelDraft(drafts=drafts, withheld=failed, unsaid=frozenset(cited - said))


def with_own_words(written: ModelDraft, extractive: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    """The model's claims, and what the extractive draft says from the statements that the model's sentences strayed from.

    What would open the extractive answer opens this one: it is what was asked for.
    """
    own = [claim for claim in extractive if written.unsaid.intersection(claim.evidence[:1])]
    opening = own[:1] if own[:1] == list(extractive[:1]) else []
    return (*opening, *written.drafts, *own[len(opening) :])


def _claims(enforced: EnforcedDraft, statement_ids: Sequence[str]) -> tuple[DraftClaim, ...]:
    return tuple(
        DraftClaim(text=claim.text, evidence=tuple(statement_ids[n - 1] for n in claim.citations)) for claim in enforced.shown
    )


def _withheld(enforced: EnforcedDraft) -> tuple[WithheldClaim, ...]:
    """What failed, less the questions: a model that asks "shall I go on?" has claimed nothing that a reader could miss."""
    return tuple(WithheldClaim(text=one.text, reasons=one.reasons) for one in enforced.withheld if one.reasons != (ASKED,))
