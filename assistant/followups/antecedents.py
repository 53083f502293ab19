"""Which things of the conversation a turn can mean: by the kind that it asks for, the latest question's own first. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.followups.ellipsis import Pointer, Turn, folded, pointers
from assistant.followups.listing import asks_for, by_place, is_served, offered, set_beside
from assistant.followups.pointed_at import fitting
from assistant.followups.setting import is_denied, is_of_other_place, is_side_matter, patients_told, told_earlier
from assistant.followups.swap import excluded
from assistant.question.focus import (
    NAME,
    PHRASE,
    Exchange,
    Thing,
    content_words,
    coordinated,
    once,
    pattern,
    ranked,
    related,
    siblings,
    words,
)
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon

_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Holds the exchanges so far, the latest last, and the lexicon that relates what they name."""

    lexicon: Lexicon
    past: tuple[Exchange, ...]

    @property
    def last(self) -> Exchange:
        """The latest exchange."""
        return self.past[-1]

    def candidates(self) -> list[Thing]:
        """What can be meant, the likeliest first.

        Where the lexicon knows what the talk is about: the last question's subjects in order, those that the answer
        names, then older ones; to a "which …?" the finer things that the answer named go first. Elsewhere by salience.
        """
        asked = [thing for thing in self.last.asked if thing.is_subject]
        answered = [thing for thing in self.last.answered if thing.is_subject and thing.concept]
        salient = ranked(self.past)
        known = sorted((thing for thing in asked if thing.concept), key=lambda thing: thing.is_attribute)
        minor = [thing for thing in self.last.asked if thing.concept and thing.kind in words()["lesser_kinds"]]
        if not self._is_known_field() or not (known or answered):
            return [*minor, *salient]
        finer = self._finer()
        older = [thing for exchange in reversed(self.past[:-1]) for thing in exchange.asked if thing.is_subject and thing.concept]
        chief = [thing for thing in known if not thing.is_attribute]
        order = (*finer, *chief, *minor, *older, *(thing for thing in asked if not thing.concept), *answered, *known, *salient)
        return once(order)

    def _is_known_field(self) -> bool:
        """Whether the questions name the lexicon's things at least as often as names that it doesn't know."""
        asked = [thing for exchange in self.past for thing in exchange.asked if thing.is_subject]
        return sum(thing.concept is not None for thing in asked) >= sum(thing.kind == NAME for thing in asked)

    def is_below(self, thing: Thing, name: Thing) -> bool:
        """Whether a thing is a kind of what the name names."""
        return thing.concept is not None and name.key in self.lexicon.ancestors(thing.key)

    def meant_by(self, pointer: Pointer, turn: Turn) -> tuple[Thing, ...]:
        """The things that a pointing word stands for; empty if none fits."""
        if chosen := self._told_by_place(pointer, turn):
            return chosen
        own = {thing.key for thing in turn.things}
        pool = [thing for thing in self.candidates() if thing.key not in own and not self._clashes(thing, turn)]
        if pointer.kind == "singular":  # an organ that an answer named in passing is nothing that a talk is about
            pool = [thing for thing in pool if thing.kind != "site" or self._was_asked(thing)]
        if pointer.kinds:
            noun = folded(turn.text[pointer.start : pointer.end]).rpartition(" ")[2]
            at_large = pattern("at_large", r"^(?:{})$").match(folded(turn.text[pointer.start : pointer.end]))
            pool = [t for t in pool if t.kind in pointer.kinds and (self._was_asked(t) or not at_large)]
            pool = [thing for thing in pool if self._was_called(noun, thing)] or pool
            pool.sort(key=lambda thing: noun not in folded(thing.text))
        if pointer.kind == "pair":
            two = pattern("twofold").search(folded(turn.text[pointer.start : pointer.end]))
            return self._pair(pool)[: _PAIR if two else None]
        if pointer.kind == "ordinal":
            return by_place(pool, folded(turn.text[pointer.start : pointer.end]), self.past, is_below=self.is_below)
        if pointer.kind == "other":
            return self._other(pool, turn)
        pool = [thing for thing in pool if not (thing.is_step or pattern("verbs").match(folded(thing.text)))]
        of_its_kind = pattern("told_of", r"^[\s¿]*(?:{})").match(folded(turn.text)) and any(t.is_treatment for t in turn.things)
        handed = pattern("handing", r"\b(?:{})\s+$").search(folded(turn.text[: pointer.start]))
        given = self.given(pool) if of_its_kind or handed or pattern("usage").search(folded(turn.text)) else []
        finer = {thing.key for thing in self._finer()}
        asked = [t for t in pool if not t.is_qualifier and t.concept and (t.key in finer or self._was_asked(t))]
        sought = [thing for thing in self.given(pool) if not pointer.kinds] if self._sought() else []
        named = [thing for thing in pool if pointer.kinds or thing.is_noun]
        patients = [thing for thing in named if thing.kind == "population" and self._was_asked(thing) and not pointer.kinds]
        told = fitting(pointer, turn, pool, self.last, given=self.given(pool), was_asked=self._was_asked)
        firm = told or given or asked or patients or sought or named
        if firm and (pointer.kind in {"plural", "possessive"} or (firm == sought and not asked)):
            return self._several(self.together(firm)) if pointer.kind == "plural" else self.together(firm)
        combined = pointer.kind == "singular" and firm and firm[0] in self.last.asked  # "it" is the combination asked about
        first = self.last.asked.index(firm[0]) if combined else 0
        return coordinated(self.last.asked[first:], self.last.question, joints="adding") if combined else tuple(firm[:1])

    def _told_by_place(self, pointer: Pointer, turn: Turn) -> tuple[Thing, ...]:
        """For "the last one, is it …?" that one, for "in these" at the end of a turn the patients; empty for other wordings."""
        placed = [one for one in pointers(turn) if one.kind == "ordinal" and one.end < pointer.start]
        if pointer.kind == "singular":
            return self.meant_by(placed[-1], turn) if placed else ()
        these = re.search(r"\b(?:in|among)\s+(?:these|those)[\s?.!]*$", folded(turn.text))
        in_these = pointer.kind == "plural" and these and these.start() < pointer.start
        return tuple(self.patients(turn)) if in_these else ()

    def _several(self, group: tuple[Thing, ...]) -> tuple[Thing, ...]:
        """What "them" means where one drug is at hand: its class, or those of its kind, that was asked about."""
        before = [thing for exchange in reversed(self.past) for thing in exchange.asked]
        above = [thing for thing in before if self.is_below(group[0], thing)]
        kin = once(thing for thing in (*group, *before) if thing.kind == "drug" and related(thing, group[0], self.lexicon))
        return tuple(above[:1] or kin[:3]) if len(group) == 1 and group[0].kind == "drug" else group

    def treatments_asked(self) -> list[Thing]:
        """The treatments that the latest question about any was about."""
        asked = ([thing for thing in one.asked if thing.is_treatment and thing.is_subject] for one in reversed(self.past))
        return next((found for found in asked if found), [])

    def _was_called(self, noun: str, thing: Thing) -> bool:
        """Whether it was talked about by such a noun, where the documents know nothing of what was asked about last."""
        before = self.past[:-1] if self.last.refused else ()
        said = (one for one in before if noun in content_words(one.question))
        return any(thing.key == other.key for one in said for other in one.asked)

    def _was_asked(self, thing: Thing) -> bool:
        return any(thing.key == other.key for exchange in self.past for other in exchange.asked)

    def _times_asked(self, thing: Thing) -> int:
        return sum(any(thing.key == other.key for other in exchange.asked) for exchange in self.past)

    def given(self, pool: Sequence[Thing]) -> list[Thing]:
        """What of the pool is given to patients: asked for lately first, else named in the last answer, else older."""
        here, there = ({thing.key for thing in named} for named in (self.last.asked, self.last.answered))
        drugs = {thing.key for thing in self.last.asked if thing.kind == "drug"}
        served = {thing.key for thing in self.last.asked if thing.key in drugs and is_served(self.last.question, thing)}
        finer = {thing.key for thing in self._finer()}
        first = (served if served == drugs else set()) or finer  # of "X with Y" X is meant
        treatments = [thing for thing in pool if thing.is_treatment]
        return sorted(treatments, key=lambda t: 0 if t.key in first else 1 if t.key in here else 2 if t.key in there else 3)

    def _finer(self) -> list[Thing]:
        """To a "which …?" what the answer named of the kind that was asked for; nothing if it only goes before a drug."""
        question = self.last.question
        if any(thing.kind == "drug" and is_served(question, thing) for thing in self.last.asked):
            return []
        asked = [t for t in self.last.asked if t.is_subject and t.concept and asks_for(question, t.start)]
        below = [t for t in self.last.answered if t.is_subject and any(self.is_below(t, one) for one in asked)]
        if below:
            return below
        nouns = [m for m in re.finditer(r"\w+", folded(question)) if asks_for(question, m.start())]
        kinds = {kind for noun in nouns for kind in words()["pointers"].get(noun.group(), ())}
        return [thing for thing in self.last.answered if thing.is_treatment and thing.kind in kinds]

    def together(self, firm: Sequence[Thing]) -> tuple[Thing, ...]:
        """The first thing with its equals: those that the question sets beside it, or that the answer lists with it."""
        first = firm[0]
        if any(thing.key == first.key for thing in self.last.asked):
            asked = [thing for thing in self.last.asked if thing.kind == first.kind]
            start = next(position for position, thing in enumerate(asked) if thing.key == first.key)
            return coordinated(asked[start:], self.last.question)
        combined = coordinated(firm, self.last.answer, joints="combining")
        if len(combined) > 1:
            return combined
        if first.kind == "drug class":  # an answer names classes in passing; those meant stand in one line
            firm = [t for t in firm if "\n" not in self.last.answer[min(t.start, first.start) : max(t.start, first.start)]]
        return siblings(firm, self.lexicon)

    def _other(self, pool: Sequence[Thing], turn: Turn) -> tuple[Thing, ...]:
        """The member of the family talked about that the last answer did not name first and "it" doesn't mean."""
        held = next((self.meant_by(one, turn)[:1] for one in pointers(turn) if one.kind == "singular"), ())
        classes = [thing for thing in turn.things if thing.kind == "drug class"]
        pool = [thing for thing in pool if not classes or any(self.is_below(thing, one) for one in classes)]
        keys = {thing.key for thing in pool}
        recent = [
            thing for exchange in reversed(self.past) for thing in (*exchange.answered, *exchange.asked) if thing.key in keys
        ]
        given = [thing for thing in (*held, *recent) if thing.is_treatment]
        drugs = [thing for thing in given if thing.kind == "drug"] if pattern("amounts").search(folded(turn.text)) else []
        first = next(iter(drugs or given), None)
        others = [thing for thing in recent if first and thing.kind == first.kind and thing.key != first.key]
        near = [thing for thing in others if first and related(thing, first, self.lexicon)]
        return tuple((near or others)[:1])

    def _pair(self, pool: Sequence[Thing]) -> tuple[Thing, ...]:
        keys = {thing.key for thing in pool}
        asked = [thing for thing in self.last.asked if thing.key in keys and not (thing.is_qualifier or thing.is_attribute)]
        answered = [t for t in self.last.answered if t.key in keys and not (t.is_qualifier or t.is_attribute)]
        finer = [thing for thing in answered if any(self.is_below(thing, one) for one in asked)]
        for kind in dict.fromkeys(thing.kind for thing in asked if thing.kind not in {PHRASE, NAME}):
            same = once(thing for thing in asked if thing.kind == kind)[:3]
            if len(same) >= _PAIR:
                return tuple(same)
        before = [
            thing for exchange in self.past[-_PAIR:] for thing in exchange.asked if thing.key in keys and thing.is_treatment
        ]
        swapped = once(thing for thing in before if before and related(thing, before[-1], self.lexicon))
        if asked and len(swapped) == _PAIR:
            return tuple(swapped)
        names = [thing for thing in asked if thing.kind == NAME]
        for group in (set_beside(names, self.last.question), siblings(finer or answered, self.lexicon)):
            if len(group) >= _PAIR:
                return group
        return offered(answered, self.last.answer) or self._listed_before(keys)

    def _listed_before(self, keys: set[str]) -> tuple[Thing, ...]:
        """Treatments of one family that an earlier answer listed."""
        for exchange in reversed(self.past[:-1]):
            group = siblings([t for t in exchange.answered if t.key in keys and t.is_treatment], self.lexicon)
            if len(group) >= _PAIR:
                return group
        return ()

    def focus(self, turn: Turn, *, pointing: bool = False) -> tuple[tuple[Thing, ...], list[Thing]]:
        """What a turn without a subject is about, and whom or where it concerns."""
        pool = [thing for thing in self.candidates() if not self._clashes(thing, turn)]
        here = [thing for thing in self.last.asked if thing.key in {one.key for one in pool}]
        given = self._in_use(pool, turn) or [thing for thing in here if thing.is_treatment]
        cared = [thing for thing in here if thing.concept and thing.kind == "care"]
        if cared and given and {thing.key for thing in given}.isdisjoint(thing.key for thing in here):
            given = cared  # what the last question asked for, not a drug of an older one
        firm = given or [thing for thing in here if thing.concept and thing.is_subject and not thing.is_qualifier]
        qualifiers = self.qualifiers(turn)
        if firm:
            firm = firm if self._finer() else sorted(firm, key=lambda thing: (thing.is_attribute, -self._times_asked(thing)))
            things = self.together(firm)
            aside = [thing for thing in qualifiers if not (thing.is_attribute or thing.is_line)]
            more = pattern("besides").search(folded(turn.text))
            plain = (
                things[0].kind == "drug" and not more and not pattern("reasoning", r"^[\s¿]*(?:{})\b").match(folded(turn.text))
            )
            return things, [thing for thing in aside if thing.kind != "population"] if plain else aside
        if qualifiers:
            return (), qualifiers
        lesser = [thing for thing in here if thing.concept and thing.kind in words()["lesser_kinds"]]
        # a figure of merit, or what an answer says in passing, is no subject
        if turn.clause and not pointing and self._is_known_field():
            return tuple([thing for thing in lesser if thing.kind == "care"][:1]), []
        pool = [thing for thing in pool if not (pointing and thing.kind == "site") or self._was_asked(thing)]
        named = [thing for thing in pool if not thing.is_treatment or self._was_asked(thing) or self._sought()]
        return tuple((lesser or named)[:1]), []

    def _in_use(self, pool: Sequence[Thing], turn: Turn) -> list[Thing]:
        """What a turn that asks how something is used can mean: what only an answer named, if that is what was asked for."""
        flat = folded(turn.text)
        if pattern("dosing", "(?:{})").search(flat):
            return sorted(self.given(pool), key=lambda thing: not self._was_asked(thing) and thing.kind != "drug")
        given = self.given(pool) if pattern("usage").search(flat) else []
        if pattern("named_all").search(flat):  # a drug's name is known, those of a class may not be
            given = sorted(given, key=lambda thing: thing.kind != "drug class")
        free = self._sought() or pattern("handled").search(flat)
        return [thing for thing in given if free or self._was_asked(thing)]

    def _sought(self) -> bool:
        """Whether the last question asked for something that is given."""
        return bool(pattern("seeking").search(folded(self.last.question)))

    def qualifiers(self, turn: Turn, *, named: str = "") -> list[Thing]:
        """Whom and where the last question was about, less what the turn says otherwise.

        A turn that only resumes ("what should be done then?") takes those of the answer as well.
        """
        own = {thing.kind for thing in turn.things if thing.is_qualifier and not thing.is_step}
        resumes = not turn.things and not content_words(turn.text) and pattern("resuming").search(folded(turn.text))
        empty = resumes and not (pointers(turn) or pattern("counted").search(folded(turn.text)))  # "can I take two then?"
        known = any(thing.concept and thing.is_subject for thing in self.last.asked)
        pool = (*self.last.asked, *self.last.answered) if empty and known else (*self.last.asked, *told_earlier(turn, self.past))
        fitting = [
            thing
            for thing in pool
            if thing.is_qualifier
            and thing.is_subject
            and not (is_denied(thing) or is_side_matter(thing, self.past) or is_of_other_place(thing, turn))
            and thing.kind not in own
            and not (thing.is_step and any(other.is_step for other in turn.things))
            and fold(thing.text) not in fold(named)
            and not self._clashes(thing, turn)
        ]
        return once(fitting)

    def patients(self, turn: Turn) -> list[Thing]:
        """The patients talked about lately, less those whom the turn says otherwise."""
        told = (thing for thing in patients_told(self.past) if not self._clashes(thing, turn))
        return once(thing for thing in told if not is_of_other_place(thing, turn))

    def _clashes(self, thing: Thing, turn: Turn) -> bool:
        return any(excluded(thing, other, self.lexicon) for other in turn.things)
