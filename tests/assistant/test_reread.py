import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.reread.moved import read_moved
from assistant.reread.open_reasons import CODES, MOST, OpenReason, Span, as_read, open_reasons
from assistant.reread.reread import BOUND, DOUBT, STERN, RereadGate, open_gate, rules_of
from assistant.reread.second_reader import LONGEST, Asked, SecondReader, open_second_reader
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from ingest.errors import ModelNotFoundError

LEXICON = Lexicon(
    (Concept(concept_id="d:mestor", kind="drug", name="mestor"), Concept(concept_id="s:lung", kind="site", name="lung"))
)
SURE = BOUND - 0.5
UNSURE = BOUND + 0.1
CITED = (Evidence(text="Weigh the patient daily, to notice retained fluid early.", heading_path=("Care", "At home")),)
CLAIM = "Stepping on the scales each day shows retained fluid early."


class Told:
    """A reader that says what it was told to, and keeps what it was asked."""

    def __init__(self, odds: float | None) -> None:
        self.said = odds
        self.asked: list[Asked] = []

    def odds(self, asked: Sequence[Asked]) -> list[tuple[float, ...] | None]:
        self.asked.extend(asked)
        return [None if self.said is None else tuple(self.said for _ in one.reasons) for one in asked]


def because(*reasons: tuple[ReasonCode, str]) -> Verdict:
    return Verdict(supported=False, score=0.3, reasons=tuple(Reason(code=code, detail=detail) for code, detail in reasons))


UNSAID = because((ReasonCode.NOT_STATED, "the cited words don't say “Stepping”"))


def gate(verdict: Verdict, reader: Told) -> RereadGate:
    return RereadGate(lambda _claim, _evidence: verdict, reader, LEXICON)  # type: ignore[arg-type]


def test_what_is_surely_said_otherwise_passes() -> None:
    reader = Told(SURE)
    verdict = gate(UNSAID, reader)(CLAIM, CITED)
    assert verdict.supported
    assert not verdict.reasons
    assert 0.5 <= verdict.score <= 1.0
    assert reader.asked == [Asked(as_read(CITED), CLAIM, (OpenReason(0, (Span(cited=False, start=0, end=8),)),))]


@pytest.mark.parametrize("odds", [UNSURE, None])
def test_what_is_not_sure_or_too_long_stays_withheld(odds: float | None) -> None:
    assert gate(UNSAID, Told(odds))(CLAIM, CITED) is UNSAID


READ_ON = (ReasonCode.NOT_STATED, ReasonCode.POPULATION, ReasonCode.STRENGTH, ReasonCode.NEGATION)
BESIDE = [(), ((ReasonCode.NOT_STATED, "the cited words don't say “Stepping”"),)]


@pytest.mark.parametrize("code", [code for code in ReasonCode if code not in READ_ON])
@pytest.mark.parametrize("beside", BESIDE)
def test_a_reason_of_another_kind_is_the_rules_alone(code: ReasonCode, beside: tuple[tuple[ReasonCode, str], ...]) -> None:
    verdict, reader = because((code, "the claim says “each day”"), *beside), Told(STERN - 1.0)
    assert gate(verdict, reader)(CLAIM, CITED) is verdict
    assert not reader.asked


@pytest.mark.parametrize("code", READ_ON[1:])
@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(("odds", "passes"), [(STERN - 0.1, True), (STERN + 0.1, False), (BOUND - 0.1, False)])
def test_a_condition_a_hedge_or_a_denial_passes_only_where_the_reader_is_surer(
    code: ReasonCode, beside: tuple[tuple[ReasonCode, str], ...], odds: float, passes: bool
) -> None:
    verdict, reader = because((code, "the claim says “each day”"), *beside), Told(odds)
    assert gate(verdict, reader)(CLAIM, CITED).supported is passes
    assert len(reader.asked) == 1


@pytest.mark.parametrize(
    "detail",
    [
        "the claim says “not recommended”, the cited words “recommended”",
        "the claim says “may”, the cited words “not recommended, recommended”",
    ],
)
def test_advice_turned_into_its_opposite_is_the_rules_alone(detail: str) -> None:
    verdict, reader = because((ReasonCode.STRENGTH, detail)), Told(STERN - 1.0)
    assert gate(verdict, reader)(CLAIM, CITED) is verdict
    assert not reader.asked


