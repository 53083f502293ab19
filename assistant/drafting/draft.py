"""Judged statements in, draft claims out, in the sources' own words: no language model needed.

The drafter picks the few statements that answer the question, drops what says the same again (its source becomes a
second citation if the gate agrees), puts lists together, and orders them under headings only where patients differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.answers import DraftClaim, Intent
from assistant.drafting.direct import yes_or_no
from assistant.drafting.under_rule import behind_rules, is_among, rules_of
from assistant.question.asked import Asked
from assistant.retrieval.ages import own_rows_first
from assistant.retrieval.asked_rows import rows_asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NUMERIC, Judged, concept_match
from assistant.words.lead_in import behind, is_fragment, is_sentence, lead_of, standing
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from ingest.documents import Statement

MOST_CLAIMS = 8
MOST_WORDS = 107
RELEVANT_SHARE = 0.4
_SETTLED_SHARE = 0.55
_COVERED = 0.8
_RELEVANT_FLOOR = 0.10
_SAME_COSINE = 0.86
_LIKE_COSINE = 0.72
_SAME_STEMS = 0.75
_LIST_SHARE = 0.5
_NEARLY = 0.9
_STAGE_AXIS = "stage"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_LISTING = frozenset({Intent.WHICH, Intent.OVERVIEW})


class Drafter(Protocol):
    """Anything that turns judged statements into draft claims; what it writes is not trusted."""

    def draft(self, asked: Asked, judged: Sequence[Judged]) -> tuple[DraftClaim, ...]:
        """Draft claims, the direct line first; empty if there is nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pick:
    """A chosen statement and those of other sources that say the same."""

    judged: Judged
    also: tuple[Judged, ...] = ()


class ExtractiveDrafter:
    """Drafts from the sources' own words. Holds the statements' vectors, to see which say the same."""

    def __init__(
        self, *, vectors: np.ndarray, positions: Mapping[str, int], lexicon: Lexicon, most_words: int = MOST_WORDS
    ) -> None:
        """``vectors`` are unit rows ``(n, d)``; ``positions`` gives the row of each statement id."""
        self._vectors = vectors
        self._positions = positions
        self._lexicon = lexicon
        self._most_words = most_words

    def draft(self, asked: Asked, judged: Sequence[Judged]) -> tuple[DraftClaim, ...]:
        """The claims for a question, the direct line first."""
        picks = self._pick(asked, judged)
        if not picks:
            return ()
        headings = _headings(asked, [pick.judged.profile for pick in picks], lexicon=self._lexicon)
        ordered = _by_heading(picks, headings)
        return tuple(_claim(asked, pick, heading=heading) for pick, heading in ordered)

    def _pick(self, asked: Asked, judged: Sequence[Judged]) -> list[_Pick]:
        if not judged:
            return []
        waiting = _relevant(asked, judged, lexicon=self._lexicon)
        waiting = rows_asked(asked, _with_list_mates(asked, waiting, judged), judged)
        waiting = _of_such_patients(asked, waiting, lexicon=self._lexicon)
        waiting = own_rows_first(asked.sentence or asked.text, _told_apart_first(asked, waiting, lexicon=self._lexicon))
        rules = rules_of(waiting, judged)
        picks: list[_Pick] = []
        words = 0
        for entry in behind_rules(waiting, rules):
            twin = next((i for i, pick in enumerate(picks) if self._same(pick.judged, entry)), None)
            if twin is not None:
                if entry.profile.source != picks[twin].judged.profile.source:
                    picks[twin] = _Pick(judged=picks[twin].judged, also=(*picks[twin].also, entry))
                continue
            if len(picks) >= MOST_CLAIMS or (picks and words + entry.profile.words > self._most_words):
                continue
            picks.append(_Pick(judged=entry))
            words += 0 if is_among(entry, rules.values()) else entry.profile.words
        return picks

    def _same(self, kept: Judged, new: Judged) -> bool:
        """True if the new statement adds nothing to the kept one: the same things, figures and words, or nearly so."""
        left, right = kept.profile, new.profile
        if left.source == right.source and left.stems != right.stems:
            return False  # a source doesn't say a thing twice: the items of its lists are alike in all but what matters
        cosine = float(self._vector(left.statement) @ self._vector(right.statement))
        if cosine < _LIKE_COSINE:
            return False
        if self._lexicon.excludes(left.population | left.population_above, right.population | right.population_above):
            return False
        new_things = right.concepts - left.concepts
        new_figures = set(_FIGURE.findall(right.statement.text)) - set(_FIGURE.findall(left.statement.text))
        if new_figures or any(self._lexicon.concepts[c].kind in {"drug", "drug class", "gene", "regimen"} for c in new_things):
            return False
        known = left.stems | left.stems_above
        shared = len(right.stems & known) / max(len(right.stems), 1)
        return cosine >= _SAME_COSINE or shared >= _SAME_STEMS

    def _vector(self, statement: Statement) -> np.ndarray:
        row: np.ndarray = self._vectors[self._positions[statement.statement_id]]
        return row


