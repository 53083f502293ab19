"""A question that takes for granted what the documents deny is told so; any other is not."""

from functools import partial

import pytest
from heart_library import judged, lexicon, profile, source

from assistant.answers import Evidence
from assistant.premises.premise import Denial, find_denial
from assistant.verify import may_be_opposed, verify_claim
from ingest.documents import Statement

NSAID = "Do not give NSAIDs to patients with heart failure."
BISOPROLOL = "Start bisoprolol at 1.25 mg once daily."


def as_evidence(statement: Statement) -> Evidence:
    return Evidence(text=statement.text, heading_path=statement.heading_path, lead_in=statement.lead_in, title="Heart failure")


def denial(question: str, *texts: str, relevance: float = 0.9) -> Denial | None:
    profiles = [profile(text, of=source(f"source-{place}")) for place, text in enumerate(texts or (NSAID,))]
    entries = [judged(of, rank=rank, relevance=relevance) for rank, of in enumerate(profiles, start=1)]
    verify = partial(verify_claim, lexicon=lexicon())
    opposed = partial(may_be_opposed, lexicon=lexicon())
    of_all = find_denial(question, entries, evidence=as_evidence, verify=verify, lexicon=lexicon())
    found = find_denial(question, entries, evidence=as_evidence, verify=verify, lexicon=lexicon(), opposed=opposed)
    assert found == of_all, "what is spared the verdict must change nothing"
    return found


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("Why are NSAIDs given in heart failure?", NSAID, id="why"),
        pytest.param("And why do we give NSAIDs in heart failure?", NSAID, id="and-why"),
        pytest.param("When are NSAIDs given in heart failure?", NSAID, id="when"),
        pytest.param("Which NSAIDs are given in heart failure?", NSAID, id="which"),
        pytest.param("Why is ibuprofen given in heart failure?", NSAID, id="class-denied-and-so-its-member"),
        pytest.param("Given that NSAIDs help in heart failure, which?", "NSAIDs do not help in heart failure.", id="given-that"),
        pytest.param("How long should verapamil be given?", "Verapamil should not be given.", id="how-long"),
        pytest.param("Since ibuprofen is of no use in gout, what next?", "In gout, ibuprofen is effective.", id="of-no-use"),
        pytest.param("As carvedilol is futile now, what else?", "Carvedilol is continued.", id="futile-but-continued"),
        pytest.param(
            "NSAIDs are safe in heart failure, so which dose?", "NSAIDs are not safe in heart failure.", id="stated-before"
        ),
        pytest.param("How soon can carvedilol be stopped abruptly?", "Carvedilol should not be stopped abruptly.", id="how-soon"),
        pytest.param(
            "Why did carvedilol do worse than bisoprolol?", "Carvedilol was superior to bisoprolol.", id="comparison-turned-round"
        ),
        pytest.param(
            "Since bisoprolol is started at 5 mg once daily, when is it doubled?", BISOPROLOL, id="another-dose-of-the-same-drug"
        ),
        pytest.param("Verapamil plus carvedilol: dose of each?", "Do not combine verapamil with carvedilol.", id="verbless-pair"),
        pytest.param(
            "Furosemide without potassium: which dose?",
            "Furosemide requires potassium supplements.",
            id="without-what-is-required",
        ),
        pytest.param(
            "How long does it take for NSAIDs to be safe in heart failure?",
            "NSAIDs are not safe in heart failure.",
            id="how-long-it-takes",
        ),
        pytest.param(
            "As carvedilol is weaker than bisoprolol, which dose?", "Carvedilol is as effective as bisoprolol.", id="equals"
        ),
        pytest.param(
            "Carvedilol worse than bisoprolol: by how much?", "Carvedilol was superior to bisoprolol.", id="by-how-much"
        ),
        pytest.param(
            "¿Por qué se dan AINE en la insuficiencia cardíaca?", "No dé AINE en la insuficiencia cardíaca.", id="spanish-why"
        ),
        pytest.param(
            "Dado que el verapamilo es seguro en la insuficiencia cardíaca, ¿qué dosis?",
            "El verapamilo no es seguro en la insuficiencia cardíaca.",
            id="spanish-grounds",
        ),
        pytest.param(
            "Furosemide is only for patients with symptoms - which ones?",
            "Furosemide should be given to all patients regardless of symptoms.",
            id="limit-that-the-statement-lifts",
        ),
        pytest.param(
            "Most patients get angioedema on enalapril - what then?",
            "Angioedema occurs in about 1 in 5 patients on enalapril.",
            id="share-in-words",
        ),
        pytest.param(
            "Why does potassium need checking only after spironolactone has been started?",
            "Check potassium before starting spironolactone.",
            id="after-for-before",
        ),
        pytest.param(
            "Eplerenone goes without any potassium monitoring, so when is the next visit?",
            "With eplerenone, potassium monitoring is required.",
            id="no-need-of-what-is-required",
        ),
    ],
)
def test_question_that_presupposes_what_is_denied_is_put_right(question: str, text: str) -> None:
    found = denial(question, text)
    assert found is not None
    assert found.statement_id.endswith(text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(
            "Nobody knows how long carvedilol is given: why?", "How long carvedilol is given is unknown.", id="nobody-knows"
        ),
        pytest.param(
            "My doctor wants verapamil combined with carvedilol. Is that wise?",
            "Do not combine verapamil with carvedilol.",
            id="wished-not-granted",
        ),
        pytest.param(
            "A fifth of patients get angioedema on enalapril - what then?",
            "Angioedema occurs in about 1 in 5 patients on enalapril.",
            id="the-same-share",
        ),
        pytest.param("Are NSAIDs given in heart failure?", NSAID, id="asks-whether"),
        pytest.param("Why are NSAIDs not given in heart failure?", NSAID, id="knows-that-it-is-denied"),
        pytest.param("Why should NSAIDs be avoided in heart failure?", NSAID, id="knows-to-avoid"),
        pytest.param("Why are NSAIDs harmful in heart failure?", NSAID, id="knows-the-harm"),
        pytest.param("Why are NSAIDs given in heart failure?", "NSAIDs are given in heart failure.", id="nothing-denied"),
        pytest.param("Why is ibuprofen given with verapamil?", "Do not give ibuprofen.", id="a-thing-not-spoken-of"),
        pytest.param("Why is ibuprofen given before surgery at night?", "Do not give ibuprofen.", id="words-not-spoken-of"),
        pytest.param("Why do we walk?", "Do not walk.", id="nothing-named"),
        pytest.param("Why are NSAIDs given?", "Do not give ibuprofen.", id="one-denied-not-the-class"),
        pytest.param("Why is carvedilol given?", "Carvedilol is not routinely given.", id="denied-as-a-routine-only"),
        pytest.param(
            "When is carvedilol given?", "Do not give carvedilol unless the pulse is fast.", id="denied-with-exceptions"
        ),
        pytest.param("Why is carvedilol given in HFpEF?", "Do not give carvedilol in HFrEF.", id="denied-for-other-patients"),
        pytest.param(
            "Why does bisoprolol work?",
            "Bisoprolol is the main treatment, because verapamil does not work.",
            id="denied-of-another-as-a-reason",
        ),
        pytest.param("Why does carvedilol help?", "Carvedilol may not help.", id="denied-with-a-hedge"),
        pytest.param("Since bisoprolol is started at 1.25 mg once daily, what next?", BISOPROLOL, id="figure-of-the-statement"),
        pytest.param("Since carvedilol is started at 5 mg, what next?", BISOPROLOL, id="figure-of-another-drug"),
        pytest.param("What is the dose of bisoprolol?", BISOPROLOL, id="presupposes-nothing"),
        pytest.param("When is carvedilol stopped?", "Do not stop carvedilol.", id="ends-at-some-time"),
        pytest.param("Nan is 81, on bisoprolol 5 mg once daily. What comes next?", BISOPROLOL, id="what-a-grandmother-takes"),
        pytest.param("He is 71, bisoprolol started. What comes next?", "Bisoprolol is started at the age of 60.", id="an-age"),
        pytest.param(
            "As a nurse I need the dose of bisoprolol injected weekly. Which is it?", BISOPROLOL, id="who-asks-for-what"
        ),
        pytest.param("Why is carvedilol stopped?", "Carvedilol is continued until the pulse is slow.", id="goes-on-until"),
        pytest.param(
            "When is carvedilol used rather than bisoprolol?", "Bisoprolol is preferred over carvedilol.", id="at-times"
        ),
        pytest.param(
            "Why is carvedilol preferred over verapamil?", "Carvedilol or verapamil should be given.", id="side-by-side"
        ),
        pytest.param(
            "How much does carvedilol improve survival?", "Prolonged treatment does not improve survival.", id="one-kind"
        ),
        pytest.param("Verapamil plus carvedilol: dose of each?", "Do not combine verapamil with ibuprofen.", id="another-pair"),
        pytest.param("¿Cuándo se suspende el carvedilol?", "No suspenda el carvedilol.", id="spanish-ends-at-some-time"),
        pytest.param(
            "¿Se dan AINE en la insuficiencia cardíaca?", "No dé AINE en la insuficiencia cardíaca.", id="spanish-whether"
        ),
        pytest.param("¿Por qué no se dan AINE?", "No dé AINE en la insuficiencia cardíaca.", id="spanish-knows-it"),
    ],
)
def test_question_that_the_statement_does_not_turn_down_is_left_alone(question: str, text: str) -> None:
    assert denial(question, text) is None


