"""A follow-up and its conversation in, a standalone question out: without a language model, by what the turn lacks.

Each turn of the user is read in its turn, so that "and the other one?" after "and the dose?" still finds the drug asked for
first. A turn that names its own subject in a clause of its own is left as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answers import Question, StandaloneQuestion, Turn
from assistant.display.phrases import phrases
from assistant.followups.about import LIBRARY_KINDS, read_about
from assistant.followups.another import since_another, tells_of_another
from assistant.followups.clipped import in_full
from assistant.followups.complete import is_of_another_world, stands_alone
from assistant.followups.ellipsis import Turn as ReadTurn
from assistant.followups.ellipsis import read_turn
from assistant.followups.grammar import without_tail
from assistant.followups.likened import as_class
from assistant.followups.listing import is_declined, is_passed_over
from assistant.followups.naming import named_things, proper_names
from assistant.followups.offered import offered
from assistant.followups.on_topic import keeps_to_topic, leans_on_topic
from assistant.followups.own_subjects import NONE_OWN, OwnSubjects
from assistant.followups.phrasing import joined, listed, qualified, stem
from assistant.followups.resolve import Resolver
from assistant.question.focus import Exchange, Thing, bare_answer, lead, pattern, words
from assistant.urgency.smalltalk import read_smalltalk
from assistant.words.language import LANGUAGES, detect_language, fold
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import WORD, content_stems
from ingest.documents import Source

__all__ = ["condense", "remember"]

_REMEMBERED = 8
_LONGEST_TOPIC, _FEW_WORDS = 8, 3


def condense(
    question: Question,
    *,
    lexicon: Lexicon,
    corpus_terms: Collection[str] = (),
    sources: Sequence[Source] = (),
    spoken_of: Callable[[str, str], bool] = lambda _stem, _language: True,
    own: OwnSubjects = NONE_OWN,
) -> StandaloneQuestion:
    """The question as it reads without the conversation; as typed, and ``rewritten`` false, if nothing is missing.

    ``corpus_terms`` are ids of concepts that every document is about: they are never what a turn points to. ``sources``
    tell questions about the documents from questions to them: nothing is read against the former. ``spoken_of`` tells whether
    the documents have a stem in a language: a full question in words that they don't have is no follow-up. ``own`` is what
    documents of other fields than the lexicon's speak of.
    """
    language = _language(question, spoken_of)
    text = question.text.strip()
    of_another = tells_of_another(text, lexicon=lexicon)
    past, names = (
        ((), frozenset())
        if of_another
        else remember(question.history, lexicon, background=corpus_terms, sources=sources, own=own)
    )
    read = read_turn(in_full(text, past[-1].question, lexicon) if past else text, lexicon, names=names)
    resolver = Resolver(lexicon=lexicon, past=past, names=names, language=language, background=frozenset(corpus_terms), own=own)
    about = read_about(question, sources)
    elsewhere = bool(past) and is_of_another_world(read, language=language, spoken_of=spoken_of)
    whole = elsewhere or read_smalltalk(text, talking=bool(past)) is not None or _names_its_subject(text)
    if whole:
        standalone = text
    elif about is not None:
        of_answer = past and about.kind not in LIBRARY_KINDS and not about.source_ids
        asked = past[-1].question if past else ""
        standalone = joined(asked, text, link=": ", language=detect_language(asked)) if of_answer else text
    else:
        standalone = resolver.resolve(read) if past and text else text
        standalone = as_class(standalone, lexicon=lexicon, language=language)
    if _bare(standalone) == _bare(text):  # a capital or a question mark is no other reading
        standalone = text
    found = StandaloneQuestion(text=standalone, rewritten=standalone != text, language=language)
    if not past or whole or about is not None or stands_alone(read, background=corpus_terms) or resolver.exchanges(read):
        return found
    said = (_words_of(turn) and turn.content for turn in reversed(question.history) if turn.role == "assistant")
    found = replace(found, before=past[-1].question, answered=next(filter(None, said), ""), words=len(text.split()))
    about_them = own.talked_of(past).sources
    if about_them and (leans_on_topic(read, found.rewritten) or keeps_to_topic(read, own.words_in(about_them), own)):
        found = replace(found, within=about_them, offered=offered(read))
    return _with_lighter(found, read, resolver) if found.rewritten else found


def _with_lighter(found: StandaloneQuestion, turn: ReadTurn, resolver: Resolver) -> StandaloneQuestion:
    """The standalone question with its lighter readings: the turn alone, and with the patients talked about."""
    alone, of_patients = resolver.lighter(turn)
    return replace(found, alone=alone, of_patients="" if of_patients == alone else of_patients)


def _bare(text: str) -> str:
    return text.casefold().strip("¿?¡!. ")


def _names_its_subject(text: str) -> bool:
    """True for "What do the documents say about X?", the wording of the suggestions: X is a heading, and all that is asked."""
    for language in ("en", "es"):
        opening = phrases(language).ask_about.partition("{")[0].casefold()
        subject = text.casefold().removeprefix(opening)
        if len(subject) < len(text) and len(content_stems(subject, language)) > 1:
            return True
    return False


def _language(question: Question, spoken_of: Callable[[str, str], bool]) -> str:
    if question.language in LANGUAGES:
        return question.language
    language = LANGUAGES[0]
    for text in (*(turn.content for turn in question.history if turn.role == "user"), question.text):
        told = {detect_language(text, default=default) for default in LANGUAGES}
        language = told.pop() if len(told) == 1 else _language_by_words(text, spoken_of, default=language)
    return language


def _language_by_words(text: str, spoken_of: Callable[[str, str], bool], *, default: str) -> str:
    """The language whose documents have more words of a text that the other's haven't: keywords have nothing else to tell."""
    typed = [word for word in WORD.findall(text) if all(content_stems(word, one) for one in LANGUAGES)]
    known = {one: {word for word in typed if any(spoken_of(s, one) for s in content_stems(word, one))} for one in LANGUAGES}
    own = {one: len(known[one].difference(*(known[other] for other in LANGUAGES if other != one))) for one in LANGUAGES}
    most = [one for one in LANGUAGES if own[one] == max(own.values())]
    return most[0] if len(most) == 1 else default


def remember(
    history: Sequence[Turn],
    lexicon: Lexicon,
    *,
    background: Collection[str] = (),
    sources: Sequence[Source] = (),
    own: OwnSubjects = NONE_OWN,
) -> tuple[tuple[Exchange, ...], frozenset[str]]:
    """The exchanges so far, each question as it was read, and the names met on the way, folded.

    Small talk, questions about the answer or the documents, and empty turns are left out; an answer without a question
    before it counts for the question before.
    """
    recent = since_another(history[-2 * _REMEMBERED :], lexicon=lexicon)
    names = frozenset(
        fold(name) for turn in recent for name, _, _ in proper_names(_words_of(turn)) if not lexicon.mentions(name, typed=True)
    )
    exchanges: list[Exchange] = []
    talking = False
    for position, turn in enumerate(recent):
        text = _words_of(turn).strip()
        if turn.role == "user":
            asked = Question(text=text, history=tuple(recent[:position]))
            small = read_smalltalk(text, talking=bool(exchanges)) is not None
            talking = not text or small or read_about(asked, sources) is not None
            if not talking:
                exchanges.append(_asked(text, tuple(exchanges), names, lexicon, background, own))
        elif exchanges and not talking and not text and turn.content.strip():
            exchanges[-1] = replace(exchanges[-1], refused=True)
        elif text and exchanges and not talking:
            answer = lead(f"{exchanges[-1].answer}\n{text}".strip())
            answered = _foreground(named_things(answer, lexicon, names=names, typed=False), background)
            exchanges[-1] = replace(exchanges[-1], answer=answer, answered=answered, cited=own.cited_by(turn.content))
    return tuple(exchanges), names


def _asked(
    text: str,
    past: tuple[Exchange, ...],
    names: frozenset[str],
    lexicon: Lexicon,
    background: Collection[str],
    own: OwnSubjects,
) -> Exchange:
    language = detect_language(text)
    resolver = Resolver(lexicon=lexicon, past=past, names=names, language=language, background=frozenset(background), own=own)
    read = read_turn(in_full(text, past[-1].question, lexicon) if past else text, lexicon, names=names)
    pushed = past and (read.says("why") or read.says("more"))
    standalone = past[-1].question if pushed else resolver.resolve(read) if past else read.text
    asked = named_things(standalone, lexicon, names=names, phrases=True)
    of_patient = read.is_told or pattern("result_told", r"^[\s\"'(]*(?:{})\b").match(fold(text))
    if of_patient and pattern("ruled_out").search(fold(text)):
        out = {thing.key for thing in read.things if thing.is_treatment}
        asked = tuple(thing for thing in asked if thing.key not in out)
    asked = tuple(thing for thing in asked if not (thing.is_treatment and is_declined(text, thing)))
    asked = tuple(sorted(asked, key=lambda thing: is_passed_over(standalone, thing)))
    put_in = {thing.key for thing in read.things if thing.is_treatment}
    if put_in and read.opening == "parallel" and not read.clause:  # is nearer than what stood there
        asked = tuple(sorted(asked, key=lambda thing: thing.is_treatment and thing.key not in put_in))
    hung = bool(past) and standalone.lower().startswith(f"{stem(past[-1].base)}: ".lower())
    if hung and not pattern("comparing", r"^[\s¿]*{}").match(fold(text)):  # what the turn itself names is nearer
        asked = tuple(sorted(asked, key=lambda thing: thing.start < len(stem(past[-1].base))))
    base = past[-1].base if hung else _bare_topic(standalone, read, asked)
    told = (hung and "?" not in text and not read.clause) or read.is_told
    return Exchange(question=standalone, answer="", base=base, asked=_foreground(asked, background), told=told)


def _bare_topic(standalone: str, turn: ReadTurn, asked: Sequence[Thing]) -> str:
    """Of "How long is X given?", made of the turn "how long?", the topic X: the next fragment is asked of X as well."""
    topic, _, fragment = standalone.partition(": ")
    treated = [thing for thing in asked if thing.is_treatment and thing.is_subject]
    typed = without_tail(stem(turn.text)).lower()
    bare = not any(thing.is_subject and not thing.is_attribute for thing in turn.things)
    spelled = typed not in standalone.lower() or re.match(rf"what (?:is|are) the {re.escape(typed)} of ", standalone.lower())
    if bare and not turn.clause and len(typed.split()) <= _FEW_WORDS and treated and spelled:
        language = detect_language(standalone)
        joint = words()["linking"][language]["and"]
        around = qualified([thing for thing in asked if thing.is_qualifier], language=language)
        return f"{listed(treated, joint=joint)}{around}?"
    whole = any(thing.start == 0 for thing in asked) and len(topic.split()) <= _LONGEST_TOPIC
    return f"{topic}?" if whole and stem(fragment).lower() == typed else standalone


def _words_of(turn: Turn) -> str:
    """What a turn says; of an answer that none was found, nothing: what it names is not what it is about."""
    if turn.role != "assistant":
        return turn.content
    refused = any(turn.content.lstrip().startswith(phrases(language).not_answered) for language in ("en", "es"))
    return "" if refused else bare_answer(turn.content)


def _foreground(things: tuple[Thing, ...], background: Collection[str]) -> tuple[Thing, ...]:
    return tuple(thing for thing in things if thing.key not in background)
