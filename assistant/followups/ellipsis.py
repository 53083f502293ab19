"""What a turn leans on: its opening, its own things, the words that point back, and whether it is a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.followups.demonstrative import asks_leave, counts, demonstrates
from assistant.followups.naming import named_things, with_results
from assistant.question.dislocated import in_place
from assistant.question.focus import Thing, done_with, pattern, tokens, words
from assistant.words.language import detect_language, fold
from assistant.words.lexicon import Lexicon

_START = r"^[\s¿¡\"'(]*(?:{})(?=$|[\s,.:;!?…–-])[\s,.:;!?…–-]*"
_WHOLE = r"^[\s¿¡\"'(]*(?:{})[\s?.!¿¡\"')]*$"
_ASIDE = r"^[\s¿¡\"'(]*(?:{})\s*[,.:;!…–-]+\s*"
_OPENINGS = {"return_to": "return", "new_topic": "new"}
_SAYING_NOTHING = frozenset({"fillers", "asides"})
_EMPTY = (
    ("expletive", r"\b(?:{})\b"),
    ("illness", r"\b(?:{})"),
    ("caught", r"\b(?:{})"),
    ("staff", r"\b(?:{})"),
    ("tag", r"^(?!\W*(?:how|what|which|why|when|where|who)\b).*\w(?:{})"),
)
_LAST = r"\b(?:it|they|that)(?=\W*$)"
_MANY_WORDS = 3
_LONGEST_TOLD = 12
_SENTENCE_END = re.compile(r"[a-z0-9)][.!]+\s+(?=[A-Za-z¿¡])")
_TRAILING = re.compile(r"(?<=\w)[\s,]+(?:then|now|though|exactly|please|pls|entonces|ahora)(?=[\s?.!]*$)")
# Said without a comma, a question behind its condition is told by its word order: "if it grows on that do they stop it".
_INVERTED = re.compile(
    r"\w+ \w+ (?:(?:do|does|can|could|should|will|would|must|is|are) (?:they|she|he|we|i|you)|(?:does|is) it)\b"
)
_CLAUSE = re.compile(
    r"[,;.:?!]|\b(?:and|but|if|when|because|since|so|before|after|while|although|y|pero|si|cuando|porque|como)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A turn as read. ``text`` is what is left after openings; ``opening`` is "", "parallel", "correction", "return" or "new"."""

    typed: str
    text: str
    opening: str
    things: tuple[Thing, ...]
    clause: bool

    @property
    def subjects(self) -> tuple[Thing, ...]:
        """Its own things that a conversation can be about."""
        return tuple(thing for thing in self.things if thing.is_subject)

    @property
    def extra(self) -> list[str]:
        """Its words that stand in none of its subjects and populations and carry something of their own."""
        small = [pattern(key, _WHOLE) for key in ("articles", "prepositions", "connectors", "fillings")]
        spans = [(thing.start, thing.end) for thing in self.things if thing.is_subject or thing.kind == "population"]
        return [
            word
            for word, start, end in tokens(self.text)
            if not any(first <= start and end <= last for first, last in spans)
            and not any(one.match(word) for one in small)
            and not any(start >= first and end <= last for first, last in self._preposition_span)
        ]

    @property
    def _preposition_span(self) -> list[tuple[int, int]]:
        match = pattern("prepositions", r"^[\s¿¡]*({})\b").match(folded(self.text))
        return [match.span(1)] if match else []

    def says(self, key: str) -> bool:
        """Whether the whole turn is one of the wordings of a list."""
        flat = folded(self.text)
        return any(pattern(key, _WHOLE).match(one) for one in (flat, _TRAILING.sub("", flat)))

    @property
    def is_condition(self) -> bool:
        """Whether it opens with "if" or "when": it limits a question."""
        asks = re.match(r"\s*¿?\s*(?:C|c)uándo\b", self.text)  # "cuando" without its accent is "when …,"
        return not asks and bool(pattern("condition", r"^[\s¿¡]*(?:what |y )?(?:{})\b").match(folded(self.text)))

    @property
    def is_told(self) -> bool:
        """Whether it tells something of the patient in few words and asks nothing: "she's had both"."""
        flat = folded(self.text)
        short = len(flat.split()) <= _LONGEST_TOLD
        asks = "?" in self.text or pattern("asking", r"(?:^|[,.;:] )[\s¿]*(?:and |so |but )?(?:{})\b").search(flat)
        asks = asks or pattern("asks_inside", "(?:{})").search(flat)
        return short and not asks and bool(pattern("told", r"^[\s\"'(]*(?:{})").match(flat))

    @property
    def is_whole(self) -> bool:
        """Whether a fragment names both what it asks for and of what: "dose of X", "X side effects"."""
        own = [thing for thing in self.subjects if thing.concept is not None and not (thing.is_qualifier or thing.is_attribute)]
        effect = any(thing.kind in words()["attribute_kinds"] for thing in self.things)
        flat = pattern("strengths").sub("", folded(self.text))
        asked = any(pattern("attributes").fullmatch(word) and re.search(rf"\b{re.escape(word)}\b", flat) for word in self.extra)
        return bool(own) and (effect or asked)

    @property
    def preposition(self) -> str:
        """The preposition that it opens with, or an empty text."""
        match = pattern("prepositions", r"^[\s¿¡]*({})\b").match(folded(self.text))
        return match.group(1) if match else ""