def test_premise_that_another_source_affirms_is_not_called_false() -> None:
    question = "Why are NSAIDs given in heart failure?"
    assert denial(question, NSAID, "NSAIDs are given in heart failure.") is None


def test_figure_that_another_source_gives_is_not_called_wrong() -> None:
    question = "Since bisoprolol is started at 2.5 mg once daily, when is it doubled?"
    assert denial(question, BISOPROLOL) is not None
    assert denial(question, BISOPROLOL, "Start bisoprolol at 2.5 mg once daily.") is None


def test_figure_that_is_rounded_is_not_called_wrong() -> None:
    told = "Bisoprolol is started at 1.3 mg once daily."
    assert denial("Since bisoprolol is started at 1 mg once daily, when is it doubled?", told) is None
    assert denial("Since bisoprolol is started at 2 mg once daily, when is it doubled?", told) is not None


def test_figure_of_a_name_is_none_that_another_could_put_right() -> None:
    assert denial("What share of people with type 2 diabetes walk?", "In type 1 diabetes, people walk every day.") is None


def test_statement_that_is_hardly_relevant_corrects_nothing() -> None:
    assert denial("Why are NSAIDs given in heart failure?", NSAID, relevance=0.05) is None


def test_what_was_claimed_is_told_in_the_askers_words() -> None:
    found = denial("Why are NSAIDs given in heart failure?")
    assert found is not None
    assert found.claimed == "NSAIDs are given in heart failure"


