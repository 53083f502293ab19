"""The report for build servers: JUnit XML, and GitHub annotations on the lines of the cases."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree  # noqa: ICN001 - "ET" says nothing

from evals.diff import key_of
from evals.sealed import HELD_OUT

_PLACED = re.compile(r"(?:broken case|flaky): (?P<file>.+?):(?P<line>\d+): (?P<what>.*)", re.DOTALL)
_FIRST_PRINTABLE = 32


def as_junit(data: Mapping[str, Any]) -> bytes:
    """One test case per turn, the gate's other problems as cases of their own.

    A turn that fails as in the baseline is no failure of the build, but why it fails is kept.
    """
    worse = {change["what"]: change for change in data["changes"] if change["kind"] == "worse"}
    suite = ElementTree.Element("testsuite", name="vouch eval")
    failures = 0
    for turn in data["turns"]:
        name = key_of(turn)
        case = ElementTree.SubElement(
            suite, "testcase", name=name, classname=turn["topic"], file=turn["file"], line=str(turn["line"])
        )
        if name in worse or turn["unsupported"]:
            failures += 1
            failure = ElementTree.SubElement(case, "failure", message=turn["why"])
            failure.text = _printable("\n".join((turn["why"], *worse.get(name, {}).get("diff", ()))))
        elif not turn["passed"] and turn["split"] != HELD_OUT:
            ElementTree.SubElement(case, "system-out").text = _printable(turn["why"])
    told = {key_of(turn) for turn in data["turns"]}
    for problem in data["problems"]:
        if not any(problem.startswith(f"worse: {name}: ") for name in told & worse.keys()):
            failures += 1
            case = ElementTree.SubElement(suite, "testcase", name=_printable(problem), classname="gate")
            ElementTree.SubElement(case, "failure", message=_printable(problem))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    return bytes(ElementTree.tostring(suite, encoding="utf-8", xml_declaration=True))


def github_annotations(data: Mapping[str, Any]) -> list[str]:
    """GitHub annotations: broken, flaky and worse cases on their lines, then the rest.

    GitHub shows ten a step, so those on lines come first, and all figures share one.
    """
    turns = {key_of(turn): turn for turn in data["turns"]}
    on_lines, others, figures = [], [], []
    for problem in data["problems"]:
        if placed := _PLACED.match(problem):
            place = f"file={_property(placed['file'])},line={placed['line']}"
            on_lines.append(f"::error {place}::{_message([placed['what']])}")
        elif not problem.startswith("worse: "):
            others.append(f"::error::{_message([problem])}")
    for change in (change for change in data["changes"] if change["kind"] == "worse"):
        said = f"{change['what']}: {change['before']} → {change['after']}"
        if turn := turns.get(change["what"]):
            place = f"file={_property(turn['file'])},line={turn['line']}"
            on_lines.append(f"::error {place}::{_message([said, *change['diff']])}")
        else:
            figures.append(said)
    worse = [f"::error::{_message([f'{len(figures)} figures are worse', *figures])}"] if figures else []
    return [*on_lines, *others, *worse]


def _message(lines: Sequence[str]) -> str:
    """Lines as GitHub reads them in one."""
    return "\n".join(lines).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _message([value]).replace(":", "%3A").replace(",", "%2C")


def _printable(text: str) -> str:
    """Without the control characters that XML can't hold."""
    return "".join(character for character in text if character in "\t\n" or ord(character) >= _FIRST_PRINTABLE)
