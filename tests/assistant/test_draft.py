"""The extractive draft: the sources' own words, no statement twice, lists whole, headings only where patients differ."""

from collections.abc import Sequence

import numpy as np
import pytest
from heart_library import asked, heart_reader, judged, lexicon, profile, source
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Audience, DraftClaim
from assistant.drafting.draft import MOST_CLAIMS, ExtractiveDrafter
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged

BOARD, TRUST = source("board"), source("trust")
READER = heart_reader()


def drafts(
    question: str,
    entries: Sequence[Judged],
    *,
    alike: Sequence[Sequence[Judged]] = (),
    cosine: float = 0.95,
    most_words: int = 100,
) -> list[DraftClaim]:
    """The draft, where the statements of each group of ``alike`` have that cosine and all others 0."""
    size = len(entries) + len(alike)
    rows = np.eye(len(entries), size)
    for place, group in enumerate(alike, start=len(entries)):
        for entry in group:
            row = entries.index(entry)
            rows[row] *= np.sqrt(1 - cosine)
            rows[row, place] = np.sqrt(cosine)
    drafter = ExtractiveDrafter(
        vectors=rows.astype(np.float32),
        positions={entry.profile.statement.statement_id: row for row, entry in enumerate(entries)},
        lexicon=lexicon(),
        most_words=most_words,
    )
    return list(drafter.draft(asked(question), entries))


def entry(text: str, *, relevance: float = 0.9, of: Profile | None = None, order: int = 0, **fields: object) -> Judged:
    return judged(of or profile(text, of=BOARD, order=order, **fields), relevance=relevance)


def texts(found: Sequence[DraftClaim]) -> list[str]:
    return [draft.text for draft in found]


def test_nothing_judged_drafts_nothing() -> None:
    assert drafts("salt?", []) == []


def test_the_best_statement_is_drafted_even_if_nothing_is_relevant() -> None:
    assert texts(drafts("salt?", [entry("Salt.", relevance=0.01)])) == ["Salt."]


def test_statement_far_less_relevant_than_the_best_is_left_out() -> None:
    found = drafts("salt and water?", [entry("Salt is limited."), entry("Water is free.", relevance=0.2)])
    assert texts(found) == ["Salt is limited."]


def test_figure_asked_for_settles_it_so_that_less_relevant_statements_stay_out() -> None:
    dose, story = entry("Carvedilol 3.125 mg."), entry("Carvedilol slows the heart.", relevance=0.45)
    assert texts(drafts("dose of carvedilol?", [dose, story])) == ["Carvedilol 3.125 mg."]
    assert texts(drafts("what is carvedilol?", [dose, story])) == ["Carvedilol 3.125 mg.", "Carvedilol slows the heart."]


@pytest.mark.parametrize(
    ("text", "fields", "shown"),
    [
        pytest.param("Bisoprolol 1.25 mg.", {}, False, id="another-drug"),
        pytest.param("Bisoprolol 1.25 mg.", {"heading_path": ("Beta-blockers",)}, False, id="another-of-its-class"),
        pytest.param("Eplerenone 25 mg, not carvedilol.", {}, True, id="names-both"),
        pytest.param(
            "Switch to bisoprolol at 1.25 mg.", {"heading_path": ("Carvedilol",)}, True, id="under-the-drug-asked-about"
        ),
        pytest.param("A beta-blocker starts at 1 mg.", {}, True, id="names-no-drug"),
        pytest.param("The dose is 1.25 mg.", {"heading_path": ("Bisoprolol",)}, False, id="under-another-drug"),
        pytest.param("The dose is 1.25 mg.", {"heading_path": ("Bisoprolol or carvedilol",)}, True, id="under-both"),
        pytest.param("The dose is 1.25 mg.", {"heading_path": ("Starting doses",)}, True, id="under-none"),
    ],
)
def test_dose_of_another_drug_is_not_shown_beside_the_one_asked_for(text: str, fields: dict[str, object], shown: bool) -> None:
    dose, other = entry("Carvedilol 3.125 mg."), entry(text, order=1, **fields)
    assert (text in texts(drafts("dose of carvedilol?", [dose, other]))) is shown
    assert text in texts(drafts("what is carvedilol?", [dose, other]))
    assert text in texts(drafts("dose of a beta-blocker?", [dose, other]))