@pytest.mark.parametrize(
    ("detail", "asked"),
    [
        ("the claim says “may”, the cited words “recommended, strongly recommended”", False),
        ("the claim says “must”, the cited words “may”", False),
        ("the claim says “may”, the cited words “usually”", True),
        ("the cited words say “may”, the claim states it flatly", True),
    ],
)
def test_steps_apart_on_the_ladder_are_the_rules_alone(detail: str, asked: bool) -> None:
    reader = Told(STERN - 1.0)
    assert gate(because((ReasonCode.STRENGTH, detail)), reader)(CLAIM, CITED).supported is asked
    assert bool(reader.asked) is asked


@pytest.mark.parametrize("condition", ["in the absence of fever", "without fever"])
def test_what_holds_in_an_absence_is_the_rules_alone(condition: str) -> None:
    verdict, reader = because((ReasonCode.POPULATION, f"the claim leaves out the condition “{condition}”")), Told(STERN - 1.0)
    assert gate(verdict, reader)(CLAIM, CITED) is verdict
    assert not reader.asked


@pytest.mark.parametrize("phrase", ["year", "a full year", "two years", "three"])
def test_a_length_of_time_or_a_number_in_words_is_the_rules_alone(phrase: str) -> None:
    verdict, reader = because((ReasonCode.NOT_STATED, f"the cited words don't say “{phrase}”")), Told(SURE)
    assert gate(verdict, reader)(f"Weigh the patient for {phrase}.", CITED) is verdict
    assert not reader.asked


OVER = Verdict(supported=True, score=0.9, passed_over=("Stepping",))


def test_words_passed_over_are_asked_about_and_withhold_what_they_turn() -> None:
    reader = Told(DOUBT + 0.1)
    verdict = gate(OVER, reader)(CLAIM, CITED)
    assert not verdict.supported
    assert [(reason.code, reason.detail) for reason in verdict.reasons] == [
        (ReasonCode.NOT_STATED, "the cited words don't say “Stepping”")
    ]
    assert reader.asked == [Asked(as_read(CITED), CLAIM, (OpenReason(0, (Span(cited=False, start=0, end=8),)),))]


@pytest.mark.parametrize("odds", [DOUBT - 0.1, None])
def test_words_passed_over_let_pass_what_they_may_not_turn(odds: float | None) -> None:
    assert gate(OVER, Told(odds))(CLAIM, CITED) is OVER


def test_words_passed_over_in_a_copy_or_in_spanish_are_not_asked_about() -> None:
    reader = Told(DOUBT + 0.1)
    for claim in ("Weigh the patient daily, to notice the retained fluid early.", "Hay que pesar al paciente todos los días."):
        assert gate(OVER, reader)(claim, CITED) is OVER
    assert not reader.asked


def test_too_many_unsaid_words_are_the_rules_alone() -> None:
    verdict, reader = (
        because(*[(ReasonCode.NOT_STATED, f"they don't say “{word}”") for word in CLAIM.split()[: MOST + 1]]),
        Told(SURE),
    )
    assert gate(verdict, reader)(CLAIM, CITED) is verdict
    assert not reader.asked


@pytest.mark.parametrize("thing", ["mestor", "lung", "hydrocortisone", "gastroscopy"])
def test_a_thing_of_the_field_is_no_matter_of_wording(thing: str) -> None:
    verdict, reader = because((ReasonCode.NOT_STATED, f"the cited words don't say “{thing}”")), Told(SURE)
    assert gate(verdict, reader)(f"Weigh the patient daily: {thing}.", CITED) is verdict
    assert not reader.asked


@pytest.mark.parametrize("code", READ_ON)
def test_a_figure_is_the_rules_alone_whatever_they_call_it(code: ReasonCode) -> None:
    verdict, reader = because((code, "the cited words don't say “2+”")), Told(STERN - 1.0)
    assert gate(verdict, reader)("Weigh the patient daily if oedema is 2+.", CITED) is verdict
    assert not reader.asked


