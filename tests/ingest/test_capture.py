# ruff: noqa: E501 - a page sets a paragraph on one line
from datetime import date
from functools import cache
from pathlib import Path

import captures
import pytest

from ingest.chunk import cut
from ingest.documents import Document, ReviewStatus, SourceAudience, SourceKind, Statement
from ingest.parse.capture import parse_capture
from ingest.parse.choose import parse_file


@cache
def read(name: str) -> tuple[Document, dict[str, Statement]]:
    document = parse_capture(getattr(captures, name), path=Path(f"{name.lower()}.txt"))
    return document, {" ".join(statement.text.split()): statement for statement in cut(document)[1]}


CLINICIAN = {
    "Chronic heart failure with reduced ejection fraction needs four classes of drugs, started early and raised to the target dose.": (
        1,
        2,
    ),
    "Echocardiogram to measure the ejection fraction (repeat after 3 months of treatment)": (1, 2),
    "Creatinine and potassium, at baseline and after 1-2 weeks": (2,),
    "Do NOT start in patients with potassium above 5.5 mmol/L": (2,),
    "Sacubitril/valsartan is preferred over enalapril in patients who tolerate it": (2, 4),
    "Enalapril 2.5 mg twice daily, target 10-20 mg twice daily": (4,),
    "Sacubitril/valsartan 24/26 mg twice daily; halve the dose in patients aged 75 years": (4,),
    "Hydralazine with isosorbide dinitrate": (3,),
    "Candesartan 4 mg once daily": (3,),
    "Titrate every 2 weeks": (1,),
    "Bisoprolol 1.25 mg daily, target 10 mg": (1,),
    "Not in grade 3 block": (1,),
    "Sequential titration: raise one drug at a time, and the other at the next visit": (4,),
    "An implantable defibrillator is recommended at an ejection fraction of 35% or less": (3,),
    "Resynchronisation lowers mortality (9.4 vs 12.6 per 100 patient-years)": (3,),
    "Every 3-6 months once stable": (2, 4),
    "After 2 cycles of titration": (4,),
}


def test_clinician_page_gives_every_statement_with_its_numbers_and_nothing_else() -> None:
    _, statements = read("CLINICIAN_PAGE")
    assert {text: found.reference_numbers for text, found in statements.items()} == CLINICIAN


@pytest.mark.parametrize(
    ("text", "path", "lead_in"),
    [
        (
            "Candesartan 4 mg once daily",
            ("Drugs by Class", "Renin-Angiotensin Inhibitors (all patients)"),
            "Starting doses › Options when neither is tolerated include",
        ),
        (
            "Bisoprolol 1.25 mg daily, target 10 mg",
            ("Drugs by Class", "Beta Blockers (all stable patients)"),
            "Titrate every 2 weeks",
        ),
        ("Resynchronisation lowers mortality (9.4 vs 12.6 per 100 patient-years)", ("Device Therapy", "Resynchronisation"), ""),
        ("Every 3-6 months once stable", ("Follow-Up and Monitoring",), "Evaluation schedule"),
        (
            "Creatinine and potassium, at baseline and after 1-2 weeks",
            ("Work-Up Before Treatment",),
            "Before the first prescription, obtain the following",
        ),
    ],
)
def test_statement_stands_under_its_headings_and_lead_ins(text: str, path: tuple[str, ...], lead_in: str) -> None:
    found = read("CLINICIAN_PAGE")[1][text]
    assert (found.heading_path, found.lead_in) == (path, lead_in)


def test_clinician_page_states_its_standing() -> None:
    source = read("CLINICIAN_PAGE")[0].source
    assert source.title == "What is the recommended management of chronic heart failure in adults?"
    assert (source.publisher, source.kind, source.audience) == (
        "Cardia.Press",
        SourceKind.GUIDELINE_SUMMARY,
        SourceAudience.CLINICIAN,
    )
    assert (source.updated, source.published, source.review_status) == (date(2025, 3, 3), None, ReviewStatus.UNDER_REVIEW)
    assert "pending expert review" in (source.review_note or "")
    assert "publisher" in source.inferred
    assert "title" not in source.inferred


