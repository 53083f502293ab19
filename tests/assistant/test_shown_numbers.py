"""A section's number goes with every citation, and never to the verifier."""

from __future__ import annotations

from dataclasses import replace

from answers_for_tests import TODAY, answer, citation, claim, document

from assistant.answers import Citation, Trace
from assistant.citation.gate import evidence_of
from assistant.display.export import markdown_with_references
from assistant.display.panel import panel
from assistant.display.render import answer_object
from assistant.serving.lines import VerifyLine


def _numbered() -> Citation:
    home = document()
    section = replace(home.sections[0], numbered_path=("4.2 Options",))
    cited = citation(1, of=replace(home, sections=(section,)))
    return replace(cited, statement=replace(cited.statement, numbered_path=("4.2 Options",)))


def test_reader_sees_the_number_on_every_screen() -> None:
    cited = _numbered()
    given = answer([claim(cited)])
    assert answer_object(given, Trace())["citations"][0]["section"] == ["4.2 Options"]
    shown = panel(cited, today=TODAY)
    assert shown["section"] == ["4.2 Options"]
    assert shown["lines"][0]["before"] == "4.2 Options"
    assert "(4.2 Options)" in markdown_with_references(given, today=TODAY)


def test_verifier_reads_the_heading_without_its_number() -> None:
    assert evidence_of((cited := _numbered()).statement, cited.document).heading_path == ("Options",)


def test_section_of_a_citation_may_be_given_back_and_its_number_is_no_evidence() -> None:
    line = VerifyLine(claim="Give 4 mg.", evidence=("Give Mestor.",), section=("4 Drugs", "4.2 Mestor"))
    assert [one.heading_path for one in line.cited] == [("Drugs", "Mestor")]