def test_figure_of_another_drug_never_opens_where_one_of_the_drug_asked_for_is_there() -> None:
    other, dose = entry("Bisoprolol 1.25 mg."), entry("Carvedilol 3.125 mg.", relevance=0.7, order=1)
    assert texts(drafts("dose of carvedilol?", [other, dose])) == ["Carvedilol 3.125 mg."]
    assert texts(drafts("dose of carvedilol?", [other])) == ["Bisoprolol 1.25 mg."]


@pytest.mark.parametrize(
    ("question", "relevance", "first"),
    [
        pytest.param("Which drug for stable heart failure with HFrEF?", 0.88, "finer", id="nearly-as-near"),
        pytest.param("Which drug for stable heart failure with HFrEF?", 0.6, "wider", id="much-farther"),
        pytest.param("Which drug for HFrEF?", 0.88, "wider", id="not-told-apart-so"),
        pytest.param("Is carvedilol right in stable HFrEF?", 0.88, "wider", id="yes-or-no"),
    ],
)
def test_what_is_said_of_such_patients_stands_before_what_is_said_of_more(question: str, relevance: float, first: str) -> None:
    wider = entry("In HFrEF give carvedilol or bisoprolol.", relevance=0.9)
    finer = entry("In stable heart failure with HFrEF give carvedilol.", relevance=relevance, order=1)
    assert texts(drafts(question, [wider, finer]))[0] == {"wider": wider, "finer": finer}[first].profile.statement.text


@pytest.mark.parametrize(
    ("question", "text", "fields", "shown"),
    [
        pytest.param("carvedilol in HFrEF?", "In HFpEF carvedilol is of no use.", {}, False, id="others"),
        pytest.param("carvedilol in HFrEF?", "Carvedilol is of no use.", {"heading_path": ("HFpEF",)}, False, id="under-others"),
        pytest.param("carvedilol in HFrEF?", "Carvedilol slows the heart.", {}, True, id="of-everyone"),
        pytest.param("carvedilol in HFrEF?", "Carvedilol helps in HFrEF and HFpEF.", {}, True, id="both"),
        pytest.param("carvedilol in HFrEF or HFpEF?", "In HFpEF carvedilol is of no use.", {}, True, id="asks-for-both"),
        pytest.param("carvedilol?", "In HFpEF carvedilol is of no use.", {}, True, id="asks-for-none"),
    ],
)
def test_statement_about_patients_other_than_those_asked_for_is_not_shown(
    question: str, text: str, fields: dict[str, object], shown: bool
) -> None:
    found = drafts(question, [entry("In HFrEF carvedilol is given."), entry(text, order=1, **fields)])
    assert (text in texts(found)) is shown


def test_same_words_of_another_source_become_its_second_citation() -> None:
    ours = entry("Never stop a beta-blocker suddenly.")
    theirs = entry("", of=profile("A beta-blocker is never stopped suddenly.", of=TRUST))
    (only,) = drafts("stop a beta-blocker?", [ours, theirs], alike=[[ours, theirs]])
    assert only.text == "Never stop a beta-blocker suddenly."
    assert only.evidence == (ours.profile.statement.statement_id, theirs.profile.statement.statement_id)


@pytest.mark.parametrize(
    ("ours", "theirs", "cosine"),
    [
        pytest.param("Start carvedilol at 3.125 mg.", "Start carvedilol at 6.25 mg.", 0.99, id="another-dose"),
        pytest.param("Give carvedilol.", "Give bisoprolol.", 0.99, id="another-drug"),
        pytest.param("In HFrEF give carvedilol.", "In HFpEF give carvedilol.", 0.99, id="other-patients"),
        pytest.param("Give carvedilol slowly.", "Give carvedilol slowly.", 0.3, id="far-apart"),
        pytest.param("Give carvedilol slowly.", "Carvedilol makes people tired at first.", 0.8, id="other-words"),
    ],
)
def test_statement_that_adds_something_is_not_merged(ours: str, theirs: str, cosine: float) -> None:
    left, right = entry(ours), entry("", of=profile(theirs, of=TRUST))
    found = drafts("carvedilol?", [left, right], alike=[[left, right]], cosine=cosine)
    assert sorted(texts(found)) == sorted([ours, theirs])
    assert all(len(draft.evidence) == 1 for draft in found)


def test_items_of_one_source_are_never_merged_however_alike() -> None:
    left, right = entry("Salt is limited for men."), entry("Salt is limited for women.", order=1)
    assert len(drafts("salt?", [left, right], alike=[[left, right]], cosine=0.99)) == 2