def test_grouped_reference_list_is_read() -> None:
    references = read("CLINICIAN_PAGE")[0].references
    assert [(entry.number, entry.kind, entry.title, entry.publisher, entry.year) for entry in references] == [
        (1, "guideline", "Topic Overview for Practice", "Cardia.Press Medical Board & Editors", 2025),
        (2, "research", "Four Pillars of Therapy", "Journal of Imaginary Cardiology", 2021),
        (3, "guideline", "Devices in Heart Failure", "Practice Notes: Short Guidelines", 2024),
        (4, "guideline", "Titration of Drugs", "Practice Notes: Short Guidelines", 2023),
    ]


def test_what_was_set_aside_can_be_looked_at() -> None:
    document, _ = read("CLINICIAN_PAGE")
    furniture = [document.text[span.start : span.end] for span in document.furniture]
    assert "How is atrial flutter treated after ablation?" in furniture
    assert "Approved" in furniture
    assert len(furniture) == 18


def test_run_in_labels_become_headings_as_far_as_the_text_speaks_of_them() -> None:
    _, statements = read("BLOG_PAGE")
    paths = {text: found.heading_path for text, found in statements.items()}
    assert paths["A dietitian can plan the diet with you."] == ("Diet",)
    assert paths["It is taken with meals, e.g. 500 mg twice a day."] == ("Metformin",)
    assert paths["Around 30% of people need it after 10 years."] == ("Insulin therapy",)
    assert paths["Feet should be looked at every day."] == ()
    assert len(paths) == 13


def test_blog_page_states_its_standing() -> None:
    document, _ = read("BLOG_PAGE")
    source = document.source
    assert (source.publisher, source.updated, source.review_status) == ("Dr. M. Rivera", date(2022, 5, 4), ReviewStatus.REVIEWED)
    assert (source.kind, source.audience) == (SourceKind.PATIENT_INFORMATION, SourceAudience.PATIENT)
    first = document.references[0]
    assert (first.title, first.publisher) == ("Diabetes Basics", "National Institute of Sugar")


def test_page_without_blank_lines_loses_its_furniture_and_nothing_else() -> None:
    _, statements = read("SOCIETY_PAGE")
    assert list(statements) == [
        "Kidney stones (calculi) are hard deposits that form in the kidney.",
        "Most kidney stones pass without treatment.",
        "They may cause pain in the back.",
        "For small kidney stones, drinking water and pain relief are the main treatments.",
        "Surgery may be useful for some kidney stones",
        "If the stone does not pass, other treatments can be tried, e.g. shock waves or an alpha blocker such as tamsulosin (Flomax), if it is smaller than 10 mm.",
        "Shock waves may also be used in certain situations",
        "Treatment of kidney stones depends on the size.",
        "Because kidney stones often come back, you may want to drink at least 2.5 liters a day, if your doctor agrees.",
    ]


def test_lost_title_is_inferred_and_marked() -> None:
    source = read("SOCIETY_PAGE")[0].source
    assert source.title == "Treatment of kidney stones"
    assert "title" in source.inferred
    assert (source.publisher, source.updated) == ("Imaginary Stone Society", date(2023, 10, 1))
    assert source.review_status is ReviewStatus.NOT_STATED
    assert "content team" in (source.review_note or "")


def test_bibliography_without_heading_is_read_and_the_date_below_it_is_none_of_it() -> None:
    references = read("SOCIETY_PAGE")[0].references
    assert [(entry.publisher, entry.year) for entry in references] == [("Kidney Letters", 2012), ("Oak House", 2020)]
    assert references[0].url == "https://doi.org/10.1000/stones.1"


def test_wrapped_lines_are_joined_and_the_table_of_contents_is_none_of_the_text() -> None:
    document, statements = read("WRAPPED_PAGE")
    assert list(statements) == [
        "Sit the person upright and stay calm.",
        "Give one puff of the blue inhaler every 30-60 seconds, up to 10 puffs in all",
        "If there is no improvement after 10 puffs, call an ambulance",
        "Call when the lips turn blue, or when the person is too breathless to speak.",
        "Do not wait for a doctor to ring back",
        "Keep the person upright.",
        "Repeat the 10 puffs after 15 minutes.",
    ]
    assert [found.reference_numbers for found in statements.values()] == [(), (1,), (1, 3), (1,), (2,), (), ()]
    assert [section.heading_path for section in document.sections] == [("What to do first",), ("When to call for help?",)]