def test_what_the_rules_let_pass_word_by_word_is_not_asked() -> None:
    passed, reader = Verdict(supported=True, score=0.9), Told(UNSURE)
    assert gate(passed, reader)(CLAIM, CITED) is passed
    assert not reader.asked


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Hay que pesar al paciente todos los días para notar el líquido.", CITED[0].text),
        (CLAIM, "Hay que pesar al paciente todos los días para notar pronto la retención de líquidos."),
    ],
)
def test_spanish_is_the_rules_alone(claim: str, cited: str) -> None:
    reader = Told(SURE)
    assert gate(UNSAID, reader)(claim, (Evidence(text=cited),)) is UNSAID
    assert not reader.asked


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("Weigh the patient rarely, to notice retained fluid early.", False),
        ("Weigh the patient daily, to notice retained fluid promptly.", False),
        ("Daily, fluid that is retained is noticed promptly by weighing the patient.", True),
    ],
)
def test_a_copy_with_a_word_exchanged_is_the_rules_alone(claim: str, read: bool) -> None:
    word = "rarely" if "rarely" in claim else "promptly"
    verdict, reader = because((ReasonCode.NOT_STATED, f"the cited words don't say “{word}”")), Told(SURE)
    assert gate(verdict, reader)(claim, CITED).supported is read
    assert bool(reader.asked) is read