def _relevant(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> list[Judged]:
    """The statements near enough to the best one; nearer, if that one already gives the very figure asked for."""
    best = judged[0]
    figures = asked.intents & NUMERIC
    covered = best.signals["concepts"] >= _COVERED or not asked.concepts
    firm = bool(yes_or_no(asked, best.profile, lexicon=lexicon))
    settled = firm or (covered and (bool(figures & best.profile.kinds) or (asked.yes_no and best.signals["words"] >= _COVERED)))
    bar = max(_RELEVANT_FLOOR, (_SETTLED_SHARE if settled else RELEVANT_SHARE) * best.hit.relevance)
    kept = [entry for entry in judged if entry.hit.relevance >= bar]
    if settled and figures:
        kept = [entry for entry in kept if figures & entry.profile.kinds or entry.hit.relevance >= _COVERED * best.hit.relevance]
    if figures:
        # The dose of another drug beside the one asked for, or before it, is a mistake waiting to be made.
        own = [entry for entry in kept if not _of_other_drugs(asked, entry.profile, lexicon=lexicon)]
        kept = own or kept
    return kept or [best]


def _of_such_patients(asked: Asked, entries: Sequence[Judged], *, lexicon: Lexicon) -> list[Judged]:
    """Those that aren't about other patients than the question's, by their own words or by those above; all if none is left."""

    def people(profile: Profile) -> frozenset[str]:
        return profile.population | profile.population_above

    kept = [entry for entry in entries if not lexicon.excludes(asked.population, people(entry.profile))]
    return kept or list(entries)


def _told_apart_first(asked: Asked, entries: Sequence[Judged], *, lexicon: Lexicon) -> list[Judged]:
    """To a question what to give, what is said of more of what tells its patients apart before what is said of others as well.

    Only what is nearly as relevant: "those with X get A or B" then stands behind "those with X before the menopause get A".
    """
    if not entries or asked.yes_no or asked.intents & NUMERIC:
        return list(entries)
    apart = {p for p in asked.population if lexicon.concepts[p].axis not in {None, _STAGE_AXIS}}

    def met(entry: Judged) -> set[str]:
        return apart & (entry.profile.population | entry.profile.population_above)

    best = entries[0]
    near = [entry for entry in entries[1:] if entry.hit.relevance >= _NEARLY * best.hit.relevance]
    finer = next((entry for entry in near if met(entry) > met(best) and met(best)), None)
    return [finer, *(entry for entry in entries if entry is not finer)] if finer else list(entries)


def _of_other_drugs(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the question names drugs, and the statement, or the heading of one that names none, names others only.

    Not where what stands above it names those.
    """
    wanted, named, above = (
        {c for c in concepts if lexicon.concepts[c].kind == "drug"}
        for concepts in (asked.concepts, profile.concepts, profile.concepts_above)
    )
    own = named or above
    if not wanted or not own or wanted & above:
        return False
    return not any(concept_match(c, own, lexicon=lexicon) for c in wanted)


def _with_list_mates(asked: Asked, chosen: Sequence[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """The chosen ones, each followed by the rest of its list if the question asks for a list and most of it was chosen."""
    if not asked.intents & _LISTING:
        return list(chosen)
    lists: dict[tuple[str, tuple[str, ...], str], list[Judged]] = {}
    for entry in judged:
        if entry.profile.statement.lead_in:
            lists.setdefault(_list_key(entry), []).append(entry)
    kept = {entry.profile.statement.statement_id for entry in chosen}
    result: dict[str, Judged] = {}
    behind_all: list[Judged] = []
    for entry in chosen:
        mates = lists.get(_list_key(entry), [])
        share = sum(mate.profile.statement.statement_id in kept for mate in mates) / len(mates) if mates else 0.0
        group = sorted(mates, key=lambda mate: mate.profile.statement.order) if share >= _LIST_SHARE else []
        # Of a list told apart by patients one item is asked for: the others are about other patients.
        wanted = entry.profile.population & asked.population
        for member in (entry, *group):
            if wanted <= member.profile.population:
                result.setdefault(member.profile.statement.statement_id, member)
            else:
                behind_all.append(member)
    result |= {one.profile.statement.statement_id: one for one in behind_all if one.profile.statement.statement_id not in result}
    return list(result.values())


def _list_key(entry: Judged) -> tuple[str, tuple[str, ...], str]:
    statement = entry.profile.statement
    return statement.source_id, statement.heading_path, statement.lead_in


def _headings(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> dict[str, str]:
    """A heading for each statement id, "" for none: the patients it is about, where the statements' patients differ.

    The axis on which most of the statements take different sides is used ("menopausal status", say), unless the
    question itself already settles it.
    """
    settled = {lexicon.concepts[p].axis for p in asked.population}
    sides: dict[str, dict[str, set[str]]] = {}
    for profile in profiles:
        named = profile.population | profile.population_above
        for concept_id in named:
            axis = lexicon.concepts[concept_id].axis
            if axis and axis not in settled:
                sides.setdefault(axis, {}).setdefault(profile.statement.statement_id, set()).add(concept_id)
    none = {profile.statement.statement_id: "" for profile in profiles}
    ranked = sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    for _, values in ranked:
        groups = {frozenset(value) for value in values.values()}
        if len(groups) > 1 and len(values) >= max(3, len(profiles) - 1) and len(groups) < len(values):
            return none | {
                statement_id: ", ".join(_capital(lexicon.concepts[v].called(asked.language)) for v in sorted(value))
                for statement_id, value in values.items()
            }
    return none


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _by_heading(picks: Sequence[_Pick], headings: Mapping[str, str]) -> list[tuple[_Pick, str]]:
    """The direct line first without heading, then the groups in the order of their best statement."""
    labelled = [(pick, headings[pick.judged.profile.statement.statement_id]) for pick in picks]
    first = (labelled[0][0], "")
    order = list(dict.fromkeys(heading for _, heading in labelled[1:]))
    order.sort(key=lambda heading: heading != "")
    return [first, *((pick, heading) for wanted in order for pick, heading in labelled[1:] if heading == wanted)]


def _claim(asked: Asked, pick: _Pick, *, heading: str) -> DraftClaim:
    statement = pick.judged.profile.statement
    evidence = (statement.statement_id, *(entry.profile.statement.statement_id for entry in pick.also))
    return DraftClaim(text=_shown(asked, pick.judged.profile), evidence=evidence, heading=heading)


def _shown(asked: Asked, profile: Profile) -> str:
    """The statement, behind its lead-in where it needs that, or where that adds what neither it nor the question says."""
    statement, lead = profile.statement, lead_of(profile.statement)
    needed = standing(statement)
    if needed != statement.text or not lead or not is_fragment(statement) or is_sentence(lead):
        return needed
    added = set(content_stems(lead, asked.language)) - profile.stems - set(asked.words)
    return behind(lead, statement) if added else statement.text
