"""The report for build servers: JUnit XML, and GitHub annotations on the lines of the cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree  # noqa: ICN001 - "ET" says nothing


def as_junit(data: Mapping[str, Any]) -> bytes:
    """One test case per turn; a turn that fails as in the baseline is no failure of the build, but its text is kept."""
    worse = {change["what"] for change in data["changes"] if change["kind"] == "worse"}
    suite = ElementTree.Element("testsuite", name="vouch eval", tests=str(len(data["turns"])))
    failures = 0
    for turn in data["turns"]:
        name = turn["case"] if turn["of"] == 1 else f"{turn['case']} turn {turn['position'] + 1}"
        case = ElementTree.SubElement(
            suite, "testcase", name=name, classname=turn["topic"], file=turn["file"], line=str(turn["line"])
        )
        if not turn["passed"]:
            broken = name in worse or turn["unsupported"]
            failures += bool(broken)
            ElementTree.SubElement(
                case, "failure" if broken else "system-out", **({"message": turn["why"]} if broken else {})
            ).text = turn["why"]
    suite.set("failures", str(failures))
    return bytes(ElementTree.tostring(suite, encoding="utf-8", xml_declaration=True))


def github_annotations(data: Mapping[str, Any]) -> list[str]:
    """GitHub annotations for turns that got worse, each on its case's line."""
    worse = {change["what"].split(" turn ")[0] for change in data["changes"] if change["kind"] == "worse"}
    return [
        f"::error file={turn['file']},line={turn['line']}::{turn['case']}: {turn['why']}"
        for turn in data["turns"]
        if not turn["passed"] and turn["case"] in worse
    ]
