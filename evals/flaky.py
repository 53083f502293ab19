"""The same question twice: an answer that differs the second time makes every other figure doubtful."""

from __future__ import annotations

from evals.diff import difference
from evals.records import Record, Run

EVERY = 20
"""Unless all cases are asked twice, every case of this many is."""


def find_flaky(first: Run, again: Run) -> tuple[str, ...]:
    """A line for every turn that was answered differently the second time; ``again`` holds some of the cases."""
    before = {case.id: records for case, records in zip(first.cases, first.records, strict=True)}
    found = []
    for case, records in zip(again.cases, again.records, strict=True):
        for position, (old, new) in enumerate(zip(before[case.id], records, strict=True), start=1):
            # Hits that change places among equals are no matter; what the reader is told is.
            if (old.status, old.text) != (new.status, new.text):
                differs = difference(_seen(old), _seen(new))
                found.append(
                    f"flaky: {case.file}:{case.line}: {case.id} turn {position} differs when asked again, "
                    f"first at {differs.step}: {'; '.join(differs.lines[:3])}"
                )
    return tuple(found)


def _seen(record: Record) -> dict[str, object]:
    return {
        "status": record.status,
        "why": "",
        "read_as": record.read_as,
        "text": record.text,
        "hits": [{"text": hit.text, "under": hit.under} for hit in record.hits],
        "drafts": [{"text": draft.text} for draft in record.drafts],
        "withheld": record.withheld,
        "shown": [
            {"text": claim.text, "supported": claim.supported, "cited": [{"quote": one.quote} for one in claim.cited]}
            for claim in record.shown
        ],
    }
