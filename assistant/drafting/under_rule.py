"""Chosen statements in, each exception behind the rule that it is an exception from: alone it would read as the rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from assistant.retrieval.signals import Judged
from assistant.words.lead_in import lead_of
from ingest.documents import Statement

_EXCEPTIONS = re.compile(
    r"(?:the )?(?:only|exceptions?|unless|except|s[oó]lo|únicamente|excepciones|salvo|excepto)\b", re.IGNORECASE
)
_SEVERAL = 2


def rules_of(chosen: Sequence[Judged], judged: Sequence[Judged]) -> dict[str, Judged]:
    """By lead-in, the statement that a list of exceptions follows, for lists of which several items were chosen."""
    lists = Counter(entry.profile.statement.lead_in for entry in chosen)
    rules: dict[str, Judged] = {}
    for entry in chosen:
        item = entry.profile.statement
        if lists[item.lead_in] >= _SEVERAL and item.lead_in not in rules and _EXCEPTIONS.match(lead_of(item)):
            rules.update((item.lead_in, rule) for rule in _before(item, judged))
    return rules


def behind_rules(chosen: Sequence[Judged], rules: Mapping[str, Judged]) -> list[Judged]:
    """The chosen ones, the items of a list behind its rule; no statement twice."""
    kept: dict[str, Judged] = {}
    for entry in chosen:
        rule = rules.get(entry.profile.statement.lead_in)
        for one in (rule, entry) if rule else (entry,):
            kept.setdefault(one.profile.statement.statement_id, one)
    return list(kept.values())


def is_among(entry: Judged, rules: Collection[Judged]) -> bool:
    """Whether a statement is one of the rules."""
    return any(entry.profile.statement.statement_id == rule.profile.statement.statement_id for rule in rules)


def _before(item: Statement, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The last statement of the item's section before its list."""
    section = [
        entry
        for entry in judged
        if (entry.profile.statement.source_id, entry.profile.statement.heading_path) == (item.source_id, item.heading_path)
    ]
    begins = min((one.profile.statement.order for one in section if one.profile.statement.lead_in == item.lead_in), default=0)
    before = [one for one in section if one.profile.statement.order < begins]
    return (max(before, key=lambda one: one.profile.statement.order),) if before else ()