def folded(text: str) -> str:
    """Folded text of the same length, so that offsets hold in both."""
    flat = fold(text)
    return flat if len(flat) == len(text) else text.lower()


def read_turn(text: str, lexicon: Lexicon, *, names: Collection[str] = ()) -> Turn:
    """The turn's opening, rest and things."""
    rest, opening = _without_opening(text.strip())
    rest, results = with_results(_asked_first(in_place(rest)), lexicon)
    things = named_things(rest, lexicon, names=names)
    if results:
        inside = [thing for thing in things if any(one.start <= thing.start < one.end for one in results)]
        things = tuple(sorted((*(thing for thing in things if thing not in inside), *results), key=lambda thing: thing.start))
    clause = bool(pattern("verbs").search(folded(rest))) and not _only_condition(rest)
    clause = clause or _orders_behind_condition(rest, things)
    return Turn(typed=text, text=rest, opening=opening, things=things, clause=clause)


def _only_condition(text: str) -> bool:
    """Whether the turn is a condition without anything that hangs on it: "if she is 82?", "¿y si tiene …?"."""
    flat = folded(text)
    if not pattern("condition", r"^[\s¿¡]*(?:{})\b").match(flat):
        return False
    main = r"[,;:]\s*¿?(?:what|which|how|who|is|are|do|does|can|should|will|would|que|cual|como|se|hay|debe)\b"
    return not (_INVERTED.search(flat) or re.search(main, flat))


def _asked_first(text: str) -> str:
    """What is asked first, its condition behind it: "What comes next if it fails?" of "if it fails, what then?"."""
    flat = folded(text)
    match = pattern("behind_condition", "(?:{})").search(flat)
    ending = match or re.match(r"(?:what )?if (?:it|that|this|they|these|those|both|neither)\b.*()", flat)
    later = match or pattern("subsequent").search(flat)
    conditional = pattern("condition", r"^[\s¿]*(?:what |y )?(?:{})\b").match(flat)
    if not (ending and later and conditional) or detect_language(text) != "en":
        return text
    told = text[: match.start()] if match else text.strip(" ?.!")
    return f"What comes next {re.sub('^what ', '', told, flags=re.IGNORECASE)}?"


