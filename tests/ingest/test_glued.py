"""Copied pages whose headings stand right above their text, and the lists of headings that tell how deep each is."""

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.parse.capture import parse_capture
from ingest.parse.furniture import is_furniture

CLOSE = """You are here: Home / For staff / Scalds and burns in children
Cookie settings
SCALDS AND BURNS IN CHILDREN: FIRST HOURS
Posted on 4 May 2021 by Web Team | 2 Comments
Jump to: Cooling | Covering the wound | Fluids | Referral

Cooling the burn
Hold the burn under running water for 20 minutes. Ice is not used.

Covering the wound
Cling film is laid on in strips and never wound round a limb.

Choice of film
    * Kitchen film from a new roll is clean enough.
    * Discard the first turn of the roll.

Fluids
Weigh the child first.

First day
Give 3 mL for each kilogram and each percent burnt.

Second day
Halve the rate when the urine is clear.

Referral
Ring the burns unit for any burn of the face.

2 thoughts on “Scalds and burns in children”
Ines says: 9 May 2021 at 10:40  Could the film be kept?
Web Team says: 9 May 2021 at 12:01
Thanks Ines, we have added a line.
"""


def paths(raw: str) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(parse_capture(raw, path=Path("page.txt")))[1]}


def test_line_right_above_its_text_is_a_heading_as_deep_as_the_list_of_the_page_says() -> None:
    assert paths(CLOSE) == {
        "Hold the burn under running water for 20 minutes.": ("Cooling the burn",),
        "Ice is not used.": ("Cooling the burn",),
        "Cling film is laid on in strips and never wound round a limb.": ("Covering the wound",),
        "Kitchen film from a new roll is clean enough.": ("Covering the wound", "Choice of film"),
        "Discard the first turn of the roll.": ("Covering the wound", "Choice of film"),
        "Weigh the child first.": ("Fluids",),
        "Give 3 mL for each kilogram and each percent burnt.": ("Fluids", "First day"),
        "Halve the rate when the urine is clear.": ("Fluids", "Second day"),
        "Ring the burns unit for any burn of the face.": ("Referral",),
    }


def test_title_that_says_more_than_the_way_to_it_is_found_and_a_list_of_headings_is_no_way() -> None:
    document = parse_capture(CLOSE, path=Path("page.txt"))
    assert document.source.title == "SCALDS AND BURNS IN CHILDREN: FIRST HOURS"


def test_one_line_above_a_paragraph_is_no_habit_and_what_a_colon_announces_no_heading() -> None:
    page = (
        "Nosebleeds\n\nNosebleeds in adults mostly stop when the nose is pinched for ten minutes.\n\n"
        "Packing\nA pack is left in for two days at most, and the patient is seen on the third.\n\n"
        "Ring back when:\nThe pack slips\nThe other side bleeds as well as the first side did.\n"
    )
    assert set(paths(page).values()) == {()}


def test_heading_above_a_heading_opens_both() -> None:
    page = (
        "Cataract surgery\n\nOverview\nThe lens is replaced under local anaesthetic in most adults.\n\n"
        "Before the day\nDrops\nChloramphenicol drops are begun four hours before the lens is taken out.\n\n"
        "Tablets\nTamsulosin is told to the surgeon, who plans for a small pupil.\n\n"
        "Aftercare for carers\nThe shield is worn for seven nights.\n"
    )
    found = paths(page)
    assert found["Chloramphenicol drops are begun four hours before the lens is taken out."] == ("Before the day", "Drops")
    assert found["Tamsulosin is told to the surgeon, who plans for a small pupil."] == ("Before the day", "Tablets")
    assert found["The shield is worn for seven nights."] == ("Aftercare for carers",)


def test_headings_right_above_their_text_stand_inside_those_between_blank_lines() -> None:
    page = (
        "Sting allergy\n\nTreatment at home\n\nThe sting is scraped off within a minute of the sting.\n\n"
        "Adults\nCetirizine 10 mg is taken once.\n\nChildren\nCetirizine 5 mg is taken once.\n\n"
        "Desensitisation\n\nIt is offered after a reaction of the whole body.\n\n"
        "First month\nVenom is given every week under the skin.\n"
    )
    found = paths(page)
    assert found["Cetirizine 5 mg is taken once."] == ("Treatment at home", "Children")
    assert found["It is offered after a reaction of the whole body."] == ("Desensitisation",)
    assert found["Venom is given every week under the skin."] == ("Desensitisation", "First month")


def test_headings_in_capitals_hold_the_others_and_abbreviations_are_none_of_them() -> None:
    page = (
        "Bee and wasp stings\n\nINTRODUCTION\nMost stings need a cold cloth and nothing else at all.\n\n"
        "TREATMENT OF STINGS\n\nRemoving the sting — Scrape it off sideways within a minute of the sting.\n\n"
        "Swelling of the limb — Cetirizine 10 mg eases the itch for a day.\n\n"
        "Remedies we do not use\n\n• Vinegar, on any sting\n• Toothpaste\n\n"
        "Pain at night — Ibuprofen 400 mg is taken with food.\n\n"
        "FOLLOW-UP VISITS\n\nAnyone with hives is seen in the allergy clinic.\n"
    )
    found = paths(page)
    assert found["Most stings need a cold cloth and nothing else at all."] == ("INTRODUCTION",)
    assert found["Vinegar, on any sting"] == ("TREATMENT OF STINGS", "Remedies we do not use")
    assert found["Ibuprofen 400 mg is taken with food."] == ("TREATMENT OF STINGS", "Pain at night")
    assert found["Anyone with hives is seen in the allergy clinic."] == ("FOLLOW-UP VISITS",)


@pytest.mark.parametrize(
    "line",
    [
        "Ines says: 9 May 2021 at 10:40",
        "Welcome, Harbour Library Visitor | Log in | Points 2",
        "Graphic 40112 Version 3.0",
        "SPONSORED  Dry-Step stockings, now in blue",
        "New course on wound care – find out more",
        "Figure 2    Open in new tab    Download slide",
        "Links to guidelines of other societies are provided separately.",
    ],
)
def test_words_of_a_page_about_itself_are_set_aside(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "She says: the pain began in 2021 and never left.",
        "Welcome the parents and log the time of arrival in the chart.",
        "Sponsored trials found no gain from longer courses.",
        "Patients who want to learn more are given the booklet",
        "Weight    Dose    Volume",
        "The links to hospital care are arranged before the patient goes home.",
    ],
)
def test_words_like_them_that_speak_of_patients_stay(line: str) -> None:
    assert not is_furniture(line)


def test_line_that_asserts_something_is_no_heading_above_another_short_line() -> None:
    page = (
        "High potassium\n\nPotassium above 6.5 mmol/L is an emergency in adults on any ward.\n\n"
        "Calcium is given first\n\nInsulin lowers potassium\n\nDialysis clears it in those who pass no urine at all.\n"
    )
    assert not any("Calcium is given first" in path for path in paths(page).values())
