"""What stands under a line that limits it is never shown without that line, whoever drafts it."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from heart_library import heart_index, heart_profile, heart_reader

from assistant.answers import Verdict
from assistant.drafting.frame import Framer
from assistant.premises.premise import Denial
from assistant.reader import Found
from assistant.words.lead_in import as_read, lead_of, standing
from ingest.documents import BlockKind

SHOCK = replace(heart_profile("Check potassium").statement, text="shock", lead_in="A tap for all unless there is one of:")


@pytest.mark.parametrize(
    ("text", "lead_in", "shown"),
    [
        ("shock", "A tap for all unless there is one of:", "A tap for all unless there is one of: shock"),
        ("isolation lasts as long", "In weak immunity,", "In weak immunity: isolation lasts as long"),
        ("Budesonide: 200 to 400", "Table 1 Doses (micrograms)", "Table 1 Doses (micrograms): Budesonide: 200 to 400"),
        ("Carvedilol is given.", "Do not stop these:", "Carvedilol is given."),
        ("Carvedilol", "Beta-blockers:", "Carvedilol"),
        ("Shock", "", "Shock"),
    ],
)
def test_statement_is_shown_behind_what_it_is_nothing_without(text: str, lead_in: str, shown: str) -> None:
    assert standing(replace(SHOCK, text=text, lead_in=lead_in)) == shown


@pytest.mark.parametrize(
    ("lead_in", "lead"),
    [
        ("Table 2. Doses by weight:", "Doses by weight"),
        ("Tabla 3: Dosis según el peso", "Dosis según el peso"),
        ("Box 1 – When to call", "When to call"),
        ("Table 2", "Table 2"),
        ("Table manners: what to say", "Table manners: what to say"),
        ("Figures. They are rounded", "Figures. They are rounded"),
    ],
)
def test_number_of_a_table_is_not_said_as_if_it_were_a_sentence(lead_in: str, lead: str) -> None:
    assert lead_of(replace(SHOCK, lead_in=lead_in)) == lead


@pytest.mark.parametrize(
    ("heads", "row", "shown"),
    [
        (
            "Drug | eGFR over 50 | eGFR below 10",
            "Cefalexin | 500 mg | 250 mg",
            "Cefalexin — eGFR over 50: 500 mg; eGFR below 10: 250 mg",
        ),
        ("Adults | Children", "Loading dose | 4 mL | 2 mL", "Loading dose — adults: 4 mL; children: 2 mL"),
        ("Age | Dose", "2 to 5 | 4 mL.", "Age: 2 to 5 — dose: 4 mL"),
        ("Drug | Dose | Not in", "Cefalexin | | Asthma", "Cefalexin — not in: Asthma"),
        ("Doses › Drug | Day | Night", "Cefalexin\t5 mg\t9 mg", "Cefalexin — day: 5 mg; night: 9 mg"),
    ],
)
def test_row_is_shown_and_verified_with_each_cell_behind_its_head(heads: str, row: str, shown: str) -> None:
    statement = replace(SHOCK, text=row, lead_in=heads, kind=BlockKind.TABLE_ROW)
    assert standing(statement) == shown
    assert as_read(statement) == (shown, "Doses" if heads.startswith("Doses") else "")


def test_row_that_lacks_a_cell_is_bound_to_no_head() -> None:
    statement = replace(SHOCK, text="Cefalexin | 5 mg", lead_in="Drug | Day | Night", kind=BlockKind.TABLE_ROW)
    assert standing(statement) == "Drug | Day | Night: Cefalexin | 5 mg"
    assert as_read(statement) == ("Cefalexin | 5 mg", "Drug | Day | Night")


@pytest.mark.parametrize(
    ("kind", "text", "lead_in"),
    [
        (BlockKind.TABLE_ROW, "Cefalexin — day: 5 mg; night: 9 mg", "Doses"),
        (BlockKind.TABLE_ROW, "Cefalexin — day: 5 mg", "Drug | Day"),
        (BlockKind.BULLET, "Cefalexin | 5 mg", "Drug | Day"),
    ],
)
def test_what_is_no_bare_row_stays_as_it_is(kind: BlockKind, text: str, lead_in: str) -> None:
    statement = replace(SHOCK, text=text, lead_in=lead_in, kind=kind)
    assert standing(statement) == text
    assert as_read(statement) == (text, lead_in)


def test_nearest_of_nested_lead_ins_counts() -> None:
    assert lead_of(replace(SHOCK, lead_in="Signs › Not if there is any of:")) == "Not if there is any of"


def test_correction_is_shown_with_its_exception() -> None:
    whole = heart_index()
    statements = (SHOCK, *(one for one in whole.statements if one.statement_id != SHOCK.statement_id))
    index: Any = SimpleNamespace(statements=statements, documents=whole.documents, statement_vectors=whole.statement_vectors)
    framer = Framer(index=index, reader=heart_reader(), verify=lambda _claim, _evidence: Verdict(supported=True, score=1.0))
    denial = Denial(claimed="a tap in shock", statement_id=SHOCK.statement_id)
    nothing: Any = Found
    _, drafts = framer.frame(nothing, [], denial)
    assert [draft.text for draft in drafts] == ["A tap for all unless there is one of: shock"]
