"""A turn of the claim beside which the cited words have one unlike it, or none of its kind, by a table of turns. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answers import Reason
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.unlike_acts import ACTS
from assistant.verify.unlike_aims import AIMS
from assistant.verify.unlike_findings import FINDINGS
from assistant.verify.unlike_turns import UNLIKE, Unlike
from assistant.verify.unlike_words import WORDS
from assistant.words.lexicon import Lexicon

_TABLE = (*UNLIKE, *AIMS, *ACTS, *FINDINGS, *WORDS)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for each turn of the claim beside which the cited words say what is unlike it."""
    del lexicon
    return tuple(_against(match, _told(match.claim)))


@lru_cache(maxsize=1024)
def _told(claim: Scoped) -> tuple[tuple[Unlike, str], ...]:
    """The turns of the table that a claim has, each with its words; asked once, whatever the claim is held against."""
    text = _small(claim.text)
    found = ((turn, turn.claim.search(text)) for turn in _TABLE)
    return tuple(
        (turn, claim.text[slice(*one.span())].strip()) for turn, one in found if one and not _is_besides(turn, text, one)
    )


def _is_besides(turn: Unlike, text: str, found: re.Match[str]) -> bool:
    """True if other words of the claim take it back."""
    return bool(
        (turn.but and turn.but.search(text))
        or (turn.before and turn.before.search(text, 0, found.start()))
        or (turn.beside and turn.beside.search(text, text.rfind(",", 0, found.start()) + 1))
    )


def _against(match: Match, told: tuple[tuple[Unlike, str], ...]) -> Iterator[Reason]:
    ground = match.ground
    text = _small(ground.statement.text) if told else ""
    for turn, words in told:
        cited = turn.cited.search(text) if turn.cited else None
        if turn.cited and (cited is None or (turn.rest and turn.rest.search(turn.cited.sub(" ", text)))):
            continue
        if turn.unless and any(
            turn.unless.search(one) for one in (text, *((_small(ground.context.text),) if turn.above else ()))
        ):
            continue
        said = ground.statement.text[slice(*cited.span())] if cited else ""
        yield Reason(code=turn.code, detail=turn.detail.format(claim=words, cited=said))


def _small(text: str) -> str:
    return small(fold(text))
