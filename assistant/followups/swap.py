"""The question before with one value exchanged: "X in premenopausal women" + "and postmenopausal?". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.followups.ellipsis import Turn, folded, read_turn
from assistant.followups.grammar import is_many
from assistant.followups.naming import named_things
from assistant.followups.phrasing import ended, lowered, replaced, stem
from assistant.question.dictated import spoken_span
from assistant.question.focus import NAME, Exchange, Thing, pattern, related, tokens, words
from assistant.words.lexicon import Lexicon

_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_LONGEST_SAME = 6
_ARTICLE, _VOWELS = re.compile(r"\b(an?|una?)\s+$", re.IGNORECASE), "aeio"
_PARTICIPLE = re.compile(r"^[a-z]+(?:ed|en) ")


def swapped(turn: Turn, question: str, lexicon: Lexicon, *, names: frozenset[str], language: str) -> str | None:
    """The question with the turn's things in the place of their like; None if one of them has no place there."""
    old = read_turn(question, lexicon, names=names).things
    text = question
    groups = _groups(turn, lexicon)
    # What the question names already stays where it is: "X for A?" + "and X for B?" exchanges A.
    kept = {thing.key for group, _ in groups for thing in group} & {thing.key for thing in old}
    fresh = [one for one in groups if not all(thing.key in kept for thing in one[0])]
    if fresh and kept:
        groups, old = fresh, tuple(thing for thing in old if thing.key not in kept)
    if len(groups) > 1 and all(group[0].kind == "population" for group, _ in groups):
        groups = _as_one(groups, old, question, turn, lexicon)
    for group, wording in groups:
        target = _target(group[0], old, question, turn, lexicon)
        if target is None or (_is_verb(target, question) and not _is_verb(group[0], turn.text)):
            return None
        named = group[0].kind == "drug" and target.kind != "drug"
        text = _exchange(text, _with_denied(target, question), _kept(target, group[0], lexicon, wording), named=named)
        for thing in group:
            text = without_clashes(text, thing, lexicon, kept=wording)
    return ended(text, language=language) if groups else None


def without_same(turn: Turn, lexicon: Lexicon, *, names: Collection[str] = ()) -> Turn:
    """A fragment without "- same?" at its end, as one that opens with "and"; any other turn as it is."""
    same = pattern("trailing_same", "(?:{})").search(folded(turn.text))
    bare = turn.text[: same.start()] if same and turn.opening in {"", "parallel", "correction"} else ""
    if not bare or len(bare.split()) > _LONGEST_SAME or pattern("verbs").search(folded(bare)):
        return turn
    things = named_things(bare, lexicon, names=names)
    return replace(turn, text=bare, opening=turn.opening or "parallel", things=things, clause=False)


def _groups(turn: Turn, lexicon: Lexicon) -> list[tuple[list[Thing], str]]:
    """The turn's things, those of one family in a row taken together with the words between them: "X or Y"."""
    groups: list[list[Thing]] = []
    for thing in turn.subjects or turn.things:
        last = groups[-1][-1] if groups else None
        between = folded(turn.text[last.end : thing.start]) if last else ""
        joined = last is not None and bool(pattern("connectors", r"^\s*(?:{})\s*$").match(between))
        if joined and last is not None and last.kind == thing.kind and (thing.concept is None or related(last, thing, lexicon)):
            groups[-1].append(thing)
        else:
            groups.append([thing])
    return [(g, lowered(g[0]) if len(g) == 1 else turn.text[g[0].start : g[-1].end]) for g in groups]


def _as_one(
    groups: list[tuple[list[Thing], str]], old: Sequence[Thing], question: str, turn: Turn, lexicon: Lexicon
) -> list[tuple[list[Thing], str]]:
    """Patients told by more than one mark, as one wording where only some of the marks have a like in the question."""
    placed = [group for group, _ in groups if _target(group[0], old, question, turn, lexicon) is not None]
    if not placed or len(placed) == len(groups):
        return groups
    whole = turn.text[groups[0][0][0].start : groups[-1][0][-1].end]
    return [([*placed[0], *(thing for group, _ in groups if group is not placed[0] for thing in group)], whole)]


