"""What a turn leaves out, put back: a value exchanged, a word that points resolved, a missing subject added."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.ellipsis import Pointer, Turn, folded, pointers, read_turn
from assistant.focus import NAME, PHRASE, Exchange, Thing, content_words, pattern, ranked, related, siblings
from assistant.language import fold
from assistant.lexicon import Lexicon
from assistant.phrasing import asked_of, attached, ended, joined, listed, replaced

_FEW_WORDS = 2
_FEW_THINGS = 2
_LONG_QUESTION = 45
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    """Holds what a turn is read against: the lexicon, the exchanges so far, the turn's language."""

    lexicon: Lexicon
    past: tuple[Exchange, ...]
    language: str = "en"
    background: frozenset[str] = frozenset()

    def resolve(self, turn: Turn) -> str:
        """The turn as it reads by itself; as typed if it lacks nothing."""
        turn = replace(turn, things=tuple(thing for thing in turn.things if thing.key not in self.background))
        steps: tuple[Callable[[Turn], str | None], ...] = (
            self._corrected,
            self._returned,
            self._pushed,
            self._paralleled,
            self._pointed,
            self._completed,
        )
        return next((text for step in steps if (text := step(turn))), turn.typed.strip())

    @property
    def _last(self) -> Exchange:
        return self.past[-1]

    # -- what the turn replaces ---------------------------------------------------------------------------------------

    def _corrected(self, turn: Turn) -> str | None:
        """After "no, I meant X" the value of the same axis or kind in the question before gives way to X."""
        if turn.opening != "correction":
            return None
        meant = re.split(r"\b(?:not|no)\b[^,;]*[,;]\s*(?:but )?", turn.text)[-1] or turn.text
        rest = read_turn(meant, self.lexicon)
        if rest.clause and rest.subjects and rest.extra:
            return ended(rest.text, language=self.language)
        swapped = self._swapped(rest, self._last.question)
        return swapped or joined(
            self._last.question, rest.text, link=" for " if not rest.preposition else " ", language=self.language
        )

    def _swapped(self, turn: Turn, question: str) -> str | None:
        """The question with each thing of the turn in the place of its like; None if one has no place."""
        old = read_turn(question, self.lexicon).things
        text, done = question, 0
        for new in turn.subjects or turn.things:
            target = self._target(new, old, question, turn.preposition)
            if target is None:
                continue
            text = _exchange(text, target.text, new.text)
            text = self._without_clashes(text, new, kept=new.text)
            done += 1
        return ended(text, language=self.language) if done and done >= len(turn.subjects) else None

    def _target(self, new: Thing, old: Sequence[Thing], question: str, preposition: str) -> Thing | None:
        others = [thing for thing in old if thing.key != new.key]
        axis = new.concept.axis if new.concept else None
        alike: list[Callable[[Thing], bool]] = [
            lambda thing: bool(axis and thing.concept and thing.concept.axis == axis),
            lambda thing: self._excluded(thing, new),
            lambda thing: thing.kind == new.kind and related(thing, new, self.lexicon),
            lambda thing: bool(preposition) and thing.kind == new.kind and _stands_after(question, thing, preposition),
            lambda thing: thing.kind == new.kind and new.kind not in {"population", NAME, "side effect"},
            lambda thing: thing.is_treatment and new.is_treatment,
            lambda thing: bool(_YEAR.match(new.text) and _YEAR.match(thing.text)),
        ]
        for test in alike:
            found = [thing for thing in others if test(thing)]
            if found:
                return found[-1] if preposition else found[0]
        return None

    def _excluded(self, one: Thing, other: Thing) -> bool:
        return one.kind == other.kind == "population" and self.lexicon.excludes({one.key}, {other.key})

    def _without_clashes(self, text: str, new: Thing, *, kept: str) -> str:
        """The text without populations that can't be those of the new one."""
        for thing in reversed(read_turn(text, self.lexicon).things):
            if thing.text != kept and self._excluded(thing, new):
                text = re.sub(r"\s{2,}", " ", text[: thing.start] + text[thing.end :])
        return text

    # -- an older subject ---------------------------------------------------------------------------------------------

    def _returned(self, turn: Turn) -> str | None:
        """In "back to X: how often?" the rest is read against the latest exchange about X."""
        if turn.opening != "return":
            return None
        topic, rest = _split(turn.text)
        exchange, things = self._about(topic)
        if exchange is None:
            return None
        if not rest:
            return self._paralleled(replace(turn, opening="parallel")) or ended(turn.text, language=self.language)
        asked = tuple(dict.fromkeys((*things, *exchange.asked)))
        older = replace(self, past=(replace(exchange, asked=asked),))
        inner = read_turn(rest, self.lexicon)
        if things and not inner.subjects and not pointers(inner):
            if inner.clause:
                return attached(inner.text, things, (), language=self.language)
            return asked_of(inner.text, things, (), language=self.language)
        return older.resolve(inner)

    def _about(self, topic: str) -> tuple[Exchange | None, tuple[Thing, ...]]:
        """The latest exchange about a topic, the last one left for last, and what of it the topic names."""
        named = read_turn(topic, self.lexicon).things
        wanted = {fold(word) for word in content_words(topic)}
        for exchange in (*reversed(self.past[:-1]), self._last):
            for listing in (exchange.asked, exchange.answered):
                same = [thing for thing in listing if any(self._is_a(thing, name) for name in named)]
                if same:
                    finer = [thing for thing in (*same, *exchange.answered) if any(self._is_below(thing, name) for name in named)]
                    return exchange, siblings(finer or same, self.lexicon)
        for exchange in reversed(self.past):
            if wanted & set(content_words(exchange.question)):
                return exchange, ()
        return None, ()

    def _is_a(self, thing: Thing, name: Thing) -> bool:
        return thing.key == name.key or self._is_below(thing, name)

    def _is_below(self, thing: Thing, name: Thing) -> bool:
        return thing.concept is not None and name.key in self.lexicon.ancestors(thing.key)

    # -- a push, a fragment -------------------------------------------------------------------------------------------

    def _pushed(self, turn: Turn) -> str | None:
        """For "why?" and "such as?" the question before, asked further."""
        if turn.says("why"):
            link = ", ¿y " if self.language == "es" else ", and "
            return joined(self._last.question, turn.text, link=link, language=self.language)
        if turn.says("more"):
            return joined(self._last.question, turn.text, link=": ", language=self.language)
        return None

    def _paralleled(self, turn: Turn) -> str | None:
        """For "and X?" the question before with X in the place of its like, or with X put behind."""
        if turn.clause or not turn.things or pointers(turn):
            return None
        question = self._last.question
        bare = not turn.extra
        treatment = any(not thing.is_qualifier for thing in turn.subjects)
        if not bare and treatment:
            return self._in_setting(turn)
        if not bare and not turn.preposition and turn.opening != "parallel":
            return None
        condition = bool(pattern("condition", r"^[\s¿¡]*(?:{})\b").match(folded(turn.text)))
        if bare and not condition:
            drilled = self._drilled(turn)
            swapped = drilled or self._swapped(turn, question)
            if swapped:
                return swapped
        new = (turn.subjects or turn.things)[0]
        cleaned = self._without_clashes(question, new, kept="")
        if len(cleaned.split()) > _LONG_QUESTION:
            return None
        link = " " if turn.preposition else " for " if new.is_qualifier and turn.opening else ": "
        return joined(cleaned, turn.text, link=link, language=self.language)

    def _drilled(self, turn: Turn) -> str | None:
        """For "X?" where the answer had named X: what about X, in the setting of the question."""
        if turn.opening or turn.preposition or len(turn.subjects) != 1:
            return None
        new = turn.subjects[0]
        if new.key not in {thing.key for thing in self._last.answered} or new.key in {thing.key for thing in self._last.asked}:
            return None
        setting = [thing for thing in self._last.asked if thing.is_subject and thing.key != new.key and thing.kind != PHRASE]
        if any(not thing.is_qualifier and not self._is_below(new, thing) for thing in setting):
            return None
        return attached(f"What about {turn.text.rstrip('?! ')}", (), (), language=self.language).rstrip("?") + (
            f" for {listed(setting)}?" if setting else "?"
        )

    def _in_setting(self, turn: Turn) -> str | None:
        """A fragment about something of the last exchange keeps that exchange's setting: "… for bone metastases"."""
        last = {thing.key for thing in (*self._last.asked, *self._last.answered)}
        if not any(thing.key in last for thing in turn.subjects) or any(thing.is_qualifier for thing in turn.things):
            return None
        qualifiers = self._qualifiers(turn)
        return attached(turn.text, (), qualifiers, language=self.language) if qualifiers else None

    # -- words that point back ----------------------------------------------------------------------------------------

    def _pointed(self, turn: Turn) -> str | None:
        """Each word that points back replaced by what it points to."""
        found = pointers(turn)
        if not found:
            return None
        text, changed = turn.text, False
        for pointer in reversed(found):
            things = self._antecedents(pointer, turn)
            if not things:
                continue
            joint = "or" if pointer.kind == "pair" and text[pointer.start : pointer.end].lower().startswith("which") else "and"
            text, changed = replaced(text, pointer.start, pointer.end, _worded(pointer, turn, things, joint)), True
        if not changed:
            return self._completed(turn, pointing=True)
        qualifiers = [] if turn.subjects else self._qualifiers(turn, named=text)
        return attached(text, (), qualifiers, language=self.language)

    def _antecedents(self, pointer: Pointer, turn: Turn) -> tuple[Thing, ...]:
        own = {thing.key for thing in turn.things}
        pool = [thing for thing in self._candidates() if thing.key not in own and not self._clashes(thing, turn)]
        if pointer.kinds:
            pool = [thing for thing in pool if thing.kind in pointer.kinds]
        if pointer.kind == "pair":
            return self._pair(pool)
        if not pool:
            return ()
        usage = bool(pattern("usage").search(folded(turn.text)))
        given = [thing for thing in pool if thing.is_treatment]
        chosen = given if usage and given else pool
        firm = [thing for thing in chosen if not thing.is_qualifier and thing.kind != PHRASE] or chosen
        return self._group(firm) if pointer.kind in {"plural", "possessive"} else tuple(firm[:1])

    def _pair(self, pool: list[Thing]) -> tuple[Thing, ...]:
        firm = [thing for thing in pool if not thing.is_qualifier and thing.kind != PHRASE] or pool
        for listing in (self._last.asked, self._last.answered):
            own = [thing for thing in firm if any(thing.key == other.key for other in listing)]
            group = siblings(sorted(own, key=lambda thing: thing.start), self.lexicon)
            if len(group) >= _FEW_THINGS:
                return group
        return tuple(firm[:_FEW_THINGS]) if len(firm) >= _FEW_THINGS else ()

    def _group(self, firm: list[Thing]) -> tuple[Thing, ...]:
        return siblings(firm, self.lexicon)

    def _candidates(self) -> list[Thing]:
        """What a word can point to: the last question's subjects in order, those the answer names, then older ones."""
        asked = [thing for thing in self._last.asked if thing.is_subject]
        answered = [thing for thing in self._last.answered if thing.is_subject]
        older = [thing for thing in ranked(self.past) if thing.key not in {t.key for t in (*asked, *answered)}]
        finer = (
            [thing for thing in answered if any(self._is_below(thing, one) for one in asked)] if _asks_which(self._last) else []
        )
        known = [thing for thing in asked if thing.kind != PHRASE]
        phrases = sorted((thing for thing in asked if thing.kind == PHRASE), key=lambda thing: -len(thing.text.split()))
        order = (*finer, *known, *answered, *older, *phrases) if known or answered else (*phrases, *older)
        return list({thing.key: thing for thing in reversed(order)}.values())[::-1]

    def _clashes(self, thing: Thing, turn: Turn) -> bool:
        return any(self._excluded(thing, other) for other in turn.things)

    # -- a subject that is missing ------------------------------------------------------------------------------------

    def _completed(self, turn: Turn, *, pointing: bool = False) -> str | None:
        """A turn without a subject of its own gets the one in focus."""
        if turn.subjects and not pointing:
            return None
        if not turn.things and not pointing and len(content_words(turn.text)) > _FEW_WORDS:
            return None
        things, qualifiers = self._focus(turn)
        if not things and not qualifiers:
            return None
        if turn.clause:
            return attached(turn.text, things, qualifiers, language=self.language)
        if turn.preposition and not pattern("usage").search(folded(turn.text)):
            return joined(self._last.question, turn.text, link=" ", language=self.language)
        return asked_of(turn.text, things or tuple(qualifiers), qualifiers if things else (), language=self.language)

    def _focus(self, turn: Turn) -> tuple[tuple[Thing, ...], list[Thing]]:
        pool = [thing for thing in self._candidates() if not self._clashes(thing, turn)]
        given = [thing for thing in pool if thing.is_treatment]
        recent = {thing.key for thing in (*self._last.asked, *self._last.answered)}
        usage = bool(pattern("usage").search(folded(turn.text)))
        if given and (usage or given[0].key in recent):
            firm = given
        else:
            firm = [thing for thing in pool if not thing.is_qualifier and thing.kind != PHRASE]
        qualifiers = self._qualifiers(turn)
        if not firm and not qualifiers:
            firm = [thing for thing in pool if thing.is_qualifier] or pool[:1]
        return siblings(firm, self.lexicon), qualifiers

    def _qualifiers(self, turn: Turn, *, named: str = "") -> list[Thing]:
        """Whom and where the last question was about, less what the turn says otherwise."""
        own = {thing.kind for thing in turn.things if thing.is_qualifier}
        return [
            thing
            for thing in self._last.asked
            if thing.is_qualifier
            and thing.is_subject
            and thing.kind not in own
            and thing.text not in named
            and not self._clashes(thing, turn)
        ]


def _split(text: str) -> tuple[str, str]:
    match = re.match(r"^([^:;,?–—]+)(?:[:;,–—]|\s-\s)\s*(.*)$", text, re.DOTALL)
    return (match.group(1).strip(), match.group(2).strip()) if match else (text.strip(" ?"), "")


def _exchange(text: str, old: str, new: str) -> str:
    start = text.lower().find(old.lower())
    return replaced(text, start, start + len(old), new) if start >= 0 else text


def _stands_after(question: str, thing: Thing, preposition: str) -> bool:
    return folded(question[: thing.start]).rstrip().endswith(preposition)


def _asks_which(exchange: Exchange) -> bool:
    return bool(re.match(r"^[\s¿]*(?:which|what|who|que|cual)\b", folded(exchange.question)))


def _worded(pointer: Pointer, turn: Turn, things: Sequence[Thing], joint: str) -> str:
    typed = turn.text[pointer.start : pointer.end]
    if pointer.kind == "possessive":
        return f"{listed(things)}'s"
    opening = re.match(r"(?:which|what|either|neither|each|cual)\b", folded(typed)) if pointer.kind == "pair" else None
    return f"{typed[: opening.end()]} of {listed(things, joint=joint)}" if opening else listed(things)