def _orders_behind_condition(text: str, things: tuple[Thing, ...]) -> bool:
    """Whether a condition is followed by a verb with a treatment: "when it grows, stop X?"."""
    flat = folded(text)
    match = re.match(rf"^[\s¿]*(?:{words()['condition']})\b[^,]+,\s*(?:then )?([a-z]+) ", flat)
    if match is None or any(thing.start <= match.start(1) < thing.end for thing in things):
        return False
    if pattern("changing", _WHOLE).match(match.group(1)):
        return True
    small = pattern("prepositions", _WHOLE).match(match.group(1)) or pattern("articles", _WHOLE).match(match.group(1))
    return not small and any(thing.is_treatment and thing.start > match.start(1) for thing in things)


def _without_opening(text: str) -> tuple[str, str]:
    opening = ""
    for _ in range(_MANY_WORDS):
        flat = folded(text)
        for key, template in (
            ("correction", _START),
            ("new_topic", _START),
            ("return_to", _START),
            ("parallel", _START),
            ("fillers", _START),
            ("asides", _ASIDE),
        ):
            match = pattern(key, template).match(flat)
            if match and flat[match.end() :].strip(" ?!.¿¡"):
                opening = opening if key in _SAYING_NOTHING else _OPENINGS.get(key, key)
                text = text[match.end() :]
                break
        else:
            return text, opening
    return text, opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A word that points back, at ``text[start:end]``; its kind is singular, plural, possessive, pair, ordinal or noun."""

    kind: str
    start: int
    end: int
    kinds: tuple[str, ...] = ()


def pointers(turn: Turn) -> tuple[Pointer, ...]:
    """The words that point out of the turn; none where something named before them in the turn can be meant."""
    flat = _without_empty_words(turn)
    classes = {thing.start: thing.end for thing in turn.things if thing.kind == "drug class"}
    others = pattern("other_one").finditer(flat)
    found = [Pointer(kind="other", start=m.start(), end=classes.get(m.end() + 1, m.end())) for m in others]
    found += [Pointer(kind="ordinal", start=m.start(), end=m.end()) for m in pattern("ordinal", r"(?:{})").finditer(flat)]
    found += [Pointer(kind="pair", start=m.start(), end=m.end()) for m in pattern("pair").finditer(flat) if not counts(m, flat)]
    found += _noun_pointers(turn, flat)
    found += _determiners(flat, found)
    for kind in ("singular", "plural", "possessive"):
        for match in pattern(kind).finditer(flat):
            if all(match.end() <= one.start or one.end <= match.start() for one in found) and _points(kind, match, flat):
                found.append(Pointer(kind=kind, start=match.start(), end=match.end()))
    last = last_sentence(turn.text)
    # "one of those Xs" names what it means itself
    named = {thing.start for thing in turn.things if not thing.is_attribute}
    found = [p for p in found if not (p.kind == "plural" and flat[p.start : p.end] in {"these", "those"} and p.end + 1 in named)]
    return tuple(sorted((p for p in found if p.start >= last and not _bound_inside(turn, p)), key=lambda p: p.start))


def _without_empty_words(turn: Turn) -> str:
    """The folded text with dots for words that point to nothing: "how long does it take", "do they scan", "doesn't it?"."""
    flat = folded(turn.text)
    for key, template in _EMPTY:
        for match in pattern(key, template).finditer(flat):
            word = _LAST if key == "tag" else r"\b(?:its?|they)\b"
            flat = flat[: match.start()] + re.sub(word, _dots, match.group()) + flat[match.end() :]
    for thing in (thing for thing in turn.things if thing.kind == "population"):
        told = re.search(r"\bit(?=(?:'s| is| was) (?:also |still |now |only )?$)", flat[: thing.start])
        if told:
            flat = f"{flat[: told.start()]}••{flat[told.end() :]}"
    return flat


def _dots(match: re.Match[str]) -> str:
    return "•" * len(match.group())


def last_sentence(text: str) -> int:
    """Where the last sentence begins: what stands before it was told, not asked."""
    return max((match.end() for match in _SENTENCE_END.finditer(text) if text[match.end() :].strip()), default=0)


def _determiners(flat: str, found: list[Pointer]) -> list[Pointer]:
    """Phrases such as "those sports", "this movement": words that point together with a noun, and can't be exchanged alone."""
    those = r"\b(?:these|those|this|such|that(?= \w+(?:\W*$| (?:is|was|are|were|did|has|had)\b))) ([a-z]{3,})"
    matches = re.finditer(those, flat)
    if pattern("predicate", _WHOLE).match(flat):
        return []
    adverbs = [Pointer(kind="determiner", start=m.start(), end=m.end()) for m in pattern("adverbs").finditer(flat)]
    free = [m for m in matches if all(m.end() <= one.start or one.end <= m.start() for one in found)]
    free = [m for m in free if not (m.group().startswith("that ") and _follows_noun(flat[: m.start()]))]
    free = [m for m in free if not re.search(r"\b(?:any|one|some|none|which|all|each|most) of $", flat[: m.start()])]
    auxiliary = pattern("auxiliaries", r"\b(?:{})\s+$")
    free = [m for m in free if flat[m.end() :].strip(" ?.!") or not auxiliary.search(flat[: m.start()])]
    verbal = (pattern("verbs"), pattern("subsequent"), pattern("usage"))
    nouns = [m for m in free if m.group(1) not in words()["stopwords"] and not any(one.fullmatch(m.group(1)) for one in verbal)]
    return adverbs + [Pointer(kind="determiner", start=m.start(), end=m.end()) for m in nouns]


