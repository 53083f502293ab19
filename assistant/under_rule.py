"""Chosen statements in, each exception behind the rule that it is an exception from: alone it would read as the rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.lead_in import lead_of
from assistant.signals import Judged
from ingest.documents import Statement

_EXCEPTIONS = re.compile(
    r"(?:the )?(?:only|exceptions?|unless|except|s[oó]lo|únicamente|excepciones|salvo|excepto)\b", re.IGNORECASE
)
_SEVERAL = 2


def with_rules(chosen: Sequence[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """The chosen ones, several items of a list of exceptions behind the statement that the list follows; no statement twice."""
    kept: dict[str, Judged] = {}
    lists = Counter(entry.profile.statement.lead_in for entry in chosen)
    for entry in chosen:
        rule = _rule_of(entry.profile.statement, judged) if lists[entry.profile.statement.lead_in] >= _SEVERAL else ()
        for one in (*rule, entry):
            kept.setdefault(one.profile.statement.statement_id, one)
    return list(kept.values())


def _rule_of(item: Statement, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The last statement of the item's section before its list, if that list is one of exceptions."""
    if not _EXCEPTIONS.match(lead_of(item)):
        return ()
    section = [
        entry
        for entry in judged
        if (entry.profile.statement.source_id, entry.profile.statement.heading_path) == (item.source_id, item.heading_path)
    ]
    begins = min((one.profile.statement.order for one in section if one.profile.statement.lead_in == item.lead_in), default=0)
    before = [one for one in section if one.profile.statement.order < begins]
    return (max(before, key=lambda one: one.profile.statement.order),) if before else ()