def test_no_more_claims_and_words_than_a_person_reads() -> None:
    many = [entry(f"Salt is number {n} of the minerals.", order=n) for n in range(20)]
    assert len(drafts("salt?", many)) == MOST_CLAIMS
    assert len(drafts("salt?", many, most_words=15)) == 2


def test_long_first_statement_is_shown_whole() -> None:
    long = entry("Salt " + "and water " * 80)
    assert texts(drafts("salt?", [long], most_words=20)) == [long.profile.statement.text]


def test_short_statement_takes_the_place_that_a_long_one_leaves() -> None:
    entries = [entry("Salt is limited."), entry("Salt " + "and water " * 40), entry("Salt thirsts.", order=2)]
    assert texts(drafts("salt?", entries, most_words=20)) == ["Salt is limited.", "Salt thirsts."]


@pytest.mark.parametrize(
    ("question", "text", "lead_in", "shown"),
    [
        pytest.param(
            "Which drugs?", "A beta-blocker.", "First drugs for HFrEF:", "First drugs for HFrEF: A beta-blocker.", id="fragment"
        ),
        pytest.param(
            "Which drugs?", "A beta-blocker is given.", "First in HFrEF:", "A beta-blocker is given.", id="whole-sentence"
        ),
        pytest.param("Salt limits?", "Below 5 g.", "Salt limits:", "Below 5 g.", id="lead-in-says-what-was-asked"),
        pytest.param("Which drugs?", "Carvedilol", "Classes › Heart slowing:", "Heart slowing: Carvedilol", id="nearest-lead-in"),
        pytest.param("Which drugs?", "Carvedilol", "", "Carvedilol", id="no-lead-in"),
        pytest.param(
            "When is a tap needed?",
            "shock",
            "A tap is needed in every infant unless there is one of:",
            "A tap is needed in every infant unless there is one of: shock",
            id="exceptions-are-shown-as-such",
        ),
        pytest.param(
            "When to refer?",
            "eGFR below 30",
            "Refer if there is any of:",
            "Refer if there is any of: eGFR below 30",
            id="conditions-are-shown-as-such",
        ),
        pytest.param(
            "Which dose is low?",
            "Budesonide — low dose: 200 to 400; high dose: 1,000",
            "Table 1 Daily doses for adults (micrograms)",
            "Table 1 Daily doses for adults (micrograms): Budesonide — low dose: 200 to 400; high dose: 1,000",
            id="caption-with-the-unit",
        ),
        pytest.param(
            "How long is isolation?",
            "isolation lasts for the whole illness",
            "In weak immunity,",
            "In weak immunity: isolation lasts for the whole illness",
            id="rest-of-a-sentence",
        ),
    ],
)
def test_fragment_is_shown_behind_the_lead_in_that_it_needs(question: str, text: str, lead_in: str, shown: str) -> None:
    assert texts(drafts(question, [entry(text, lead_in=lead_in)])) == [shown]


def test_list_asked_for_is_shown_whole_and_in_its_order() -> None:
    lead = "Foundation:"
    last = entry("SGLT2 inhibitor", order=3, lead_in=lead)
    first = entry("Beta-blocker", order=1, lead_in=lead)
    middle = entry("MRA", order=2, lead_in=lead, relevance=0.11)
    found = drafts("Which drugs are the foundation?", [last, first, middle])
    assert texts(found) == ["SGLT2 inhibitor", "Beta-blocker", "MRA"]
    assert texts(drafts("Why the foundation?", [last, first, middle])) == ["SGLT2 inhibitor", "Beta-blocker"]


def test_list_items_for_other_patients_come_behind_what_else_is_near() -> None:
    lead = "An ICD may be considered:"
    item = entry("In patients with HFrEF.", order=1, lead_in=lead, relevance=0.95)
    mate = entry("After a transplant.", order=2, lead_in=lead, relevance=0.7)
    other = entry("For HFrEF, tablets are recommended.", order=9, relevance=0.8)
    whole = [item, other, mate]
    assert "tablets" in texts(drafts("Which treatments are there in HFrEF?", whole))[1]
    assert "tablets" in texts(drafts("Which treatments are there?", whole))[2]


