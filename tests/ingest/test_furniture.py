import pytest

from ingest.parse.control import is_log, log_lines
from ingest.parse.furniture import is_furniture
from ingest.parse.zones import Zone, zone_of


@pytest.mark.parametrize(
    "line",
    [
        "Your monthly gift helps families",
        "Donate now",
        "Your donation keeps this site free",
        "If you need this booklet in large print or another language, please ask at the desk.",
        "Your views matter: tell the nurses on the ward.",
        "J. Miller-Soto et al.",
        "Sign up for our newsletter",
        "We use cookies to improve this site",
        "© 2024 Imaginary Press. All rights reserved.",
        "Call us at 1-800-555-0100",
        "Chat online with a nurse? Live chat",
        "Skip to main content",
        "Share this page",
        "Read more",
        "Full size image",
        "Expand all   Collapse all",
        "Nach oben",
        "5210 Accesses 14 Citations 3 Altmetric",
        "English | Español | 中文",
        "Home > Conditions > Asthma",
        "Imaginary Press assumes no liability for the use of this text.",
        "This page is not a substitute for professional advice.",
        "Written by Jo Miller",
        "The text is pending expert review",
        "Was this page helpful?",
        "Our website is run by volunteers.",
        "An equality impact assessment was carried out for this policy.",
        "Please keep this booklet with your records.",
        "Please let us know if you need an interpreter or this leaflet in braille.",
        "Tell us if you would like this sheet in another colour.",
        "Ask us for this information in easy read or another language.",
        "The rheumatology guidelines are updated as new evidence is published.",
        "Comment on this chapter.",
        "Search for open trials near you",
        "Trials that are now recruiting are listed on the register.",
        "Pinterest",
        "Text size: A A+",
        "Follow the Gazette on Twitter and Facebook.",
        "To view this content, Javascript must be enabled.",
        "Comentarios 15",
        "(Credit: Imaginary Press)",
        "Filed under: Health, Feet",
        "The Trust is committed to equality and diversity in all that it does.",
        "Thank you for not vaping.",
        "First published: March 2019",
        "Rheumatology advice line 0117 496 0123 (weekdays 9 am to 12 noon)",
        "Ward 7: 0117 496 0111, bleep 2045, Monday to Friday 8am to 4pm. Out of hours: 999",
    ],
)
def test_wording_of_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Blood donation in the past 12 months",
        "Ask about living kidney donation early.",
        "People who donate a kidney are seen once a year.",
        "If you need this tablet in another form, ask the pharmacist.",
        "Your views matter when the team plans your treatment.",
        "Miller et al. found that 5 mg helped.",
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
        "Bring this inhaler to each visit.",
        "Give this leaflet to the family if the child has had a fit.",
        "Provide information in large print to people with macular degeneration.",
        "The wound is reviewed regularly and the dressing changed as new slough forms.",
        "Ring 0117 496 0123 if your temperature is above 38 °C.",
        "Trials of aspirin showed fewer strokes.",
        "Find a vein in the forearm.",
        "Follow the wire on X-ray until it crosses the midline.",
        "Increase the text size for people with macular degeneration who read alone.",
        "Comments: 2 of 40 patients fell.",
        "The service should count missed visits of people with protected characteristics.",
        "Adverse impact on kidney function is common.",
        "Carry your steroid card at all times.",
        "Give 250 mg at 0800, 500 mg at 2000.",
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
        ("Appendix 2: Consultation record", Zone.NOTICE),
        ("Version control table", Zone.NOTICE),
        ("Equality and diversity impact assessment", Zone.NOTICE),
        ("Equality and diversity", None),
        ("About this leaflet", Zone.NOTICE),
        ("About this quality standard", None),
        ("About the operation", None),
        ("About the Society", Zone.NOTICE),
        ("Contact the ward team", Zone.NOTICE),
        ("Contact and useful links", Zone.NOTICE),
        ("Contact dermatitis", None),
        ("Contacts of a case", None),
        ("Contact tracing", None),
        ("Feedback to the family", None),
        ("Categories of risk", None),
        ("Contents of the emergency box", None),
        ("Privacy and dignity", None),
        ("Privacy notice", Zone.NOTICE),
        ("Declaration of death", None),
        ("Ethical approval", Zone.NOTICE),
        ("Editorial information", Zone.NOTICE),
        ("Other languages and formats", Zone.NOTICE),
        ("Other formats of insulin", None),
        ("Medicines mentioned in this topic", Zone.LINKS),
        ("Consultation", None),
        ("Bone Disease", None),
        ("Sources of Infection", None),
        ("Scientific references", Zone.REFERENCES),
        ("Treatment reference", Zone.REFERENCES),
        ("Quick reference", None),
        ("Dosing reference", None),
        ("Most popular articles", Zone.LINKS),
        ("Popular fossa", None),
        ("Readers’ comments", Zone.NOTICE),
        ("About Stage 4 Disease", None),
        ("Treatment Sequencing", None),
    ],
)
def test_heading_tells_what_stands_below(heading: str, zone: Zone | None) -> None:
    assert zone_of(heading) is zone


@pytest.mark.parametrize(
    "grid",
    [
        [["Name", "Role", "Comment received"], ["R. Ode", "Pharmacy", "None"]],
        [["Version", "Date", "Author", "Summary of changes"], ["2", "May 2024", "R. Ode", "New doses"]],
        [["Reviewed by", "Date", "Signature"], ["R. Ode", "1.5.2024", "R. O."]],
    ],
)
def test_log_of_how_a_document_was_made_is_told_by_its_heads(grid: list[list[str]]) -> None:
    assert is_log(grid)
    assert len(log_lines(grid)) == len(grid)


@pytest.mark.parametrize(
    "grid",
    [
        [["Name", "Role", "Comments"], ["Aspirin", "First line", "75 mg"]],
        [["Date", "Outcome"], ["Week 2", "Fever gone"]],
        [["Drug", "Dose", "Reviewed by"], ["Aspirin", "75 mg", "Pharmacy"]],
        [["Authors", "Title", "Outcome"], ["Ode 2020", "Aspirin", "Fewer strokes"]],
    ],
)
def test_table_of_care_is_no_log(grid: list[list[str]]) -> None:
    assert not is_log(grid)
