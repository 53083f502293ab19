"""What a question takes for granted, or asks to be confirmed, is written as a statement in the asker's own words."""

import pytest
from heart_library import lexicon

from assistant.question.propositions import asked_whether, declarative, presupposed
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        pytest.param("Why are NSAIDs given?", ["NSAIDs are given"], id="why"),
        pytest.param("And why is furosemide taken at night? ", ["furosemide is taken at night"], id="and-why"),
        pytest.param("Since NSAIDs are safe, which one?", ["NSAIDs are safe"], id="since"),
        pytest.param("NSAIDs are safe - which dose?", ["NSAIDs are safe"], id="stated-before-a-dash"),
        pytest.param("Carvedilol has stopped working for my sister. What next?", [], id="happened-to-somebody"),
        pytest.param("What is the aim if they gave furosemide to me and it has failed?", [], id="done-to-somebody"),
        pytest.param("my dad has a weak heart, which NSAIDs?", [], id="so-with-kin"),
        pytest.param("My aunt says NSAIDs are safe, which first?", ["My aunt says NSAIDs are safe"], id="held-by-kin"),
        pytest.param("My dad must stop NSAIDs, which first?", ["My dad must stop NSAIDs"], id="ought-of-kin"),
        pytest.param("NSAIDs are safe for my father, which one?", ["NSAIDs are safe for my father"], id="held-of-somebody"),
        pytest.param("NSAIDs are safe, right?", ["NSAIDs are safe"], id="tag"),
        pytest.param("Under what circumstance is carvedilol given up front?", [], id="asks-for-circumstances"),
        pytest.param("When should carvedilol not be the first drug?", [], id="asks-for-exceptions"),
        pytest.param("What goes with the diuretic, carvedilol or an NSAID?", [], id="leaves-a-choice"),
        pytest.param("How often should potassium be checked?", ["potassium should be checked"], id="how-often"),
        pytest.param(
            "At what potassium level should furosemide be stopped?", ["furosemide should be stopped"], id="at-what-level"
        ),
        pytest.param("How soon after surgery do we take patients off carvedilol?", None, id="take-off-is-stop"),
        pytest.param("Well now: every how many months is the potassium due?", ["the potassium is recommended"], id="is-due"),
        pytest.param("What worsens heart failure?", [], id="asks-for-what-acts"),
        pytest.param(
            "Carvedilol has failed him so we stop all beta-blockers. What next?",
            ["Carvedilol has failed him", "we stop all beta-blockers"],
            id="left-off-as-a-conclusion",
        ),
        pytest.param("NSAIDs are safe, so I gave one. Which dose?", ["NSAIDs are safe"], id="done-as-a-conclusion"),
        pytest.param("How much longer do patients on carvedilol live?", ["patients on carvedilol do live longer"], id="longer"),
        pytest.param("Which beta-blocker is best with verapamil?", ["beta-blocker is with verapamil"], id="which-is-best"),
        pytest.param("What dose of carvedilol cures heart failure?", ["carvedilol cures heart failure"], id="what-dose-of"),
        pytest.param("What benefit does verapamil bring?", ["verapamil brings benefit"], id="object-first"),
        pytest.param("How many months of life does verapamil add?", ["verapamil brings survival benefit"], id="time-gained"),
        pytest.param("By how many weeks do NSAIDs prolong life?", ["NSAIDs brings survival benefit"], id="life-prolonged"),
        pytest.param("What is the survival benefit of verapamil?", ["verapamil brings survival benefit"], id="benefit-of"),
        pytest.param(
            "Verapamil being the usual partner of bisoprolol, what dose?",
            ["Verapamil is the usual partner of bisoprolol"],
            id="being",
        ),
        pytest.param("How soon after the ICD will he be cured?", ["he will be cured"], id="how-soon-after"),
        pytest.param("Who needs verapamil?", ["patients needs verapamil"], id="who"),
        pytest.param(
            "What is the size of the survival benefit of verapamil, so that I can tell him?",
            ["verapamil brings survival benefit"],
            id="size-of-the-benefit-and-what-for",
        ),
        pytest.param(
            "Given that carvedilol rules out verapamil, which one?", ["carvedilol rules out verapamil"], id="given-with-any-verb"
        ),
        pytest.param("Because of NSAIDs, which one?", [], id="because-of-gives-no-clause"),
        pytest.param(
            "We are starting verapamil now, as NSAIDs are safe. Which dose?",
            ["We are starting verapamil now", "NSAIDs are safe"],
            id="grounds-behind-the-plan",
        ),
        pytest.param(
            "Verapamil is only for the old, so I left it out for her. What else is there?",
            ["Verapamil is only for the old"],
            id="without-what-is-concluded",
        ),
        pytest.param(
            "Since every patient gets carvedilol, which one?", ["every patient gets carvedilol"], id="since-with-any-verb"
        ),
        pytest.param("As NSAIDs aren't offered, which one?", ["NSAIDs aren't offered"], id="grounds-that-deny"),
        pytest.param("Since the infarction, which one?", [], id="since-a-day"),
        pytest.param("I have a letter here: NSAIDs are safe, right?", ["NSAIDs are safe"], id="behind-what-names-nothing"),
        pytest.param("My verapamil isn't helping, what is next?", [], id="not-so-with-the-asker"),
        pytest.param("Are NSAIDs given?", [], id="asks-whether"),
        pytest.param("What is verapamil?", [], id="asks-what-it-is"),
        pytest.param("verapamil dose", [], id="no-sentence"),
        pytest.param("Name the drugs that are recommended", [], id="an-order"),
        pytest.param("", [], id="empty"),
    ],
)
def test_what_a_question_takes_for_granted(question: str, taken: list[str] | None) -> None:
    found = [proposition.text for proposition in presupposed(question, lexicon=lexicon())]
    if taken is None:
        assert "stop" in found[0]
    else:
        assert found == taken


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param("Can I give NSAIDs in heart failure?", "I can give NSAIDs in heart failure", id="can-i"),
        pytest.param("Is it safe to give NSAIDs?", "we can give NSAIDs", id="is-it-safe-to"),
        pytest.param("Is it true that NSAIDs are safe?", "NSAIDs are safe", id="is-it-true-that"),
        pytest.param("He is 80. Should verapamil be given?", "verapamil should be given", id="behind-a-history"),
        pytest.param("Do patients with heart failure need salt?", "patients with heart failure do need salt", id="with-patients"),
        pytest.param("Why are NSAIDs given?", "", id="why"),
        pytest.param("Is it?", "", id="says-nothing"),
    ],
)
def test_what_a_yes_no_question_asks_to_be_confirmed(question: str, asked: str) -> None:
    assert asked_whether(question, lexicon=lexicon()) == asked


