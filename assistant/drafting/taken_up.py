"""Drafts in, each with what it takes up from elsewhere on its page out: the sentence before it, the medicine it stands under.

"It is injected once a week" or "The dose is 60 mg" is whole where it stands, below other words. Alone in an answer, behind the
words of another page, it reads as if it were said of what stands above it there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answers import DraftClaim
from assistant.question.asked import Asked
from assistant.words.lexicon import Lexicon
from assistant.words.stems import names_medicine
from ingest.documents import Statement
from ingest.sentences import leans_back

_MOST_WORDS, _FARTHEST = 60, 8
# What binds a sentence to the one before it and takes up nothing of it.
_BINDS = re.compile(
    r"(?:however|therefore|thus|also|instead|moreover|furthermore|additionally|similarly|likewise|hence|consequently|in addition"
    r"|then|for (?:example|instance)|afterwards|as a result|además|también|sin embargo|asimismo|por (?:lo tanto|ejemplo|eso))\b"
    r"[,\s]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_BRACKETS = re.compile(r"\([^()]*\)")
_MEDICINES = frozenset({"drug", "regimen"})


class TakenUp:
    """Holds the statements of an index, to find what one of them leans on. Safe to use from several threads."""

    def __init__(self, statements: Sequence[Statement], lexicon: Lexicon) -> None:
        """``statements`` in the order of their documents, as an index has them."""
        self._statements = statements
        self._lexicon = lexicon
        self._rows = {statement.statement_id: row for row, statement in enumerate(statements)}

    def told(self, drafts: Sequence[DraftClaim], asked: Asked, *, sides: Collection[str] = ()) -> tuple[DraftClaim, ...]:
        """The drafts in order, those that lean on a sentence behind it, those that stand under a medicine's name behind that.

        A draft that is shown otherwise than in its statement's words stays as it is. So do ``sides``, the statements of a
        difference, as to the sentences before them: each is shown once more with its own citation alone.
        """
        pairs = zip(drafts, (None, *drafts)[: len(drafts)], strict=True)
        told = [draft if draft.evidence[0] in sides else self._behind_antecedent(draft, above) for draft, above in pairs]
        added = [set(now.evidence) - set(draft.evidence) for now, draft in zip(told, drafts, strict=True)]
        shown = [
            one
            for place, one in enumerate(told)
            if one.evidence[0] in sides or not any(set(one.evidence) <= ids for ids in added[:place] + added[place + 1 :])
        ]
        named = [self._medicine_above(draft) for draft in shown]
        several = len(set(filter(None, named))) > 1
        return tuple(
            replace(draft, text=f"{name}: {draft.text}") if name and (several or self._needs(draft, asked, name)) else draft
            for draft, name in zip(shown, named, strict=True)
        )

    def _behind_antecedent(self, draft: DraftClaim, above: DraftClaim | None) -> DraftClaim:
        """The draft behind the sentences it leans on, which are cited too; as it is where it stands behind them already."""
        row = self._rows.get(draft.evidence[0])
        if row is None or draft.text != self._statements[row].text or not takes_up(draft.text):
            return draft
        leant = leant_on(self._statements, row)
        is_behind = above is not None and bool(leant) and leant[-1].statement_id in above.evidence
        if not leant or is_behind or sum(len(one.text.split()) for one in leant) > _MOST_WORDS:
            return draft
        whole = " ".join((*(_closed(one.text) for one in leant), draft.text))
        # What of another source says the same, says no more than the draft itself.
        return replace(draft, text=whole, evidence=(draft.evidence[0], *(one.statement_id for one in leant)), together=True)

    def _medicine_above(self, draft: DraftClaim) -> str:
        """The name of the medicine that is all a statement's heading says, where its words don't name it; else ""."""
        row = self._rows.get(draft.evidence[0])
        statement = self._statements[row] if row is not None else None
        if statement is None or not statement.heading_path or draft.text != statement.text:
            return ""
        name = _BRACKETS.sub(" ", statement.heading_path[-1]).strip(" :.")
        if not self._is_medicine(name) or name.lower() in statement.text.lower():
            return ""
        return "" if self._lexicon.concepts_in(name) & self._lexicon.concepts_in(statement.text) else name

    def _is_medicine(self, name: str) -> bool:
        named = [one for one in self._lexicon.mentions(name) if one.concept.kind in _MEDICINES]
        if len(named) == 1:
            return named[0].end - named[0].start == len(name)
        return not named and len(name.split()) == 1 and names_medicine(name)

    def _needs(self, draft: DraftClaim, asked: Asked, name: str) -> bool:
        """Whether a name is missed: in front of every figure, and of all else where the question doesn't name it."""
        is_asked = name.lower() in asked.text.lower() or bool(self._lexicon.concepts_in(name) & asked.concepts)
        return not is_asked or _FIGURE.search(draft.text) is not None


def leant_on(statements: Sequence[Statement], row: int) -> tuple[Statement, ...]:
    """The statements that make up what the one in that row leans on, in their order; empty where they aren't all statements."""
    left, found = statements[row].antecedent, list[Statement]()
    for before in reversed(statements[max(0, row - _FARTHEST) : row]):
        if not left or before.source_id != statements[row].source_id or not left.endswith(before.text):
            break
        # What is leant on may lean itself.
        left = left.removesuffix(before.text).rstrip() or (before.antecedent if takes_up(before.text) else "")
        found.insert(0, before)
    return () if left else tuple(found)


def takes_up(text: str) -> bool:
    """Whether a sentence speaks of what the one before it names ("It is …", "However, these women …")."""
    bound = _BINDS.match(text)
    return leans_back(text[bound.end() :] if bound else text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ".”", '."', ".)")) else f"{text.rstrip(':; ')}."
