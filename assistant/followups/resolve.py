"""What a turn leaves out, put back: a value exchanged, a word that points resolved, a missing subject added."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.followups.afterwards import next_line, next_step
from assistant.followups.antecedents import Memory
from assistant.followups.beside import linking, paired, partnered, put_for, set_against, which_class, which_of_class
from assistant.followups.complete import asks_for_hope, is_complete, is_left_open, stands_alone
from assistant.followups.correcting import corrected
from assistant.followups.drilled import at_site, attended, drilled_into, in_setting, is_there, named_in_answer, which_drug
from assistant.followups.ellipsis import Pointer, Turn, folded, pointers, read_turn
from assistant.followups.hang import asking, fragment_on, given_with, ground_of, hung, pushed
from assistant.followups.heading import is_heading
from assistant.followups.naming import named_things
from assistant.followups.on_topic import in_place_of_lesser, named_alone, of_documents, told_of_case
from assistant.followups.own_subjects import NONE_OWN, OwnSubjects
from assistant.followups.phrasing import asked_of, attached, ended, joined, listed, on_topic, qualified, stem, without_told
from assistant.followups.results import resulted
from assistant.followups.returning import about, with_fellows
from assistant.followups.swap import opposed, swapped, unhung, without_clashes, without_same
from assistant.question.focus import PHRASE, Exchange, Thing, content_words, pattern
from assistant.words.lexicon import Lexicon

_FEW_WORDS = 2
_MANY_WORDS = 6
_LONG_QUESTION = 40
_WHOLE = r"^[\s¿¡\"'(]*(?:{})[\s?.!]*$"
_SPLIT = re.compile(r"^([^:;,.?–—]+)(?:[:;,–—]|\.(?=\s)|\s-\s)\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    """Holds what a turn is read against: the lexicon, the exchanges so far, the names met, the turn's language."""

    lexicon: Lexicon
    past: tuple[Exchange, ...]
    names: frozenset[str] = frozenset()
    language: str = "en"
    background: frozenset[str] = frozenset()
    own: OwnSubjects = NONE_OWN

    def resolve(self, turn: Turn) -> str:
        """The turn as it reads by itself; as typed if it lacks nothing."""
        if stands_alone(turn, background=self.background):
            return turn.typed.strip()
        if asks_for_hope(turn):
            return self.lighter(turn)[1]
        if sum(thing.kind in {"drug", "regimen"} for thing in self.past[-1].asked) <= 1:
            turn = without_same(turn, self.lexicon, names=self.names)
        turn = replace(turn, things=tuple(thing for thing in turn.things if thing.key not in self.background))
        steps: tuple[Callable[[Turn], str | None], ...] = (
            self._begun_anew,
            self._corrected,
            self._returned,
            self._of_documents,
            self._pushed,
            self._told,
            self._taken_whole,
            self._followed,
            self._paralleled,
            self._pointed,
            self._paired,
            self._completed,
            self._of_patient,
            self._around,
            self._on_topic,
            self._hung,
        )
        return next((text for step in steps if (text := step(turn))), turn.typed.strip())

    def lighter(self, turn: Turn) -> tuple[str, str]:
        """The turn without the conversation, and with the patients talked about alone; both empty for one that only tells."""
        if turn.is_told:
            return "", ""
        alone = ended(turn.text, language=self.language)
        told = self._memory.patients(turn)
        return alone, attached(turn.text, (), told, language=self.language) if told else alone

    def exchanges(self, turn: Turn) -> bool:
        """Whether a turn only exchanges a word of the question before, so that its own words say nothing more."""
        spelled = next_line(turn, self._memory, language=self.language), at_site(turn, self.past[-1], language=self.language)
        return any(spelled) or turn.says("opposite_asked")

    @property
    def _memory(self) -> Memory:
        return Memory(lexicon=self.lexicon, past=self.past)

    @property
    def _question(self) -> str:
        return self.past[-1].question

    @property
    def _words(self) -> dict[str, str]:
        return linking(self.language)

    def _read(self, text: str) -> Turn:
        return read_turn(text, self.lexicon, names=self.names)

    def _swapped(self, turn: Turn, question: str = "") -> str | None:
        told = bool(turn.things) and all(thing.kind == "population" for thing in turn.things) and turn.opening != "correction"
        counts = pattern("counting").search(folded(self._question))
        question = question or (asking(self.past).question if told and not counts else unhung(turn, self.past[-1], self.lexicon))
        return swapped(turn, question, self.lexicon, names=self.names, language=self.language)

    def _begun_anew(self, turn: Turn) -> str | None:
        """After "different question:" what follows, as typed."""
        return turn.text.strip() if turn.opening == "new" and (turn.clause or turn.subjects) else None

    # -- what the turn replaces, where it returns to --------------------------------------------------------------------

    def _corrected(self, turn: Turn) -> str | None:
        return corrected(turn, self.past[-1], self._read, self._swapped, language=self.language)

    def _returned(self, turn: Turn) -> str | None:
        """In "back to X: how often?" the rest is read against the latest exchange about X."""
        if turn.opening != "return":
            return None
        match = _SPLIT.match(turn.text)
        topic, rest = (match.group(1).strip(), match.group(2).strip()) if match else (turn.text.strip(" ?"), "")
        if not rest:
            return self._paralleled(replace(turn, opening="parallel")) or self._pointed(turn)
        named = named_things(topic, self.lexicon, names=self.names, phrases=True)
        exchange, things = about(self._memory, topic, named)
        older = exchange or Exchange(question=topic, answer="", base=topic, asked=named)
        things = with_fellows(self._memory, things, older)
        return self._asked_back(self._read(rest), older, things or named) if things or named else None

    def _asked_back(self, inner: Turn, older: Exchange, things: tuple[Thing, ...]) -> str | None:
        """What is asked on returning to things of an older exchange; None if it is complete by itself."""
        lacking = inner.subjects or pointers(inner)
        if inner.clause and not pointers(inner) and len(content_words(inner.text)) > _FEW_WORDS and not is_left_open(inner):
            return None
        if lacking and not (all(thing.is_attribute for thing in inner.subjects) and not pointers(inner)):
            past = (replace(older, asked=things, answered=(), base=f"{listed(things)}?"),)
            read = replace(self, past=past).resolve(inner)
            left = [thing for thing in things if thing.is_subject and folded(thing.text) not in folded(read)]
            return f"{listed(left)}: {read}" if len(left) == len(things) else read
        wording = attached if inner.clause else asked_of
        return wording(inner.text, things, (), language=self.language)

    def _of_documents(self, turn: Turn) -> str | None:
        told = told_of_case(turn, self.past, self.own, language=self.language)
        return told or of_documents(turn, self.past, self.own, self.lexicon, language=self.language)

    def _on_topic(self, turn: Turn) -> str | None:
        return named_alone(turn, self.past, self.own, self.lexicon, language=self.language)

    def _pushed(self, turn: Turn) -> str | None:
        told = partnered(turn, self._memory, language=self.language) or which_drug(turn, self._memory, language=self.language)
        told = told or at_site(turn, self.past[-1], language=self.language)
        told = resulted(turn, self.past, self.lexicon, language=self.language) or told
        return told or pushed(turn, self.past, language=self.language)

    def _told(self, turn: Turn) -> str | None:
        """What is told of the patient ("she's had both") is put behind the question before, pointing words resolved."""
        if turn.opening not in {"", "correction"} or not turn.is_told:
            return None
        text = self._resolved(turn, [one for one in pointers(turn) if one.kind in {"plural", "pair", "noun"}]) or turn.text
        asking = [exchange for exchange in self.past if not pattern("defining", _WHOLE).match(folded(exchange.question))]
        text = text[:1].lower() + text[1:] if turn.text[:1].islower() and text[1:2].islower() else text
        question = (asking or self.past)[-1].base
        for thing in self._read(text).things:
            question = without_clashes(question, thing, self.lexicon)
        return joined(question, text, link=": ", language=self.language)

    def _taken_whole(self, turn: Turn) -> str | None:
        """A fragment such as "X side effects" names what is asked and of what, and lacks nothing."""
        whole = ended(turn.text, language=self.language) if turn.is_whole else is_heading(turn) and self.lighter(turn)[1]
        return None if turn.clause or pointers(turn) else whole or None

    def _followed(self, turn: Turn) -> str | None:
        after = next_step(turn, self._memory, language=self.language)
        return after or given_with(turn, self.past[-1], language=self.language)

    def _paralleled(self, turn: Turn) -> str | None:
        """For "and X?" the question before with X in the place of its like, or with X put behind."""
        bare = (turn.opening == "parallel" and not turn.clause) or turn.says("opposite_asked")
        if bare and (other := opposed(turn.text, self._question, language=self.language)):
            return other
        things = [thing for thing in turn.subjects if turn.opening or not thing.is_attribute]
        things = things or [thing for thing in turn.things if thing.kind == "population"]
        if turn.clause or pointers(turn):
            return None
        if turn.is_condition:
            ground = ground_of(turn, self.past)
            return self._put_behind(turn, things[0]) if things else joined(ground, turn.text, language=self.language)
        if not things and turn.things and turn.preposition and turn.opening == "parallel":
            return self._swapped(turn)
        return self._exchanged_for(turn, things) if things else None

    def _exchanged_for(self, turn: Turn, things: Sequence[Thing]) -> str | None:
        """The question before with a fragment's things in the place of their like, or put behind it."""
        bare = not turn.extra
        if not bare and any(not thing.is_qualifier for thing in things):
            anew = on_topic(self._question, turn.text, language=self.language) if turn.opening == "parallel" else None
            return anew or in_setting(turn, self._memory, language=self.language)
        if not bare and not turn.preposition and turn.opening != "parallel":
            return None
        without = pattern("excluding", r"^(?:{})$").match(turn.preposition)
        exchanged = (
            (named_in_answer(turn, self._memory, language=self.language) or self._swapped(turn)) if bare and not without else None
        )
        if exchanged or (not turn.opening and all(thing.concept is None for thing in things)):
            return exchanged
        return self._put_behind(turn, things[0])

    def _put_behind(self, turn: Turn, new: Thing) -> str | None:
        ground = ground_of(turn, self.past)
        question = without_clashes(without_told(ground, turn.things, self._read(ground).things), new, self.lexicon)
        if len(question.split()) > _LONG_QUESTION:
            return None
        link = " " if turn.preposition else f" {self._words['for']} " if new.is_qualifier and turn.opening else ": "
        if link == ": " and turn.opening == "parallel" and self._read(self.past[-1].base).clause and not turn.extra:
            around = qualified(self._memory.qualifiers(turn), language=self.language)
            return ended(f"{self._words['about']} {stem(turn.text).lstrip('¿ ')}{around}", language=self.language)
        if link == ": " and question == self._question:
            question = self.past[-1].base
        return joined(question, turn.text, link=link, language=self.language)

    # -- words that point back, a subject that is missing ---------------------------------------------------------------

    def _pointed(self, turn: Turn) -> str | None:
        """Each word that points back replaced by what it points to."""
        found = pointers(turn)
        if not found:
            return None
        text = self._resolved(turn, found)
        chosen = re.match(r"[\s¿]*(?:which|what|cual)", folded(turn.text))
        if text is None and found[0].kind == "pair" and (turn.clause or chosen):
            return joined(self.past[-1].base, turn.text, link=": ", language=self.language)
        if text is None:
            return self._completed(turn, pointing=True) if len(content_words(turn.text)) <= _MANY_WORDS else None
        exchanged = self._exchanged(text) if turn.opening == "parallel" and not turn.clause else None
        if exchanged:
            return exchanged
        whole = any(not t.is_step for t in turn.subjects) or text.startswith(stem(self.past[-1].base))
        qualifiers = [] if whole else self._memory.qualifiers(turn, named=text)
        return attached(text, (), qualifiers, language=self.language)

    def _exchanged(self, text: str) -> str | None:
        """A fragment whose words were resolved to one thing takes the place of its like: "and of the first?"."""
        turn = replace(self._read(text), opening="parallel")
        lone = len([thing for thing in turn.subjects if not thing.is_qualifier]) == 1
        return self._paralleled(turn) if lone else None

    def _resolved(self, turn: Turn, found: Sequence[Pointer]) -> str | None:
        """The turn with what its words point to in their place; None if they point to nothing."""
        text = turn.text
        for pointer in reversed(found):
            things = () if pointer.kind == "determiner" else self._memory.meant_by(pointer, turn)
            if things and things[0].kind == PHRASE and not turn.clause:
                return joined(self.past[-1].base, turn.text, link=": ", language=self.language)
            if not things and pointer.kind == "pair" and turn.clause:
                text = which_of_class(pointer, text, self._memory)
            if things:
                things = which_class(pointer, things, self._memory) or things
                text = put_for(pointer, turn, text, things, language=self.language)
        return text if text != turn.text else None

    def _paired(self, turn: Turn) -> str | None:
        return paired(turn, self._memory, language=self.language) or set_against(turn, self._memory, language=self.language)

    def _completed(self, turn: Turn, *, pointing: bool = False) -> str | None:
        """A turn without a subject of its own gets the one in focus."""
        if not pointing and is_complete(turn):
            return None
        things, qualifiers = self._memory.focus(turn, pointing=pointing)
        things = in_place_of_lesser(things, self.past, self.own)
        things = tuple(thing for thing in things if folded(thing.text) not in folded(turn.text))
        own = any(not thing.is_step for thing in turn.subjects)
        if not (things or qualifiers) or (own and not (things and things[0].is_treatment)):
            return None
        if turn.clause or pointing:
            return attached(turn.text, things, qualifiers, language=self.language)
        if not any(thing.is_treatment for thing in things) and (alone := self._on_topic(turn)):
            return alone
        ground = ground_of(turn, self.past) if turn.preposition else self.past[-1].base
        return fragment_on(turn, things, qualifiers, base=self.past[-1].base, ground=ground, language=self.language)

    def _of_patient(self, turn: Turn) -> str | None:
        """A question about "her" or "him", or with "also" or "no … then", is about the patient of the question before."""
        flat = folded(turn.typed)
        leaning = turn.clause and any(pattern(key).search(flat) for key in ("patient", "leaning", "further"))
        if not leaning and not (pattern("denying", r"^\W*(?:{})\b").match(flat) and turn.things):
            return None
        told = [thing for thing in self._memory.qualifiers(turn) if thing.kind == "population" and not thing.is_step]
        told = told or self._memory.patients(turn)
        return attached(turn.text, (), told, language=self.language) if told else None

    def _around(self, turn: Turn) -> str | None:
        last, memory = self.past[-1], self._memory
        drilled = drilled_into(turn, memory, language=self.language) or attended(turn, last, language=self.language)
        return drilled or is_there(turn, memory, language=self.language)

    def _hung(self, turn: Turn) -> str | None:
        return hung(turn, self.past, language=self.language)