def test_title_below_a_breadcrumb_is_found_with_both_dates() -> None:
    source = read("WRAPPED_PAGE")[0].source
    assert (source.title, source.publisher) == ("Asthma Attack: First Aid", "Imaginary Lung Trust")
    assert (source.published, source.updated) == (date(2021, 2, 2), date(2023, 5, 13))


def test_spanish_page_is_told() -> None:
    document, statements = read("SPANISH_PAGE")
    assert (document.source.language, document.source.updated) == ("es", date(2024, 3, 3))
    assert [found.heading_path for found in statements.values()] == [("Tratamiento Inicial",)] * 2 + [("Seguimiento",)] * 2


def test_empty_page_of_furniture_only_gives_no_statement() -> None:
    document = parse_capture("Menu\n\nSign up for our newsletter\n\n© 2024 Imaginary Press\n", path=Path("x.txt"))
    assert cut(document) == ((), ())
    assert len(document.furniture) == 3


def test_numbered_guideline_keeps_its_levels_tags_tables_and_lost_bullets() -> None:
    document, statements = read("NUMBERED_PAGE")
    assert {text: found.heading_path for text, found in statements.items()} == {
        "Keep the limb still and below the heart.": ("Recommendations", "At the scene"),
        "If swelling passes 25 cm in 1 hour, call the poison centre.": ("Recommendations", "At the scene"),
        "have swelling beyond the wrist or": ("Recommendations", "Choosing antivenom"),
        "are bleeding from the gums.": ("Recommendations", "Choosing antivenom"),
        "Do not cut or suck the wound.": ("Recommendations", "Choosing antivenom"),
        "Up to 6 pulse every 15 minutes": ("Recommendations", "Follow-up"),
        "6 to 24 urine every 2 hours": ("Recommendations", "Follow-up"),
        "The panel found the evidence weak.": ("Recommendations", "Follow-up", "Rationale"),
        "It kept the advice.": ("Recommendations", "Follow-up", "Rationale"),
        "Patients gained 0.5 days.": ("Recommendations", "Follow-up", "Rationale"),
    }
    assert statements["are bleeding from the gums."].lead_in == "Offer antivenom to adults with a bite who"
    assert statements["The panel found the evidence weak."].reference_numbers == (1, 2)
    rows = [block.cells for section in document.sections for block in section.blocks if block.cells]
    assert rows[0] == (("Hours since the bite", "Up to 6"), ("What to check", "pulse every 15 minutes"))
    assert (document.source.title, document.source.kind) == ("Snakebite in adults: first aid and transport", SourceKind.GUIDELINE)


def test_health_portal_loses_menus_and_links_and_keeps_labels_as_headings() -> None:
    document, statements = read("PORTAL_PAGE")
    source = document.source
    assert (source.title, source.publisher, source.updated) == ("Hiccups", None, date(2023, 2, 9))
    assert {text: found.heading_path for text, found in statements.items()} == {
        "Hiccups are short cramps of the diaphragm.": (),
        "Most people have them now and then.": (),
        "hiccups that last longer than 48 hours": ("Check if you need help",),
        "hiccups that keep you awake": ("Check if you need help",),
        "An attack of hiccups usually lasts 5 to 30 minutes.": ("Check if you need help",),
        "Large meals": ("Check if you need help",),
        "Fizzy drinks": ("Check if you need help",),
        "Hold your breath for 10 seconds.": ("How to stop hiccups", "Breath holding"),
        "Do this 3 times.": ("How to stop hiccups", "Breath holding"),
        "Sip it slowly.": ("How to stop hiccups", "Cold water"),
        "It calms the nerve.": ("How to stop hiccups", "Cold water"),
        "A doctor may give 5 mg three times a day.": ("How to stop hiccups", "Baclofen tablets"),
    }
    assert statements["Fizzy drinks"].lead_in == "Causes of long attacks include"
    assert document.references == ()