def test_of_several_pieces_all_together_and_the_nearest_two_are_read() -> None:
    pieces = tuple(Evidence(text=text) for text in ("one", "two", "three", "four"))
    far = because(*[(ReasonCode.NOT_STATED, "they don't say “Stepping”")] * 2)

    def rules(_claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return UNSAID if evidence[0].text in {"two", "four"} or len(evidence) > 1 else far

    reader = Told(UNSURE)
    assert RereadGate(rules, reader, LEXICON)(CLAIM, pieces) is UNSAID  # type: ignore[arg-type]
    assert [one.cited for one in reader.asked] == [as_read(pieces), as_read((pieces[1],)), as_read((pieces[3],))]


def test_without_its_model_the_rules_decide_and_the_log_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    lost = SecondReader(weights=tmp_path / "none.safetensors")
    with caplog.at_level(logging.WARNING):
        assert RereadGate(lambda _claim, _evidence: UNSAID, lost, LEXICON)(CLAIM, CITED) is UNSAID
    assert "rules alone" in caplog.text
    assert "make setup" in caplog.text


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(b"not weights")
    with pytest.raises(ModelNotFoundError, match="damaged"):
        read_moved(damaged)


def test_the_rules_of_a_gate() -> None:
    rules = partial(verify_claim, lexicon=LEXICON)
    assert rules_of(RereadGate(rules, open_second_reader(), LEXICON)) is rules
    assert rules_of(rules) is rules


# -- which words a reason is about -----------------------------------------------------------------------------------


def test_quoted_words_are_found_in_the_claim_first_and_else_in_what_is_cited() -> None:
    reasons = (
        Reason(code=ReasonCode.POPULATION, detail="the claim leaves out the condition “if stable”"),
        Reason(code=ReasonCode.STRENGTH, detail="the claim says “should”, the cited words “may”"),
        Reason(code=ReasonCode.NOT_STATED, detail="nothing is quoted here"),
    )
    opened = open_reasons(reasons, "Beta should be given.", "Beta may be given if stable.")
    assert [CODES[one.kind] for one in opened] == [ReasonCode.POPULATION, ReasonCode.STRENGTH, ReasonCode.NOT_STATED]
    assert opened[0].spans == (Span(cited=True, start=18, end=27),)
    assert opened[1].spans == (Span(cited=False, start=5, end=11), Span(cited=True, start=5, end=8))
    assert opened[2].spans == ()


def test_of_words_that_stand_nowhere_the_first_is_looked_for() -> None:
    reasons = (Reason(code=ReasonCode.NOT_STATED, detail="the cited words don't say “given early on”"),)
    assert open_reasons(reasons, "It is given soon, early on.", "Beta.")[0].spans == (Span(cited=False, start=6, end=11),)


@pytest.mark.parametrize("code", [ReasonCode.NUMBER, ReasonCode.UNIT, ReasonCode.NAME])
def test_a_figure_or_a_name_is_no_matter_of_wording(code: ReasonCode) -> None:
    assert open_reasons((Reason(code=code, detail="they don't say “12”"),), "12 mg", "10 mg") == ()


# -- the shipped reader ----------------------------------------------------------------------------------------------

STATED = {
    "weigh": ("Heart failure", "Daily weighing helps to notice fluid retention early."),
    "switch": ("Pneumonia", "Most patients can switch to tablets once they have had no fever for 24 hours."),
    "wound": ("Wounds", "A wound that has not healed after four weeks needs specialist assessment."),
    "food": ("Thyroid", "Levothyroxine is taken on an empty stomach, since food lowers its absorption."),
    "gout": ("Gout", "Allopurinol is started two weeks after an acute attack has settled."),
    "step": ("Asthma", "If symptoms stay controlled for three months, the inhaler dose can be stepped down."),
    "foot": ("Foot care", "Feet should be inspected at every visit, because ulcers often cause no pain."),
    "hip": ("Hip replacement", "Walking with a frame usually starts on the day after surgery."),
    "sleep": ("Epilepsy", "Poor sleep can trigger seizures."),
    "pain": ("Spine", "Back pain that wakes the patient at night calls for an MRI scan."),
    "feed": ("Safety", "Mothers on this drug can breastfeed, as only traces of it reach the milk."),
    "clot": ("Travel", "Compression stockings lower the risk of clots on long flights."),
    "fit": ("Epilepsy", "Carbamazepine is usually avoided in people with absence seizures, because it can make them worse."),
    "film": (
        "Pneumonia",
        "No repeat X-ray is routinely needed after recovery, unless the patient smokes or is over 50.",
    ),
    "fluid": (
        "Heart failure",
        "Start beta-blockers at a low dose once the patient is stable and free of fluid overload.",
    ),
    "pause": (
        "Kidney",
        "Withhold ACE inhibitors during vomiting or diarrhoea; restart them on normal food and drink.",
    ),
    "sore": ("Wounds", "Antibiotics are not recommended for wounds without signs of infection."),
    "vitamin": ("Migraine", "Some people find that riboflavin reduces how often attacks occur."),
}


def judged(claim: str, stated: str) -> tuple[Verdict, Verdict]:
    heading, text = STATED[stated]
    shipped, evidence = open_gate(Lexicon()), (Evidence(text=text, heading_path=(heading,)),)
    return shipped.rules(claim, evidence), shipped(claim, evidence)


@pytest.mark.parametrize(
    ("stated", "claim"),
    [
        ("weigh", "Stepping on the scales each day helps people spot fluid retention early."),
        ("pain", "An MRI scan is called for when back pain rouses the patient from sleep."),
        ("feed", "Hardly any of the drug gets into breast milk, so mothers who take it can breastfeed."),
        ("clot", "On long flights, snug stockings make clots less likely."),
        ("clot", "Wearing tight stockings cuts the risk of clots on long-haul flights."),
    ],
)
def test_what_the_rules_miss_for_its_words_alone_passes(stated: str, claim: str) -> None:
    rules, whole = judged(claim, stated)
    assert not rules.supported
    assert whole.supported


@pytest.mark.parametrize(
    ("stated", "claim"),
    [
        ("fit", "As carbamazepine can help absence seizures, it is generally given to people who have them."),
        ("fit", "Carbamazepine is never given to people with absence seizures."),
        ("fit", "Carbamazepine is generally not given to people with epilepsy."),
        ("film", "Patients who have recovered don't need another chest film."),
        ("film", "Recovered patients who smoke don't need another chest film."),
        ("film", "Repeating the chest film is routine once a patient has recovered."),
        ("fluid", "Begin the beta-blocker at a low dose in every patient."),
        ("fluid", "When there is fluid overload, begin the beta-blocker low."),
        ("fluid", "Once the patient is stable, a beta-blocker could be begun at a low dose."),
        ("pause", "Pause the ACE inhibitor; begin it again on normal food and drink."),
        ("pause", "Go on with the ACE inhibitor while there is diarrhoea or vomiting."),
        ("pause", "The ACE inhibitor may be paused while there is diarrhoea or vomiting."),
        ("sore", "Where a wound shows signs of infection, antibiotics aren't advised."),
        ("sore", "Antibiotics are advised for wounds that show no sign of infection."),
        ("vitamin", "With riboflavin, attacks come less often."),
        ("vitamin", "Most people have fewer attacks on riboflavin."),
        ("weigh", "Daily weighing helps to notice infection early."),
        ("weigh", "Daily weighing helps to notice fluid retention and chest pain early."),
        ("switch", "Most patients can switch to tablets at home once they have had no fever for 24 hours."),
        ("switch", "Most patients can be discharged once they have had no fever for 24 hours."),
        ("wound", "A wound that has not healed after four weeks needs antibiotics."),
        ("wound", "A wound that has not healed after four weeks needs specialist assessment and swabs."),
        ("food", "Levothyroxine is taken on an empty stomach, since food lowers its side effects."),
        ("food", "Levothyroxine is taken on an empty stomach at bedtime, since food lowers its absorption."),
        ("gout", "Allopurinol is started with colchicine two weeks after an acute attack has settled."),
        ("step", "If symptoms stay controlled for three months, the inhaler dose can be stepped down in children."),
        ("foot", "Feet should be inspected by a podiatrist at every visit, because ulcers often cause no pain."),
        ("hip", "Walking with a frame under supervision usually starts on the day after surgery."),
        ("hip", "Walking with crutches usually starts on the day after surgery."),
        ("sleep", "Poor sleep can trigger headaches."),
        ("pain", "Back pain that wakes the patient at night calls for an urgent MRI scan."),
        ("pain", "Back pain with fever that wakes the patient at night calls for an MRI scan."),
        ("feed", "Mothers on this drug can breastfeed, as only traces of it reach the baby's blood."),
        ("clot", "Compression stockings and aspirin lower the risk of clots on long flights."),
    ],
)
def test_what_is_added_stays_withheld(stated: str, claim: str) -> None:
    rules, whole = judged(claim, stated)
    assert not rules.supported
    assert not whole.supported


def test_a_text_longer_than_was_learned_is_not_read() -> None:
    long = Asked("word " * LONGEST, CLAIM, (OpenReason(0, ()),))
    short = Asked(as_read(CITED), CLAIM, (OpenReason(0, ()), OpenReason(2, ())))
    unread, read = open_second_reader().odds([long, short])
    assert unread is None
    assert read is not None
    assert len(read) == len(short.reasons)


@pytest.mark.parametrize(
    ("word", "cited", "asked"),
    [
        ("dozen", "Give 10 puffs.", False),
        ("mild", "It is for severe attacks.", False),
        ("eligible", "Not with open wounds.", False),
        ("stepping", "Weigh the patient daily.", True),
    ],
)
def test_degrees_are_no_other_word_for_what_goes_unsaid(word: str, cited: str, asked: bool) -> None:
    reader = Told(SURE)
    verdict = because((ReasonCode.NOT_STATED, f"the cited words don't say “{word}”"))
    gate = RereadGate(lambda *_: verdict, reader, LEXICON)
    assert gate(f"Quite another sentence with {word} in it.", (Evidence(text=cited),)).supported is asked
    assert bool(reader.asked) is asked


def test_words_of_another_cited_sentence_are_no_other_words_for_what_goes_unsaid() -> None:
    reader = Told(SURE)
    verdict = because((ReasonCode.NOT_STATED, "the cited words don't say “stay at home”"))
    gate = RereadGate(lambda *_: verdict, reader, LEXICON)
    cited = (Evidence(text="A stiff neck: call an ambulance. A cold: stay at home."),)
    assert not gate("With a neck that won't bend one should stay at home.", cited).supported
    assert gate("With a neck that won't bend one should stay at home.", (Evidence(text="A cold: rest."),)).supported