def test_stated_outright_is_told_from_built_on() -> None:
    (stated, built_on) = presupposed("NSAIDs are safe - why is verapamil given?", lexicon=lexicon())
    assert (stated.outright, built_on.outright) == (True, False)


@pytest.mark.parametrize(
    ("clause", "statement"),
    [
        ("is a beta-blocker better than verapamil", "a beta-blocker is better than verapamil"),
        ("are the four foundation drugs given", "the four are foundation drugs given"),
        ("is not verapamil given", "verapamil is not given"),
        ("carvedilol given", "carvedilol given"),
    ],
)
def test_auxiliary_moves_behind_the_subject(clause: str, statement: str) -> None:
    assert declarative(clause, lexicon=lexicon()) == statement


def test_noun_that_looks_like_a_verb_inside_a_name_states_nothing() -> None:
    words = Lexicon(
        [Concept(concept_id="tooth", kind="procedure", name="dental work"), Concept(concept_id="x", kind="drug", name="xanol")]
    )
    assert presupposed("xanol and dental work", lexicon=words) == ()
    assert [found.text for found in presupposed("xanol works in gout. How is it given?", lexicon=words)][:1] == [
        "xanol works in gout"
    ]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Out of 100 patients on xanol how many are well after a year? I want the number.", id="asks-further-in"),
        pytest.param("She has had bisoprolol. Which beta-blocker on its own now?", id="a-name-alone"),
    ],
)
def test_question_without_a_statement_takes_nothing_for_granted(question: str) -> None:
    taken = [found.text for found in presupposed(question, lexicon=lexicon())]
    assert not any("how many" in text or "on its own" in text for text in taken)
