"""What patients and clinicians are told of the same statement is the same: figures, "not" and strength.

Asked of every third eval question, whoever it was written for. A patient's claim may only be shorter, by closing clauses that
give survival figures which nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

import pytest

from assistant.answers import Audience, CitedAnswer, Question, VerifiedClaim
from assistant.display.render import to_markdown
from assistant.drafting.for_patients import asks_for_outlook, foretells
from assistant.pipeline import Assistant
from assistant.question.asked import read_question
from evals.case_files import load_cases
from evals.run import CASES
from ingest.documents import Statement

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:-\d+)?")
_FORCE = re.compile(
    r"\b(?:not|no|never|without|avoid|unless|only|may|might|should|must|can|usually|often|generally|routinely|recommended|"
    r"preferred|mandatory|required?|ni|sin|nunca|evite|a menos que|solo|pued[ae]n?|podrían?|deberían?|obligatoria|"
    r"se recomienda\w*|preferid\w+|prefieren?)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OPENING = re.compile(r"^(?:Yes|No|Sí): ")
# Each question is asked twice: all of them would take some ten minutes, a third says as much.
pytestmark = pytest.mark.timeout(1800)
QUESTIONS = sorted({case.turns[0].question for case in load_cases(CASES)})[::3]


@pytest.fixture(scope="module")
def told(assistant: Assistant) -> dict[str, tuple[CitedAnswer | None, CitedAnswer | None]]:
    """What a patient and a clinician are told, by question; None where there is no cited answer."""

    def ask(text: str, audience: Audience) -> CitedAnswer | None:
        response = assistant.answer(Question(text=text, audience=audience))[0]
        return response if isinstance(response, CitedAnswer) else None

    return {text: (ask(text, Audience.PATIENT), ask(text, Audience.CLINICIAN)) for text in QUESTIONS}


def patients_claims(told: dict[str, tuple[CitedAnswer | None, CitedAnswer | None]]) -> Iterator[tuple[str, VerifiedClaim]]:
    for text, (patients, _) in told.items():
        for claim in patients.claims if patients else ():
            yield text, claim


def bare(text: str) -> str:
    return _OPENING.sub("", text).rstrip(".")


def without_headings(lead: str, statement: Statement) -> str:
    """What stands in front of a statement beside its own headings, which are told without what is in their brackets."""
    for heading in statement.heading_path:
        lead = lead.removeprefix(_BRACKETS.sub("", heading)).lstrip(" :–.,")
    return lead


def is_spared(claim: VerifiedClaim, assistant: Assistant) -> bool:
    """Whether the claim is its statement without a closing clause of survival figures."""
    whole = claim.citations[0].quote.rstrip(".")
    shorter = bare(claim.text)
    return whole != shorter and whole.startswith(shorter) and foretells(whole, lexicon=assistant.lexicon)


def test_a_patients_claim_has_the_figures_the_not_and_the_strength_of_the_cited_words(
    told: dict[str, tuple[CitedAnswer | None, CitedAnswer | None]], assistant: Assistant
) -> None:
    seen = 0
    for text, claim in patients_claims(told):
        if is_spared(claim, assistant) or not claim.citations[0].statement.passage_id:
            continue
        seen += 1
        above = claim.citations[0].statement.lead_in
        said, cited = bare(claim.text), claim.citations[0].quote
        lead = said.removesuffix(bare(cited)) if said.endswith(bare(cited)) else ""
        beyond = without_headings(lead, claim.citations[0].statement)
        assert beyond.rstrip(": ") in above, (text, claim.text)
        own = said.removeprefix(lead)
        assert _NUMBER.findall(own) == _NUMBER.findall(cited), (text, claim.text)
        assert [w.lower() for w in _FORCE.findall(own)] == [w.lower() for w in _FORCE.findall(cited)], (text, claim.text)
    assert seen > 300


def test_both_audiences_are_told_a_statement_in_the_same_words(
    told: dict[str, tuple[CitedAnswer | None, CitedAnswer | None]], assistant: Assistant
) -> None:
    shared = 0
    for text, (patients, clinicians) in told.items():
        if patients is None or clinicians is None:
            continue
        theirs = {claim.citations[0].statement.statement_id: bare(claim.text) for claim in clinicians.claims}
        for claim in patients.claims:
            other = theirs.get(claim.citations[0].statement.statement_id)
            if other is not None and not is_spared(claim, assistant):
                shared += 1
                ours, quoted = bare(claim.text), bare(claim.citations[0].quote)
                alike = other.endswith(ours) or ours.endswith(other)
                assert alike or (ours.endswith(quoted) and other.endswith(quoted)), (text, claim.text, other)
    assert shared > 200


def test_no_patient_is_told_survival_figures_unasked(
    told: dict[str, tuple[CitedAnswer | None, CitedAnswer | None]], assistant: Assistant
) -> None:
    unasked = 0
    for text, claim in patients_claims(told):
        language = "es" if claim.citations[0].source.language == "es" else "en"
        asked = read_question(text, lexicon=assistant.lexicon, language=language)
        if not asks_for_outlook(asked, lexicon=assistant.lexicon):
            unasked += 1
            assert not foretells(claim.text, lexicon=assistant.lexicon), (text, claim.text)
    assert unasked > 200


def test_patients_answers_are_short_explain_their_words_and_end_in_a_question_for_the_team(
    told: dict[str, tuple[CitedAnswer | None, CitedAnswer | None]],
) -> None:
    answers = [patients for patients, _ in told.values() if patients]
    lengths = [len(re.sub(r"\[\d+\]", "", to_markdown(answer)).split()) for answer in answers]
    # 120 words over all questions; the median of a third of them lies within eight of that (two standard errors of it).
    assert median(lengths) <= 128
    # Two differences with three sides each can take a little more than the 300 words that an answer should keep to.
    assert max(lengths) <= 340
    assert sum(bool(answer.glossary) for answer in answers) >= 0.8 * len(answers)
    for answer in answers:
        text = to_markdown(answer)
        last = text.split("\n\n")[-1]
        assert answer.ask_team in last or not answer.ask_team
        assert answer.ask_team.endswith("?") or not answer.ask_team
