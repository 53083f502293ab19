import pytest

from ingest.parse.furniture import is_furniture
from ingest.parse.zones import Zone, zone_of


@pytest.mark.parametrize(
    "line",
    [
        "Your monthly gift helps families",
        "Donate now",
        "Sign up for our newsletter",
        "We use cookies to improve this site",
        "© 2024 Imaginary Press. All rights reserved.",
        "Call us at 1-800-555-0100",
        "Chat online with a nurse? Live chat",
        "Skip to main content",
        "Share this page",
        "Read more",
        "English | Español | 中文",
        "Home > Conditions > Asthma",
        "Imaginary Press assumes no liability for the use of this text.",
        "This page is not a substitute for professional advice.",
        "Written by Jo Miller",
        "The text is pending expert review",
        "Was this page helpful?",
        "Our website is run by volunteers.",
    ],
)
def test_wording_of_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "We recommend rest for all patients.",
        "Patients may donate blood after 4 months.",
        "Carcinoma in situ needs no drugs.",
        "Call an ambulance after 10 puffs.",
        "Do not delay treatment while results are pending.",
        "Tell your doctor about all medicines.",
        "A follow-up visit after 3 months is advised.",
        "Previous treatment matters.",
        "Share decisions with the patient.",
        "Menopause changes the choice of drugs.",
        "Pump data should be downloaded weekly.",
        "Tell us if you have had a reaction to iron.",
        "Call the 24-hour helpline if your temperature is above 38 °C.",
        "Thrombectomy helps up to 24 hours after the first sign in chosen patients.",
    ],
)
def test_medicine_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("References", Zone.REFERENCES),
        ("Sources (12)", Zone.REFERENCES),
        ("Referenced on 25.3.2021", Zone.REFERENCES),
        ("Bibliografía", Zone.REFERENCES),
        ("Related Questions", Zone.LINKS),
        ("In this article", Zone.LINKS),
        ("Next Post", Zone.LINKS),
        ("Cited by", Zone.LINKS),
        ("Affiliations", Zone.NOTICE),
        ("3 thoughts on “Stroke”", Zone.NOTICE),
        ("Professional Medical Disclaimer", Zone.NOTICE),
        ("About the author", Zone.NOTICE),
        ("Have a follow-up question?", Zone.NOTICE),
        ("Bone Disease", None),
        ("Sources of Infection", None),
        ("About Stage 4 Disease", None),
        ("Treatment Sequencing", None),
    ],
)
def test_heading_tells_what_stands_below(heading: str, zone: Zone | None) -> None:
    assert zone_of(heading) is zone