def _follows_noun(before: str) -> bool:
    """Whether a content word stands last: "that" behind it opens a clause about it."""
    last = tokens(before)[-1:]
    return bool(last) and last[0][0] not in words()["stopwords"] and not pattern("verbs").fullmatch(last[0][0])


def _points(kind: str, match: re.Match[str], flat: str) -> bool:
    word = match.group()
    if word in {"that", "this"}:
        return demonstrates(match, flat)
    if word in {"these", "those"}:
        return not re.match(r"\s+(?:who|with|whose|that|patients|women|people)\b", flat[match.end() :])
    own = kind == "possessive" and re.match(r"\s+own\b", flat[match.end() :])
    return word != "itself" and not own


def _noun_pointers(turn: Turn, flat: str) -> list[Pointer]:
    nouns = "|".join(sorted(map(re.escape, words()["pointers"]), key=len, reverse=True))
    demonstrative = rf"\b(?:that|this|these|those|such|ese|esa|este|esta|esos|esas)(?: (?:a|an|same))? ({nouns})\b"
    definite = rf"\b(?:the|el|la|los|las) ({nouns})(?=\W*$| (?:given|work|last|is|are|take|cause|stop))"
    matches = list(re.finditer(demonstrative, flat))
    told = _told_first(turn, flat)
    if all(thing.end <= told for thing in turn.things if thing.is_subject):
        matches += (match for match in re.finditer(definite, flat) if match.start() >= told)
    return [Pointer(kind="noun", start=m.start(), end=m.end(), kinds=words()["pointers"][m.group(1)]) for m in matches]


def _told_first(turn: Turn, flat: str) -> int:
    """Where a turn begins to ask that first tells what was had before: "had X last year, is that …"; else 0."""
    clause = re.match(r"[^,;.:]+[,;.:]\s*", flat)
    told = clause and pattern("had_before", r"^[\s\"'(]*(?:{})\b").match(flat)
    return clause.end() if clause and told and turn.clause else 0


def _bound_inside(turn: Turn, pointer: Pointer) -> bool:
    """Whether something that the turn names in an earlier clause can be meant: "if X fails, is it …?"."""
    flat = folded(turn.text)
    if pointer.kind == "noun" and pointer.start >= _told_first(turn, flat) > 0:
        return False
    if pointer.kind == "pair":
        return len([thing for thing in turn.subjects if not thing.is_qualifier]) > 1
    told = {"condition", "population"} if asks_leave(flat, pointer.start, pointer.end) else ()
    before = [thing for thing in turn.subjects if done_with(flat) < thing.end <= pointer.start and thing.kind not in told]
    return any(_CLAUSE.search(flat[thing.end : pointer.start]) for thing in before)
