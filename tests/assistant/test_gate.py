"""The one gate: whatever a drafter writes, only what a cited statement supports comes through, numbered by first use."""

from collections.abc import Sequence

import pytest
from heart_library import heart_index
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import DraftClaim, Evidence, Reason, ReasonCode, Verdict, VerifiedClaim, WithheldClaim
from assistant.citation.gate import Passed, Verify, evidence_of, pass_gate

INDEX = heart_index()
STATEMENTS = {s.statement_id: s for s in INDEX.statements}
IDS = sorted(STATEMENTS)
REFUSED = Verdict(supported=False, score=0.2, reasons=(Reason(code=ReasonCode.NUMBER, detail="25 is not 50"),))
YES = Verdict(supported=True, score=0.9)


def gate(drafts: Sequence[DraftClaim], verify: Verify) -> Passed:
    return pass_gate(drafts, statements=STATEMENTS, documents=INDEX.documents, verify=verify)


def supports(*texts: str) -> Verify:
    """A verifier that lets a claim stand on exactly these cited words, taken together."""

    def verify(_claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return YES if {piece.text for piece in evidence} == set(texts) else REFUSED

    return verify


def refuse(_claim: str, _evidence: Sequence[Evidence]) -> Verdict:
    return REFUSED


def test_unsupported_claim_is_withheld_whole_with_the_reasons_of_its_first_statement() -> None:
    second = Verdict(supported=False, score=0.1, reasons=(Reason(code=ReasonCode.NAME, detail="another"),))
    first_text = STATEMENTS[IDS[0]].text

    def verify(_claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return REFUSED if evidence[0].text == first_text and len(evidence) == 1 else second

    passed = gate([DraftClaim(text="Give 50 mg.", evidence=(IDS[0], IDS[1]))], verify)
    assert passed.claims == ()
    assert passed.withheld == (WithheldClaim(text="Give 50 mg.", reasons=REFUSED.reasons),)


@pytest.mark.parametrize("evidence", [(), ("nowhere",)], ids=["none", "unknown-id"])
def test_claim_that_points_nowhere_is_withheld_unread(evidence: tuple[str, ...]) -> None:
    def never(_claim: str, _evidence: Sequence[Evidence]) -> Verdict:
        raise AssertionError("nothing to verify against")  # noqa: EM101, TRY003

    passed = gate([DraftClaim(text="x", evidence=evidence)], never)
    assert passed.claims == ()
    assert [[reason.code for reason in claim.reasons] for claim in passed.withheld] == [[ReasonCode.NO_CITATION]]


def test_statement_that_does_not_support_the_claim_is_not_cited() -> None:
    left, right = STATEMENTS[IDS[0]], STATEMENTS[IDS[1]]
    (claim,) = gate([DraftClaim(text="x", evidence=(left.statement_id, right.statement_id))], supports(right.text)).claims
    assert [citation.statement for citation in claim.citations] == [right]
    assert claim.citations[0].number == 1


def test_claim_that_needs_several_statements_cites_all_of_them() -> None:
    left, right = STATEMENTS[IDS[0]], STATEMENTS[IDS[1]]
    both = supports(left.text, right.text)
    (claim,) = gate([DraftClaim(text="x", evidence=(left.statement_id, right.statement_id))], both).claims
    assert [citation.statement for citation in claim.citations] == [left, right]
    assert gate([DraftClaim(text="x", evidence=(left.statement_id,))], both).claims == ()


def test_best_verdict_of_several_supporting_statements_is_kept() -> None:
    scores = {STATEMENTS[IDS[0]].text: 0.6, STATEMENTS[IDS[1]].text: 0.8}
    verify: Verify = lambda _claim, evidence: Verdict(supported=True, score=scores[evidence[0].text])  # noqa: E731
    (claim,) = gate([DraftClaim(text="x", evidence=(IDS[0], IDS[1]))], verify).claims
    assert claim.verdict.score == 0.8


def test_evidence_carries_what_the_statement_stands_under() -> None:
    (statement,) = [s for s in INDEX.statements if s.text == "A beta-blocker."]
    found = evidence_of(statement, INDEX.documents[statement.source_id])
    assert found == Evidence(
        text="A beta-blocker.",
        heading_path=("Reduced ejection fraction", "Foundation therapy"),
        lead_in=statement.lead_in,
        title="Chronic Heart Failure in Adults",
    )
    assert "four foundation drug classes" in found.lead_in


DRAFTS = st.lists(
    st.builds(
        DraftClaim,
        text=st.text(min_size=1, max_size=20),
        evidence=st.lists(st.sampled_from([*IDS[:6], "nowhere"]), max_size=3, unique=True).map(tuple),
        heading=st.sampled_from(["", "HFrEF"]),
    ),
    max_size=8,
)


@given(DRAFTS, st.sets(st.tuples(st.integers(0, 5), st.integers(0, 3))))
def test_no_unsupported_verdict_comes_through_and_nothing_is_lost(
    drafts: list[DraftClaim], allowed: set[tuple[int, int]]
) -> None:
    texts = {STATEMENTS[i].text: n for n, i in enumerate(IDS[:6])}

    def verify(claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return YES if all((texts[piece.text], len(claim) % 4) in allowed for piece in evidence) else REFUSED

    events: list[VerifiedClaim | WithheldClaim] = []
    passed = pass_gate(
        drafts, statements=STATEMENTS, documents=INDEX.documents, verify=verify, on_claim=events.append, on_withheld=events.append
    )
    assert [event.text for event in events] == [draft.text for draft in drafts]
    assert tuple(e for e in events if isinstance(e, VerifiedClaim)) == passed.claims
    assert tuple(e for e in events if isinstance(e, WithheldClaim)) == passed.withheld
    assert all(claim.reasons for claim in passed.withheld)
    used: list[int] = []
    pairs: set[tuple[int, str]] = set()
    for claim in passed.claims:
        assert claim.verdict.supported
        assert claim.citations
        for citation in claim.citations:
            assert verify(claim.text, [evidence_of(citation.statement, citation.document)]).supported
            assert citation.quote == citation.statement.text
            used.append(citation.number)
            pairs.add((citation.number, citation.statement.statement_id))
    first_uses = list(dict.fromkeys(used))
    assert first_uses == list(range(1, len(first_uses) + 1))
    assert len(pairs) == len({number for number, _ in pairs}) == len({statement_id for _, statement_id in pairs})


def test_withheld_claim_takes_no_number() -> None:
    text = STATEMENTS[IDS[1]].text
    drafts = [DraftClaim(text="a", evidence=(IDS[0],)), DraftClaim(text="b", evidence=(IDS[1],), heading="HFrEF")]
    passed = gate(drafts, supports(text))
    assert [(c.text, c.heading, c.citations[0].number) for c in passed.claims] == [("b", "HFrEF", 1)]


def test_nothing_drafted_passes_nothing() -> None:
    assert gate([], refuse) == Passed(claims=(), withheld=())