def test_list_of_which_little_was_chosen_is_not_filled_up() -> None:
    lead = "Foundation:"
    one = entry("SGLT2 inhibitor", order=1, lead_in=lead)
    rest = [entry(f"Other {n}", order=n, lead_in=lead, relevance=0.05) for n in range(2, 6)]
    assert len(drafts("Which drugs are the foundation?", [one, *rest])) == 1


def headings(question: str, *populations: str) -> list[tuple[str, str]]:
    entries = [entry(f"In {people} do step {n}.", order=n) for n, people in enumerate(populations)]
    return [(draft.text, draft.heading) for draft in drafts(question, entries)]


def test_statements_for_patients_who_differ_stand_under_headings_behind_the_direct_line() -> None:
    found = headings("Which steps?", "HFrEF", "HFpEF", "HFrEF", "HFpEF")
    assert found == [
        ("In HFrEF do step 0.", ""),
        ("In HFpEF do step 1.", "Preserved ejection fraction"),
        ("In HFpEF do step 3.", "Preserved ejection fraction"),
        ("In HFrEF do step 2.", "Reduced ejection fraction"),
    ]


@pytest.mark.parametrize(
    ("question", "populations"),
    [
        pytest.param("Which steps?", ["HFrEF", "HFrEF", "HFrEF"], id="all-the-same"),
        pytest.param("Which steps in HFpEF?", ["HFpEF", "HFrEF", "HFpEF"], id="settled-by-the-question"),
        pytest.param("Which steps?", ["HFrEF", "general", "general", "HFpEF"], id="most-say-nothing"),
        pytest.param("Which steps?", ["HFrEF", "HFpEF"], id="too-few"),
    ],
)
def test_no_heading_where_it_would_tell_nothing(question: str, populations: list[str]) -> None:
    assert {heading for _, heading in headings(question, *populations)} == {""}


@given(
    st.lists(st.sampled_from(sorted(READER.profiles)), unique=True, min_size=1, max_size=12),
    st.sampled_from(["dose of spiro?", "Which?", "Can I?", "Why salt?"]),
)
def test_every_draft_is_the_sources_own_words_with_its_evidence_and_none_comes_twice(ids: list[str], question: str) -> None:
    entries = [judged(READER.profiles[i], rank=n, relevance=1 / n) for n, i in enumerate(ids, start=1)]
    rows = {s.statement_id: row for row, s in enumerate(READER.index.statements)}
    vectors = READER.index.statement_vectors  # type: ignore[attr-defined]
    found = ExtractiveDrafter(vectors=vectors, positions=rows, lexicon=lexicon()).draft(asked(question), entries)
    assert 1 <= len(found) <= MOST_CLAIMS
    used = [i for draft in found for i in draft.evidence]
    assert len(used) == len(set(used))
    assert set(used) <= set(ids)
    for draft in found:
        statement = READER.profiles[draft.evidence[0]].statement
        lead = statement.lead_in.split(" › ")[-1].rstrip(":")
        assert draft.text in {statement.text, f"{lead}: {statement.text}"}


def test_direct_line_is_the_best_statement() -> None:
    found = READER.find("When should dapagliflozin be stopped?", audience=Audience.CLINICIAN)
    best = found.judged[0].profile.statement.text
    rows = {s.statement_id: row for row, s in enumerate(READER.index.statements)}
    drafter = ExtractiveDrafter(vectors=READER.index.statement_vectors, positions=rows, lexicon=lexicon())  # type: ignore[attr-defined]
    first = drafter.draft(found.asked, found.judged)[0]
    assert (first.text, first.heading) == (best, "")


@pytest.mark.parametrize("lead", ["Only then may salt be allowed:", "Exceptions:", "Solo en estos casos:"])
def test_exception_stands_behind_the_rule_that_it_is_an_exception_from(lead: str) -> None:
    rule = entry("Salt is not allowed.", relevance=0.1, order=1)
    first, second = (entry(text, order=order, lead_in=lead) for order, text in ((2, "Salt in winter."), (3, "Salt at sea.")))
    assert texts(drafts("salt?", [second, first, rule]))[0] == "Salt is not allowed."


def test_item_of_an_ordinary_list_brings_no_other_statement() -> None:
    rule, item = entry("Salt is not allowed.", relevance=0.1, order=1), entry("Salt at sea.", order=2, lead_in="Where salt is:")
    assert texts(drafts("salt?", [item, rule])) == ["Salt at sea."]