def _target(new: Thing, old: Sequence[Thing], question: str, turn: Turn, lexicon: Lexicon) -> Thing | None:
    """What of the question gives way: the same axis first, then the same family, then the same kind."""
    others = [thing for thing in old if thing.key != new.key and not (thing.is_treatment and _is_past(thing, question))]
    axis = new.concept.axis if new.concept else None
    parallel = turn.opening != ""
    names = [thing for thing in others if thing.kind == NAME]
    alike: list[Callable[[Thing], bool]] = [
        lambda thing: bool(axis and thing.concept and thing.concept.axis == axis),
        lambda thing: excluded(thing, new, lexicon),
        lambda thing: turn.opening == "correction" and _same_patients_in_part(thing, new, lexicon),
        lambda thing: thing.kind == new.kind and related(thing, new, lexicon),
        lambda thing: bool(turn.preposition) and thing.kind == new.kind and _stands_after(question, thing, turn.preposition),
        lambda thing: parallel and thing.is_treatment and _stands_after(question, thing, turn.preposition or " "),
        lambda thing: parallel and thing.kind == new.kind and new.kind not in {"population", NAME, "side effect"},
        lambda thing: not turn.clause and thing.kind == new.kind and new.kind in words()["examined_kinds"] and not turn.extra,
        lambda thing: parallel and thing.is_treatment and new.is_treatment,
        lambda thing: parallel and new.kind == NAME and names == [thing],
        lambda thing: bool(_YEAR.match(new.text) and _YEAR.match(thing.text)),
    ]
    asked_from = spoken_span(question)[0]
    for test in alike:
        found = [thing for thing in others if test(thing)]
        found = [thing for thing in found if thing.start >= asked_from] or found
        if found:
            return found[-1] if turn.preposition else _head(found, question)
    return None


def _head(found: Sequence[Thing], question: str) -> Thing:
    """The first thing, or what it only tells the kind of: of "a chest scan" the scan, in whose place its like stands."""
    head = found[0]
    for thing in found[1:]:
        head = thing if head.kind == thing.kind and question[head.end : thing.start] == " " else head
    return head


def _is_verb(thing: Thing, text: str) -> bool:
    """Whether a thing is told by a verb ("they operate", "to operate"), in whose place no noun can stand."""
    before = folded(text[: thing.start]).rstrip()
    return not thing.is_qualifier and bool(pattern("doers", r"(?<![\w'])(?:{})$").search(before))


def _is_past(thing: Thing, question: str) -> bool:
    """Whether a treatment was given before what is asked: "progressed on X", "after X": another one doesn't take its place."""
    clause = re.split(r"[.;:?]\s", folded(question[: thing.start]))[-1]
    later = re.split(r"[.;:?,]\s", folded(question[thing.end :]), maxsplit=1)
    return bool(pattern("past_given").search(clause)) and len(later) > 1 and bool(later[1].strip())


def _stands_after(question: str, thing: Thing, preposition: str) -> bool:
    return folded(question[: thing.start]).rstrip().endswith(f" {preposition}")


def _kept(target: Thing, new: Thing, lexicon: Lexicon, wording: str) -> str:
    """The new wording, with what of the old value stays: "A-negative/B-positive" + "A-positive" keeps B-positive."""
    if target.concept is None or target.kind != "population":
        return wording
    implied = lexicon.implied({target.key}) - {target.key}
    said = folded(target.text)
    parts = [lexicon.concepts[one] for one in sorted(implied) if not lexicon.excludes({one}, {new.key})]
    staying = [part.name for part in parts if any(folded(wording) in said for wording in part.wordings)]
    if staying and len(staying) < len(implied):
        return " ".join((*staying, wording))
    participle = _PARTICIPLE.match(target.text)
    return f"{participle.group()}{wording}" if participle else wording


def _exchange(text: str, old: str, new: str, *, named: bool) -> str:
    """The new in the old one's place; an article before it gives way to a name, and else suits it."""
    start = text.lower().find(old.lower())
    if start < 0:
        return text
    article = _ARTICLE.search(text[:start])
    if article and (named or (is_many(new) and new[:1].islower())):
        return replaced(text, article.start(), start + len(old), new)
    if article and article.group(1).lower() in {"a", "an"} and new[:1].islower():  # abbreviations are spoken as they please
        new = f"{'an' if new[0] in _VOWELS else 'a'} {new}"
        return replaced(text, article.start(), start + len(old), new)
    return replaced(text, start, start + len(old), new)


def excluded(one: Thing, other: Thing, lexicon: Lexicon) -> bool:
    """Whether two populations can't be the same patients."""
    return one.kind == other.kind == "population" and lexicon.excludes({one.key}, {other.key})


def _with_denied(target: Thing, question: str) -> str:
    """A person's wording with what the question denies of her: no man in the place of a woman is a "non-pregnant" one."""
    axis = target.concept.axis if target.concept else None
    denied = re.search(r"\bnon-?\w+\s+$", question[: target.start]) if axis in words()["person_axes"] else None
    return f"{denied.group()}{target.text}" if denied else target.text


