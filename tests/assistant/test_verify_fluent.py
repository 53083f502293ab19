"""Fluent wordings, each beside the wrong claim that is nearest to it; and what stands around a sentence of a draft."""

from functools import partial

import pytest
from verifying import LEXICON, codes, verdict

from assistant.answers import ReasonCode
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim
from assistant.verify.renamed import renamed
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "If zorubicin drugs no longer work, corvalin might be an option.",
            "Once one zorubicin drug no longer works, corvalin might be an option.",
            "When no zorubicin drug works any longer, corvalin might be an option",
        ),
        (
            "Pain caused by bone spread may be treated with corvalin, mestor, or tilamine.",
            "Bone spread caused by pain may be treated with corvalin, mestor, or tilamine.",
            "When bone spread causes pain, the pain may be treated with corvalin, with mestor, or with tilamine",
        ),
        (
            "Zorubicin should not be used routinely, since corvalin is preferred.",
            "Corvalin is preferred, since zorubicin should not be used routinely.",
            "Do NOT use zorubicin routinely: corvalin is preferred",
        ),
        (
            "The choices are corvalin with mestor, or corvalin with tilamine.",
            "The choices are corvalin with mestor, or mestor with tilamine.",
            "The choices are corvalin plus mestor or corvalin plus tilamine",
        ),
        (
            "Scans may help, particularly when the disease cannot be measured.",
            "Scans may help, particularly when the disease can be measured.",
            "Scans may help, particularly when disease is non-measurable, but do NOT rely on scans alone",
        ),
        (
            "Patients on corvalin should be monitored once two or three courses have been given.",
            "Patients on corvalin should be monitored once three or four courses have been given.",
            "Monitoring should take place after 2-3 cycles of corvalin",
        ),
        (
            "If the disease is ABC-positive, corvalin plus mestor is a second-line option.",
            "If the disease is ABC-positive, corvalin plus mestor is the preferred second-line option.",
            "Second-line: corvalin combined with mestor, if the disease is ABC-positive",
        ),
        (
            "The response should be documented before corvalin is proposed.",
            "The response may be documented before corvalin is proposed.",
            "Before corvalin is suggested, document the response",
        ),
        (
            "Corvalin should not be stopped when the disease progresses for the first time.",
            "Corvalin should be stopped when the disease progresses for the first time.",
            "Do NOT discontinue corvalin at the first progression of the disease",
        ),
    ],
)
def test_a_fluent_claim_passes_and_its_nearest_wrong_one_does_not(faithful: str, wrong: str, evidence: str) -> None:
    assert verdict(faithful, evidence).supported, verdict(faithful, evidence).reasons
    assert not verdict(wrong, evidence).supported


@pytest.mark.parametrize(
    ("claim", "evidence", "code"),
    [
        (
            "Corvalin is not recommended in early disease.",
            "Corvalin does not prolong life in early disease, and it is not routinely recommended when pain is absent",
            ReasonCode.STRENGTH,
        ),
        (
            "Premenopausal women are typically treated with corvalin.",
            "Women with a premenopausal and ABC-positive cancer are typically treated with corvalin",
            ReasonCode.POPULATION,
        ),
        (
            "Women who have early disease should have mestor stopped.",
            "Women who have early disease may wish to have mestor stopped",
            ReasonCode.STRENGTH,
        ),
        (
            "Corvalin combined with mestor and tilamine is an option.",
            "Second-line: corvalin combined with mestor, tilamine, or zorubicin",
            ReasonCode.NAME,
        ),
        (
            "When the disease no longer responds to corvalin, mestor is of no help.",
            "When the disease no longer responds to corvalin, trying mestor may be helpful",
            ReasonCode.NEGATION,
        ),
        ("A small number of women take corvalin.", "Many women take corvalin", ReasonCode.STRENGTH),
    ],
)
def test_what_says_more_or_other_is_refused(claim: str, evidence: str, code: ReasonCode) -> None:
    assert code in codes(claim, evidence), verdict(claim, evidence).reasons


def test_descriptions_take_the_names_that_the_lexicon_has() -> None:
    lexicon = Lexicon(
        [
            Concept(concept_id="abc+", kind="population", name="abc receptor-positive", axis="abc"),
            Concept(concept_id="abc-", kind="population", name="abc receptor-negative", axis="abc"),
            Concept(concept_id="xyz-", kind="population", name="xyz receptor-negative", axis="xyz"),
            Concept(concept_id="kin", kind="drug class", name="KIN inhibitor", synonyms=("KIN inhibitors",)),
        ]
    )
    assert renamed("a tumor that carries abc receptors", lexicon) == "a tumor that is abc receptor-positive"
    assert renamed("with neither abc nor xyz receptors", lexicon) == "is abc receptor-negative and xyz receptor-negative"
    assert renamed("it lacks abc receptors", lexicon) == "it is abc receptor-negative"
    assert renamed("drugs that inhibit KIN may help", lexicon) == "KIN inhibitors may help"
    assert (
        renamed("it carries other receptors and has no other marks", lexicon)
        == "it carries other receptors and has no other marks"
    )


def shown(draft: str, passages: tuple[NumberedPassage, ...], question: str = "Which drugs?") -> str:
    return enforce(question, passages, draft, verify=partial(verify_claim, lexicon=LEXICON)).text


def test_headings_over_headings_name_the_case() -> None:
    passages = (
        NumberedPassage(number=1, text="For patients with ABC-positive disease, corvalin may be used if bone pain is severe"),
    )
    draft = "## ABC-positive disease\n\n### Severe bone pain\n- Corvalin may be used [1].\n"
    assert "Corvalin may be used" in shown(draft, passages)
    assert "Corvalin" not in shown("## ABC-negative disease\n\n### Severe bone pain\n- Corvalin may be used [1].\n", passages)


def test_a_bullet_that_states_something_lends_those_below_it_its_case_only() -> None:
    passages = (
        NumberedPassage(number=1, text="Corvalin might be given together with mestor"),
        NumberedPassage(number=2, text="The bone protein is found in 20% of women"),
    )
    text = shown(
        "- Corvalin might be given together with mestor [1].\n  - This protein is found in 20% of women [2].\n", passages
    )
    assert "This protein is found in 20% of women" in text


def test_an_it_that_takes_nothing_up_is_left_alone() -> None:
    passages = (
        NumberedPassage(number=1, text="Zorubicin may not be suitable"),
        NumberedPassage(number=2, text="Corvalin can delay progression"),
    )
    draft = "Zorubicin may not be suitable [1]. It is also good to know that progression can be delayed by corvalin [2]."
    assert "delayed by corvalin" in shown(draft, passages)


def test_who_has_both_may_be_named_by_what_was_not_said_before() -> None:
    stated = "The standard approach for disease that is ABC-positive and premenopausal is corvalin"
    section = ("ABC-positive disease",)
    assert verdict("When it is also premenopausal, the standard approach is corvalin.", stated, section=section).supported
    assert not verdict("In premenopausal disease, the standard approach is corvalin.", stated, section=section).supported