def test_first_line_that_stands_apart_is_the_title_though_its_words_are_not_met_again(tmp_path: Path) -> None:
    raw = "Croup care\n\nTreatment\n\nGive the steroid once by mouth, as one dose is enough for most children.\n\nWatch the child.\n"
    document = parse_capture(raw, path=tmp_path / "a.txt")
    assert document.source.title == "Croup care"
    assert [one.heading_path for one in cut(document)[1]] == [("Treatment",)] * 2


def test_heading_that_states_a_share_is_evidence_too_and_one_that_does_not_is_none(tmp_path: Path) -> None:
    raw = (
        "Croup care\n\nMild croup (85% of children)\n\nGive the steroid once by mouth, as one dose is enough for most children.\n\n"
        "Severe croup (see below)\n\nCall the team at once and give oxygen while you wait for them to come.\n"
    )
    document = parse_capture(raw, path=tmp_path / "a.txt")
    texts = [one.text for one in cut(document)[1]]
    assert texts[0] == "Mild croup (85% of children)"
    assert not any(text.startswith("Severe croup") for text in texts)


def test_lists_that_copying_left_behind_are_told_in_the_report() -> None:
    warnings = read("SOCIETY_PAGE")[0].warnings
    assert any("2 lines announce a list that is not there" in warning for warning in warnings)


@pytest.mark.parametrize("name", ["CLINICIAN_PAGE", "BLOG_PAGE", "PORTAL_PAGE", "NUMBERED_PAGE"])
def test_page_with_its_lists_has_lost_none(name: str) -> None:
    assert not any("announce a list" in warning for warning in read(name)[0].warnings)


def test_phrases_under_the_last_heading_of_a_page_are_kept() -> None:
    page = "Fever\n\nFever is treated when the child is distressed by it.\n\nWho Should Not Have Ibuprofen\n\nPregnant women\nPeople with ulcers\n"
    document = parse_capture(page, path=Path("page.txt"))
    assert [(one.heading_path, one.text) for one in cut(document)[1]][1:] == [
        (("Who Should Not Have Ibuprofen",), "Pregnant women"),
        (("Who Should Not Have Ibuprofen",), "People with ulcers"),
    ]


NUMBERED_BY_TABS = """\
Isolation policy
Version 2
1\tPurpose
1.1\tThis policy keeps patients with loose stools away from others.
2\tWhen a room is closed
2.1\tThe door stays shut for all of the following:
•\tpatients with fever and a rash
o\tthis includes children
•\tpatients from other countries
2.2\tThe room is cleaned with chlorine after the patient has left it.
3\tWhen it is opened
3.1\tTwo days without symptoms are enough for most of the patients.
Germ\tRoom\tGloves
Norovirus\tsingle\tyes
Scabies\tshared\tyes
"""

LISTED_SYMPTOMS = """\
Tennis elbow
On this page
What is it?
Symptoms
Treatment
When to see a doctor
What is it?
Tennis elbow is pain at the outer side of the elbow, and comes with work of the hands.
Symptoms
Pain that comes with lifting
Weak grip
Treatment
Rest
Rest the arm for two weeks. Cool it for ten minutes every three hours on the first day.
When to see a doctor
See a doctor if the pain is no better after six weeks of rest.
"""


def test_numbers_before_tabs_are_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_text(NUMBERED_BY_TABS, encoding="utf-8")
    found = {one.text: one for one in cut(parse_file(path))[1]}
    assert found["This policy keeps patients with loose stools away from others."].heading_path == ("Purpose",)
    closed = found["The room is cleaned with chlorine after the patient has left it."]
    assert (closed.heading_path, closed.lead_in) == (("When a room is closed",), "")
    assert found["Two days without symptoms are enough for most of the patients."].heading_path == ("When it is opened",)
    assert found["this includes children"].lead_in == "The door stays shut for all of the following"
    assert "Germ | Room | Gloves" in found["Norovirus\tsingle\tyes"].lead_in


def test_items_between_listed_headings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "elbow.txt"
    path.write_text(LISTED_SYMPTOMS, encoding="utf-8")
    found = {one.text: one.heading_path for one in cut(parse_file(path))[1]}
    assert found["Weak grip"] == ("Symptoms",)
    assert found["Rest the arm for two weeks."] == ("Treatment", "Rest")