def _same_patients_in_part(one: Thing, other: Thing, lexicon: Lexicon) -> bool:
    """Whether one population is a part of the other: a correction means one of them, never both."""
    if not one.kind == other.kind == "population":
        return False
    return other.key in lexicon.implied({one.key}) or one.key in lexicon.implied({other.key})


def without_clashes(text: str, new: Thing, lexicon: Lexicon, *, kept: str = "") -> str:
    """The text without populations that can't be those of the new one."""
    for thing in reversed(read_turn(text, lexicon).things):
        if thing.text not in kept and thing.text != new.text and excluded(thing, new, lexicon):
            text = _tidied(_without(thing, text))
    return text


def _without(thing: Thing, text: str) -> str:
    """The text without a thing, nor what is told of just that: of "X in a woman who isn't Y" not "X in a who isn't Y" stays."""
    before, after = text[: thing.start], text[thing.end :]
    told = re.match(r"\s+(?:who|whose)\b[^,;:?.]*", after)
    if told is None:
        return before + after
    return re.sub(r"\s*\b(?:in|for|with|of|to)\s+(?:(?:an?|the|my|her|his)\s+)?$", "", before) + after[told.end() :]


def unhung(turn: Turn, last: Exchange, lexicon: Lexicon) -> str:
    """The question before, without a fragment hung on it that asked for the turn's like: "tests for X: which Ys?" + "Zs?"."""
    base, kinds = stem(last.base), {thing.kind for thing in turn.subjects} & words()["examined_kinds"]
    fragment = last.question[len(base) :] if last.question.lower().startswith(f"{base}: ".lower()) else ""
    return f"{base}?" if any(thing.kind in kinds for thing in read_turn(fragment, lexicon).things) else last.question


def opposed(fragment: str, question: str, *, language: str) -> str | None:
    """The question with an adjective's opposite, which the fragment names or asks for: "good signs?" + "and the bad ones?"."""
    pairs = [pair.split("/") for pair in words()["opposites"]]
    flat, asked = folded(fragment), folded(question)
    if pattern("opposite_asked", r"^[\s¿]*(?:{})[\s?.!]*$").match(flat):
        return _turned_round(question, asked, pairs, language=language)
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            new, old = (re.search(rf"\b(?:{form})\b", text) for form, text in ((one, flat), (other, asked)))
            rest = tokens(flat[: new.start()] + flat[new.end() :]) if new else []
            bare = all(word in words()["stopwords"] or re.search(rf"\b{re.escape(word)}\b", asked) for word, _, _ in rest)
            if new and old and bare and not re.search(rf"\b(?:{one})\b", asked):
                return ended(replaced(question, old.start(), old.end(), fragment[new.start() : new.end()]), language=language)
    return None


def _turned_round(question: str, asked: str, pairs: Sequence[Sequence[str]], *, language: str) -> str | None:
    """The question with the one adjective that has an opposite turned round; None if it has none, or both."""
    for pair in pairs if language == "en" else reversed(pairs):  # "favorable" is a word of both, the last pairs are Spanish
        for one, other in (pair, pair[::-1]):
            old = re.search(rf"\b(?:{one})\b", asked)
            if old and not re.search(rf"\b(?:{other})\b", asked):
                forms, turned = one.split("|"), other.split("|")
                place = next(at for at, form in enumerate(forms) if re.fullmatch(form, old.group()))
                new = re.sub(r"\w\?", "", turned[min(place, len(turned) - 1)])
                return ended(replaced(question, old.start(), old.end(), new), language=language)
    return None


def without_denied(question: str, denied: str, read: Callable[[str], Turn]) -> str:
    """The question without the patients that a correction denies ("there's no X"); empty if it names none of them."""
    said = {word for word, _, _ in tokens(denied)} - words()["stopwords"]
    for thing in reversed(read(question).things):
        if thing.kind == "population" and said & {word for word, _, _ in tokens(thing.text)}:
            return _tidied(question[: thing.start] + question[thing.end :])
    return ""


def _tidied(text: str) -> str:
    """A text out of which something was taken, without the commas and blanks that stood around it."""
    text = re.sub(r"\s{2,}", " ", text)
    text = re.sub(r"\b(in|for|with|and|en|con|para|y)\s*,\s*", r"\1 ", text)
    return re.sub(r"^[\s,;]+|,(?=\s*,)|\s+(?=,)", "", text)
