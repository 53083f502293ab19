"""Set phrases of publishers are set aside, and advice in much the same words stays."""

from __future__ import annotations

import pytest

from ingest.parse.control import is_log
from ingest.parse.furniture import is_furniture
from ingest.parse.own_standing import is_standing_row


@pytest.mark.parametrize(
    "line",
    [
        "This leaflet is licensed under the terms of the Open Justice Licence v2.",
        "People have the right to be involved in discussions about their care.",
        "For a short explanation of why the panel made this recommendation, see the rationale.",
        "Full details of the evidence are in review C.",
        "These highlights do not include all the information needed to use BRIVOLAM safely.",
        "You can unsubscribe whenever you like.",
        "Early-bird registration for the sleep congress closes in May.",
        "Congratulations to Ward 4 on a year without falls!",
        "No comments yet",
        "Jo Miller (Pharmacist) 4 min read",
        "AB has received speaker fees from Slumber Ltd.",
        "The panel sent in their declarations of interest.",
        "If you cannot open the linked file, log a ticket with the service desk.",
        "Scan for the app",
        "@jo please check the rota",
        "Sleep_chart_v2 FINAL.docx 3 May Jo Miller",
        "WARD-FORM: bed= ; nurse= ; date=",
        "Ward Office, 4 Mill Lane, Eastmoor EA4 2QT",
        "Patient advice (PALS): pals@eastmoor.example",
        "Sleep line: 555 0179, Monday to Friday, 9am to 4pm (answerphone at other times)",
        "Received 4 May 2021; revised 2 June 2021; accepted 9 June 2021 Reprints: M. Vidal, 4 Mill Lane",
        "Alder Press remains neutral with regard to claims in maps.",
        "Depósito legal: SA-1234-2020 · Papel reciclado",
        "Síguenos en redes: @sueño",
        "Apologies: Dr J. Miller, B. Ott",
        "Next meeting: Monday 4 May, 10.00, library",
        "Action: JM to send the draft before the next meeting.",
        "This page is watched by 7 people.",
        "*Picture: the sleep room on Ward 4*",
        "Labels: sleep, insomnia, ward",
        "“I used to lie awake and count the hours until my alarm went off.”",
        "Marta, 47, from Leeds",
        "Ada Lund (Chair) (Norway), Ben Ott (Germany), Cleo Marsh-Ito (Japan)",
    ],
)
def test_set_phrases_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Brivolam is licensed for adults only.",
        "People should be involved in decisions about the dose.",
        "Explain why the dose was changed.",
        "Patients who received advisory calls slept no better.",
        "Open the chart and write down the hour.",
        "Scan for a clot within 4 hours.",
        "Keep the rate at 5 mL an hour and see the chart.",
        "Ask “Do you feel safe at home?” when alone with the patient.",
        "Samples received after 20 May are accepted by the night team.",
        "Labels on the syringe show the drug, the dose and the time.",
        "Action: stop brivolam and ring the team.",
        "Patients watched by two nurses fell less often.",
        "“Sleep hygiene” means the habits that help most people to sleep at night.",
        "Adults, children (2 to 11 years), infants",
        "Age 47, weight 60",
        "Day 4",
        "Grade 3",
        "Never stop brivolam at once. Call us first.",
        "Stop aspirin 9 days before. Ask us about other tablets.",
    ],
)
def test_advice_stays(line: str) -> None:
    assert not is_furniture(line)


VERSIONS = [["2.0", "Mar 2021", "Merged with the sleep policy"], ["2.1", "June 2023", "Telephone numbers changed"]]


def test_rows_of_versions_with_their_dates_are_a_log_whatever_their_heads() -> None:
    assert is_log(VERSIONS)
    assert is_log([["No", "When", "What was done"], *VERSIONS])
    assert is_log([["Version 1: first issue", "2022"], ["Version 2: dose changed", "2025"]])
    assert is_log([["Version", "Date", "Change", "By"], ["1", "2022", "First issue", "JM"]])


def test_rows_of_doses_or_of_one_version_are_no_log() -> None:
    assert not is_log([["2.5 mg", "Mar 2021"], ["5 mg", "June 2023"]])
    assert not is_log([["2.0", "at night"], ["2.1", "in the morning"]])
    assert not is_log([["Dose", "Year"], ["2.5", "2021"]])


def test_row_of_fields_between_bars_tells_of_the_page_and_a_row_of_advice_does_not() -> None:
    assert is_standing_row("Published: 14 March 2022 | Next review due: March 2027 | Status: Current")
    assert is_standing_row("17 Jan 2024 · Owner: Jo Miller")
    assert not is_standing_row("Adults: 5 mg | Children: 2 mg | Over 75: none")
    assert not is_standing_row("Published: 14 March 2022")


@pytest.mark.parametrize(
    "line",
    ["Keywords Gout · Urate · Colchicine", "Key words: Gout; urate; flare", "Distribution list: Ward 4, Ward 7, Night team"],
)
def test_words_for_a_catalogue_and_whom_a_paper_goes_to_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Keywords in the call such as chest pain, collapse or bleeding send a crew at once.",
        "Distribution of the rash on the trunk, arms and legs points to a drug.",
    ],
)
def test_sentences_that_open_with_such_words_are_none(line: str) -> None:
    assert not is_furniture(line)