def test_two_figures_to_choose_from_are_not_taken_for_granted() -> None:
    told = "Furosemide is taken every 3 days."
    assert denial("How often would I take furosemide, every week or every two weeks", told) is None
    assert denial("Since furosemide is taken every week, when do I come in?", told) is not None


def test_measure_by_which_something_is_left_off_must_be_denied_too() -> None:
    stays = "Do not stop carvedilol in heart failure."
    assert denial("At which pulse should carvedilol be stopped in heart failure?", stays) is None
    by_age = "Do not stop carvedilol in heart failure because of age."
    found = denial("At which age should carvedilol be stopped in heart failure?", by_age)
    assert found is not None
    assert found.claimed == "carvedilol should be stopped in heart failure"


def test_measure_of_what_is_given_needs_no_word_in_the_denial() -> None:
    assert denial("At which age should NSAIDs be given in heart failure?") is not None


def test_unknown_duration_denies_nothing_of_how_long_something_is_continued() -> None:
    unknown = "The optimal duration of bisoprolol is unknown, and bisoprolol should not be continued for ever."
    assert denial("How long should bisoprolol be continued?", unknown) is None


def test_for_whom_something_is_worth_weighing_takes_nothing_for_granted() -> None:
    assert denial("In which patients are NSAIDs in heart failure even worth considering?") is None
    assert denial("In which patients are NSAIDs given in heart failure?") is not None


def test_clause_is_held_against_the_statements_nearest_to_itself() -> None:
    far = [judged(profile(BISOPROLOL), relevance=0.9)]
    near = [judged(profile("Carvedilol was superior to bisoprolol in HFrEF."), relevance=0.9)]
    looked = partial(
        find_denial,
        "Bisoprolol and carvedilol are equipotent in HFrEF. Which dose?",
        far,
        evidence=as_evidence,
        verify=partial(verify_claim, lexicon=lexicon()),
        lexicon=lexicon(),
    )
    found = looked(find=lambda _: near)
    assert looked() is None
    assert found is not None
    assert found.claimed == "Bisoprolol and carvedilol are equipotent in HFrEF"
