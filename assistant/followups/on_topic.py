"""A turn that names a noun of the documents, where no lexicon knows their field: asked of what the talk is about. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.complete import is_left_open
from assistant.followups.ellipsis import Turn, folded, pointers
from assistant.followups.naming import named_things
from assistant.followups.own_subjects import OwnSubjects, is_noun, singular
from assistant.followups.phrasing import ended, joined, stem
from assistant.question.focus import PHRASE, Exchange, Thing, content_words, pattern, words
from assistant.words.lexicon import Lexicon

_OPENINGS = frozenset({"", "parallel"})
_NUMBER = r"\d+(?:[.,/]\d+)?"
# "creatinine 170", "her sats are down to 88%": what was measured, and nothing asked.
_MEASURED = re.compile(
    r"^\W*(?:(?:his|her|my|the|a|an)\s+)?(?!(?:type|stage|grade|class|phase|step|line|day|week|month|option)\b)[a-z][\w.-]*"
    r"(?:\s+[a-z][\w/.-]*){0,2}?\s*(?:\b(?:is|are|was|of|at|now|still|only|about|(?:down|up) to)\s+|[=:<>≥≤]\s*)*"
    rf"{_NUMBER}\s*(?:%|[a-zµ°]+(?:/[\w.]+)*)?(?:\s+(?:now|today|though|tho|then))*\W*$"
)
# "He has rigors. How long?": what is asked has no words of its own.
_BARELY_ASKED = re.compile(
    r"[.,;:–-]\s+(?:so |and |then |but )?(?:(?:for|over) )?(?:how (?:long|often|much|many|soon)|which (?:one|drug|dose)|"
    r"what (?:dose|now|then|next|instead|else)|when|why)(?: (?:now|then|instead|next))?\W*$"
)
_DID_NOTHING = re.compile(
    r"^\W*(?:(?:but|well|so) )?(?:that|it|this|they|these|both|neither) (?:(?:has|have|had) )?"
    r"(?:(?:did|does|do|has|have|was|were|is)(?:n'?t| not)? )?(?:(?:done|do|made|make|of) )?(?:any |no )?"
    r"(?:nothing|help\w*|work\w*|good|use|difference|effect)\W*$"
)


def of_documents(turn: Turn, past: Sequence[Exchange], own: OwnSubjects, lexicon: Lexicon, *, language: str) -> str | None:
    """A turn whose subject is a noun of the documents, with the topic of the talk and no drug of it; None for any other turn."""
    topic = own.talked_of(past).wording
    leaning = turn.opening not in _OPENINGS or turn.is_condition or turn.is_told or pointers(turn) or is_left_open(turn)
    named = any(not (thing.is_attribute or thing.is_step) for thing in turn.subjects)
    if not topic or leaning or named or not own.among(named_things(turn.text, lexicon, phrases=True)):
        return None
    if any(word in content_words(turn.text) for word in content_words(topic)):
        return turn.text
    if turn.clause:
        return ended(f"{stem(turn.text)} in {topic}", language=language)
    return None if turn.preposition else ended(f"{topic}: {stem(turn.text)}", language=language)


def told_of_case(turn: Turn, past: Sequence[Exchange], own: OwnSubjects, *, language: str) -> str | None:
    """What is told of the case, alone or before a bare "how long?", behind the question before; None for any other turn.

    A lexicon would know a finding for one; here "creatinine 170" would be taken for a topic of its own.
    """
    if not own.talked_of(past).sources or turn.opening not in _OPENINGS or turn.preposition or turn.is_condition:
        return None
    if any(thing.is_treatment or thing.kind == "condition" for thing in turn.things):
        return None
    flat = folded(turn.text)
    bare = _BARELY_ASKED.search(flat)
    asks = bare and (pattern("asking", r"^\W*(?:{})\b").match(flat) or "?" in flat[: bare.start()])
    told = (bare and not asks) or _MEASURED.match(flat) or _DID_NOTHING.match(flat)
    return joined(past[-1].ground, turn.text, link=": ", language=language) if told else None


def named_alone(turn: Turn, past: Sequence[Exchange], own: OwnSubjects, lexicon: Lexicon, *, language: str) -> str | None:
    """A fragment that is nothing but a noun, also one that the documents don't have, asked of the topic: "and coffee?"."""
    topic = own.talked_of(past)
    if not topic.sources or turn.clause or turn.preposition or turn.subjects or pointers(turn) or turn.opening not in _OPENINGS:
        return None
    runs = [thing for thing in named_things(turn.text, lexicon, phrases=True) if thing.kind == PHRASE]
    if len(runs) != 1 or len(turn.extra) > len(runs[0].text.split()) or not is_noun(runs[0]):
        return None
    return ended(f"{topic.wording}: {stem(turn.text)}", language=language)


def in_place_of_lesser(things: Sequence[Thing], past: Sequence[Exchange], own: OwnSubjects) -> tuple[Thing, ...]:
    """Of what a turn can be about, the talk's topic in the place of what only another field's lexicon takes for a thing."""
    topic = own.talked_of(past)
    if not topic.sources or not things or any(thing.kind not in words()["lesser_kinds"] for thing in things):
        return tuple(things)
    return (Thing(text=topic.wording, key=topic.wording, kind=PHRASE, start=0, end=0),)


def leans_on_topic(turn: Turn, rewritten: bool) -> bool:
    """Whether a turn is about what the talk is about: it leans on it, and names no other condition or treatment."""
    own = [thing for thing in turn.subjects if thing.kind == "condition" or thing.is_treatment]
    return (rewritten or not turn.clause) and not own and turn.opening not in {"new", "return"}


def keeps_to_topic(turn: Turn, topic: frozenset[str], own: OwnSubjects) -> bool:
    """Whether a turn names nothing that other documents speak of and those on the topic, whose words these are, do not."""
    if not topic or turn.opening in {"new", "return"}:
        return False
    named = {
        word for thing in turn.subjects if thing.kind == "condition" or thing.is_treatment for word in content_words(thing.text)
    }
    asked = {singular(word) for word in content_words(turn.text)}
    return topic.issuperset((asked & own.nouns) | set(map(singular, named)))
