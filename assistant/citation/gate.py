"""Draft claims in, verified and withheld claims out: the one gate that every drafter's words pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, DraftClaim, Evidence, Reason, ReasonCode, Verdict, VerifiedClaim, WithheldClaim
from assistant.words.lead_in import as_read
from ingest.documents import Document, Statement

Verify = Callable[[str, Sequence[Evidence]], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What came through the gate and what did not. Citations are numbered by first use."""

    claims: tuple[VerifiedClaim, ...]
    withheld: tuple[WithheldClaim, ...]


def evidence_of(statement: Statement, document: Document) -> Evidence:
    """A statement as the verifier reads it."""
    return evidence_titled(statement, document.source.title)


def evidence_titled(statement: Statement, title: str) -> Evidence:
    """The same where no more of the document is at hand than its title."""
    text, lead_in = as_read(statement)
    return Evidence(
        text=text,
        heading_path=statement.heading_path,
        lead_in=lead_in,
        antecedent=statement.antecedent,
        title=title,
    )


def pass_gate(
    drafts: Iterable[DraftClaim],
    *,
    statements: Mapping[str, Statement],
    documents: Mapping[str, Document],
    verify: Verify,
    on_claim: Callable[[VerifiedClaim], None] = lambda _: None,
    on_withheld: Callable[[WithheldClaim], None] = lambda _: None,
) -> Passed:
    """Each draft claim verified against each statement that it points to; only those that support it are cited.

    A claim that none of its statements supports is tried against all of them together, which must then all be cited;
    failing that it is withheld with the reasons that the first statement gives.
    """
    claims: list[VerifiedClaim] = []
    withheld: list[WithheldClaim] = []
    numbers: dict[str, int] = {}
    for draft in drafts:
        known = [statement_id for statement_id in draft.evidence if statement_id in statements]
        evidence = {i: evidence_of(statements[i], documents[statements[i].source_id]) for i in known}
        verdict, supporting, reasons = _verify_one(draft, evidence, verify=verify)
        if verdict is None:
            failed = WithheldClaim(text=draft.text, reasons=reasons)
            withheld.append(failed)
            on_withheld(failed)
            continue
        citations = []
        for statement_id in supporting:
            statement = statements[statement_id]
            number = numbers.setdefault(statement_id, len(numbers) + 1)
            citations.append(Citation(number=number, document=documents[statement.source_id], statement=statement))
        claim = VerifiedClaim(text=draft.text, citations=tuple(citations), verdict=verdict, heading=draft.heading)
        claims.append(claim)
        on_claim(claim)
    return Passed(claims=tuple(claims), withheld=tuple(withheld))


def _verify_one(
    draft: DraftClaim, evidence: Mapping[str, Evidence], *, verify: Verify
) -> tuple[Verdict | None, tuple[str, ...], tuple[Reason, ...]]:
    """The verdict, None where nothing supports the claim; what is cited for it; the reasons against."""
    if not evidence:
        return None, (), (Reason(code=ReasonCode.NO_CITATION, detail="the claim points to no passage of the documents"),)
    text, known = draft.text, tuple(evidence)
    if draft.together or len(known) == 1:
        verdict = verify(text, tuple(evidence.values()))
        return (verdict, known, ()) if verdict.supported else (None, (), verdict.reasons)
    verdicts = {i: verify(text, (evidence[i],)) for i in known}
    supporting = tuple(i for i in known if verdicts[i].supported)
    if supporting:
        return max((verdicts[i] for i in supporting), key=lambda verdict: verdict.score), supporting, ()
    together = verify(text, tuple(evidence.values()))
    return (together, known, ()) if together.supported else (None, (), verdicts[known[0]].reasons)
