"""A turn put behind the question before, because it only pushes it further or tells something for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.complete import is_topic
from assistant.followups.ellipsis import Turn, folded, last_sentence
from assistant.followups.phrasing import asked_of, ended, joined, listed, stem
from assistant.question.focus import NAME, Exchange, Thing, content_words, pattern, words

_MOST_WORDS = 8
_OWN_WORDS = 3
# What was asked about is meant, however the patient is told.
_CANDIDATE = re.compile(r"\b(?:candidat\w+|eligible|qualify)\W*$", re.IGNORECASE)


def pushed(turn: Turn, past: Sequence[Exchange], *, language: str) -> str | None:
    """For "why?" and "such as?" the question before, asked further; None for any other turn."""
    last = past[-1]
    if link := _link_to_whole(turn, last, language):
        return joined(last.question if last.answer else last.base, turn.text, link=link, language=language)
    still = pattern("still", r"[.,;]\s*(?:{})\W*$").search(folded(turn.text)) and not turn.text[:-1].count("?")
    if told := turn.text if still else _told_and_weighed(turn, last):
        base = last.base if told is turn.text else asking(past).base  # nobody's case hangs on "how many women?"
        return joined(base, told, link=": ", language=language)
    offered = turn.extra and not turn.clause and pattern("choosing", r"^[\s¿]*(?:{})\b").match(folded(turn.typed))
    if offered and turn.opening == "parallel":  # "or X by itself?": beside what was asked about
        return joined(last.base, turn.typed, link=": ", language=language)
    if turn.says("of_whom"):
        given = [thing for thing in last.asked if thing.is_treatment and thing.is_subject]
        return asked_of(turn.text, given[:1], (), language=language) if given else joined(last.base, turn.text, link=": ")
    if turn.says("others"):
        return joined(_open_question(past), turn.text, link=": ", language=language)
    further = turn.says("more") or (not turn.clause and pattern("comparing", r"^[\s¿]*{}").match(folded(turn.text)))
    return joined(last.ground, turn.text, link=": ", language=language) if further else None


def _told_and_weighed(turn: Turn, last: Exchange) -> str:
    """What a turn tells of a patient before it asks whether that weighs: "she is X, does that matter?"; else empty."""
    weighed = pattern("weighed_after", r"\s*[,.;:–-]\s*[¿\s]*(?:(?:and|so|y|pero) )?(?:{})[\s?.!]*$").search(folded(turn.text))
    told = turn.text[: weighed.start()] if weighed else ""
    new = [thing for thing in turn.things if thing.kind == "population" and thing.is_subject] or _CANDIDATE.search(turn.text)
    asks = pattern("asking", r"(?:^|[,.;:] )[\s¿]*(?:{})\b").search(folded(told))
    return told if new and not asks and last.answer else ""


def _link_to_whole(turn: Turn, last: Exchange, language: str) -> str:
    """What joins a turn to the whole question before that it asks for reasons of, weighs, or sets something against."""
    flat = folded(turn.text)
    if turn.says("why"):
        return f", {words()['linking'].get(language, words()['linking']['en'])['and']} "
    if turn.things and pattern("against", r"^[\s¿]*(?:{})\b").match(flat):
        return ", "
    if any(thing.is_treatment or thing.kind in words()["examined_kinds"] for thing in turn.things) and pattern(
        "among", "(?:{})"
    ).search(flat):
        return ": "
    if pattern("which_of_them", r"^[\s¿]*(?:{})").match(flat) and not any(thing.is_treatment for thing in last.asked):
        return ": "
    if _is_route(turn) and pattern("amounts").search(folded(last.question)):  # "and by mouth?" after a dose
        return " "
    weighs = turn.says("agreement") or turn.says("excepting") or pattern("weighing", r"^[\s¿]*(?:{})\b").match(flat)
    why_not = not turn.clause and pattern("why_not", r"^[\s¿]*(?:{})\b").match(flat)
    return ": " if weighs or why_not else ""


def _is_route(turn: Turn) -> bool:
    """Whether a fragment names a way of giving something and nothing else."""
    left = turn.text
    for thing in reversed(turn.things):
        left = f"{left[: thing.start]} {left[thing.end :]}"
    return (
        bool(turn.things)
        and all(thing.kind == "route" for thing in turn.things)
        and bool(pattern("way_only", r"^(?:\W|\b(?:{})\b)*$").match(folded(left)))
    )


def hung(turn: Turn, past: Sequence[Exchange], *, language: str) -> str | None:
    """A fragment that names no treatment of its own ("never responded", "X or Y?") behind the question before."""
    flat = folded(turn.text)
    own = len(content_words(turn.text)) >= _OWN_WORDS  # what has words of its own is no part of a question that nothing answered
    if (pattern("further").search(flat) or own) and not past[-1].answer:  # what else there is, than what was said
        past = [one for one in past if one.answer] or past
    if turn.clause and not turn.things and flat.rstrip(" ?.!").endswith(" then"):
        return joined(past[-1].ground, turn.text, link=": ", language=language)
    whole = turn.clause or pattern("asking", r"^[\s¿]*(?:{})\b").match(flat) or pattern("orders", r"^(?:{})\b").match(flat)
    if whole or _tells_and_asks(turn) or len(flat.split()) > _MOST_WORDS or any(thing.is_treatment for thing in turn.things):
        return None
    lesser = [thing for thing in turn.things if thing.kind in words()["lesser_kinds"]]
    if (turn.opening == "parallel" and lesser and not turn.extra) or is_topic(turn):
        about = words()["linking"].get(language, words()["linking"]["en"])["about"]
        return ended(f"{about} {turn.text}", language=language)
    given = [thing for thing in past[-1].asked if thing.is_treatment and thing.is_subject]
    if given and pattern("usage").search(flat):
        return asked_of(turn.text, given[:1], (), language=language)
    return joined(past[-1].ground, turn.text, link=": ", language=language)


def given_with(turn: Turn, last: Exchange, *, language: str) -> str | None:
    """For "with X?" after a question for the dose of a drug, that drug with X: whether, and not how much of both."""
    bare = not turn.clause and not turn.extra and turn.preposition in {"with", "con"}
    if not (bare and turn.things) or any(thing.kind != "drug" for thing in turn.things):
        return None
    given = [thing for thing in last.asked if thing.kind == "drug" and thing.is_subject]
    if not given or not pattern("amounts").search(folded(last.question)):
        return None
    return joined(listed(given), turn.text, language=language)


def _tells_and_asks(turn: Turn) -> bool:
    """Whether a turn tells of something that it names and asks in a sentence of its own: "X rising, Y stable. switch?"."""
    begins = last_sentence(turn.text)
    return begins > 0 and any(not thing.is_qualifier and thing.end <= begins for thing in turn.subjects)


def _open_question(past: Sequence[Exchange]) -> str:
    """The latest question that asks for things of a kind rather than of one of them by name."""
    last = {thing.key for thing in past[-1].asked if thing.is_treatment}
    for exchange in reversed(past):
        named = last & {thing.key for thing in exchange.asked}
        if last and not named and last & {thing.key for thing in exchange.answered}:
            return exchange.question
    if any(thing.concept and thing.is_subject and not thing.is_qualifier for thing in past[-1].asked):
        return past[-1].base
    limited = (one for one in reversed(past) if any(t.is_qualifier and not t.is_step for t in one.asked))
    return next(limited, past[-1]).base


def _without(thing: Thing, preposition: str, base: str, language: str) -> str:
    """For "and without?" the question before without what it was asked with."""
    name = listed([thing])
    start = base.lower().find(f"with {thing.text.lower()}")
    if start >= 0:
        return ended(f"{base[:start]}{preposition} {base[start + len('with ') :]}", language=language)
    return joined(base, f"{preposition} {name}", language=language)


def fragment_on(
    turn: Turn, things: Sequence[Thing], qualifiers: Sequence[Thing], *, base: str, ground: str, language: str
) -> str:
    """A fragment without a subject of its own: asked of what is in focus, or put behind the question before.

    ``ground`` is the question that one with a preposition goes to, ``base`` that of any other.
    """
    flat = folded(turn.text)
    if things and pattern("excluding", r"^[\s¿]*(?:{})\W*$").match(flat):
        return _without(things[0], turn.text.strip(" ¿?.!"), base, language)
    if things and all(thing.kind == "endpoint" or pattern("usage", r"^(?:{})$").match(folded(thing.text)) for thing in things):
        # Nobody gives, or is given, "works".
        return joined(base, turn.text, link=": ", language=language)
    asked = bool(pattern("usage").search(flat)) or any(thing.is_treatment for thing in things)
    if asked or all(thing.kind == NAME for thing in (*things, *qualifiers)):
        return asked_of(turn.text, things or tuple(qualifiers), qualifiers if things else (), language=language)
    examined = [thing for thing in things if thing.kind in words()["examined_kinds"]]
    named = any(thing.kind in words()["examined_kinds"] for thing in turn.things)
    if examined and not named and re.match(r"[\s¿]*(?:how|when|who|where)\b.* \w", flat):
        return asked_of(turn.text, examined[:1], qualifiers, language=language)
    if turn.preposition and not turn.things and not content_words(turn.text):  # "when?"
        joint = words()["linking"].get(language, words()["linking"]["en"])["and"]
        return joined(base, turn.text, link=f", {joint} ", language=language)
    return joined(ground, turn.text, link=" " if turn.preposition else ": ", language=language)


def ground_of(turn: Turn, past: Sequence[Exchange]) -> str:
    """The question that a fragment is put behind: a condition, patients or a later step are put to the whole."""
    told = past[-1].refused and turn.things and all(thing.kind == "population" for thing in turn.things)
    last = asking(past, answered=True) if turn.is_condition or told else past[-1]
    later = last.base and (turn.is_condition or pattern("subsequent").search(folded(turn.text)))
    return last.base if later and last.question.lower().startswith(f"{stem(last.base)}: ".lower()) else last.question


def asking(past: Sequence[Exchange], *, answered: bool = False) -> Exchange:
    """The latest exchange that a patient's condition can be put to: none that counts, or asks for whom or why."""
    pool = [one for one in past if one.answer] if answered else []
    asides = (pattern("counting"), pattern("aside_asked", r"^\W*(?:and |so |but |y )?(?:{})\b"))
    found = (one for one in reversed(pool or past) if not any(a.search(folded(one.question)) for a in asides))
    return next(found, past[-1])
