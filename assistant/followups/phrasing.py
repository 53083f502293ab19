"""How a standalone question is worded: a word replaced, a thing put in, a fragment joined to the question before. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.followups.ellipsis import folded, last_sentence
from assistant.followups.grammar import is_many, without_tail
from assistant.question.focus import Thing, pattern, tokens, words
from assistant.words.language import fold

_ENDING = re.compile(r"[\s?.!…:;,]+$")
_LONGEST = 4
_SHORT = 3
_BRIDGE = 2
_PERSON = re.compile(r"\b(?:i|we|you|he|she|they)\b")
_PLAIN_WORD = r"(?!(?:with|in|for|and|or|of|to|on|from|no|not|at|by|as|but|de|con|en|y|o|sin|para)\b)[a-z]+"


def stem(question: str) -> str:
    """A question without its end mark."""
    return _ENDING.sub("", question.strip()).strip()


def ended(text: str, *, language: str = "en") -> str:
    """A text that ends as a question and opens with a capital, also behind the mark that opens a Spanish question."""
    text = stem(text).lstrip()
    text = f"¿{_capital(text[1:])}" if text.startswith("¿") else text
    if language == "es" and not text.startswith("¿") and "¿" not in text:
        text = f"¿{text[:1].upper()}{text[1:]}"
    return _capital(text) + "?"


def _capital(text: str) -> str:
    """A text with a capital at its head, unless its first word has one further in ("mTOR")."""
    plain = text[:1].islower() and text[1:2].islower()
    return text[:1].upper() + text[1:] if plain else text


def listed(things: Sequence[Thing], *, joint: str = "and") -> str:
    """Things as a list: "a, b and c"; each wording once."""
    texts = list(dict.fromkeys(_as_class(thing) for thing in things))
    if len(texts) < 2:  # noqa: PLR2004
        return "".join(texts)
    sound = fold(texts[-1])
    joint = "e" if joint == "y" and re.match(r"h?i(?!e)", sound) else "u" if joint == "o" and re.match(r"h?o", sound) else joint
    return f"{', '.join(texts[:-1])} {joint} {texts[-1]}"


def _as_class(thing: Thing) -> str:
    """A thing's wording; a class of things that are counted in the plural, where it stands for all of them."""
    text = lowered(thing)
    named = thing.concept is not None and thing.concept.name.lower().endswith(text.lower())
    counted = named and thing.kind == "drug class" and re.search(r"[a-z]{3,}(?:or|(?<!m)ent|ist|ate|ane|ine|log|ker)$", text)
    return f"{text}s" if counted else text


def lowered(thing: Thing) -> str:
    """A thing's wording, without the capital of a line that it opened."""
    text = thing.text.strip()
    name = thing.concept.name if thing.concept is not None else ""
    leads = pattern("prepositions", r" (?:{})$").search(fold(text))  # "failure of", of what isn't said
    if name and (leads or text.lower() == name.lower() or _is_verb_of(text, name)):
        return name
    if name and (pattern("owned").search(fold(text)) or _is_told_by_verb(thing)):
        return name
    if thing.concept is None or not text[1:2].islower():
        return text
    small = text[:1].lower() + text[1:]
    common = name[:1].islower() and name.lower().startswith(text.lower().rstrip("s")[:5])
    common = common or any(small.rstrip("s") == wording.rstrip("s") for wording in thing.concept.wordings)
    return text[:1].lower() + text[1:] if common else text


def _is_verb_of(text: str, name: str) -> bool:
    """Whether a wording is the verb of a name: "resect" of "resection"."""
    return fold(name).rpartition(" ")[2] in {fold(text).rstrip("e") + ending for ending in ("ion", "ation", "ition")}


def _is_told_by_verb(thing: Thing) -> bool:
    """Whether a thing's wording is a verb where it was named: "they operate", "resect the primary"."""
    before = folded(thing.within[: thing.start]).rstrip()
    acted = pattern("doers", r"(?<![\w'])(?:{})$").search(before) or re.match(r"\w+(?<!ing) the ", folded(thing.text))
    return bool(acted) and not thing.is_qualifier and not thing.is_treatment


def replaced(text: str, start: int, end: int, new: str) -> str:
    """``text`` with ``text[start:end]`` exchanged; a capital at the start stays one."""
    before = text[:start]
    if not before.strip(" ¿") and new[:1].islower() and new[1:2].islower():
        new = new[:1].upper() + new[1:]
    return before + new + text[end:]


def joined(question: str, fragment: str, *, link: str = " ", language: str = "en") -> str:
    """A fragment put behind the question before: "How is X treated" + "if premenopausal"."""
    if pattern("subsequent").search(folded(fragment)):
        question = without_initial(question, language=language)
    fragment = re.sub(
        r"^(?:what|y) (?=if\b|si\b)", "", without_tail(stem(fragment), fewest=_SHORT).lstrip("¿¡ "), flags=re.IGNORECASE
    )
    if pattern("prepositions", r"^(?:{})\b").match(folded(fragment)) or fold(fragment.split(" ")[0]) in words()["stopwords"]:
        fragment = fragment[:1].lower() + fragment[1:]
    return ended(f"{stem(question)}{link}{fragment}", language=language)


def without_initial(question: str, *, language: str = "en") -> str:
    """A question without "first", "initially" and the like: what follows asks for a later step."""
    flat = folded(question)
    for match in reversed(list(pattern("initial", r"\s*(?:\bas )?\b(?:{})\b(?! and)").finditer(flat))):
        if not question[: match.start()].strip(" ¿"):
            question = _treatment_at_head(question, match.start(), match.end(), language)
        else:
            subject = " next" if re.search(r"^[\s¿]*what(?:'s|s| is| comes)(?: the)?$", flat[: match.start()]) else ""
            question = question[: match.start()] + subject + question[match.end() :]
    return question


def _treatment_at_head(question: str, start: int, end: int, language: str) -> str:
    """A question that opens with its step ("first line for X", "first-line options for X") without that step."""
    flat = folded(question[end:])
    of_noun = re.match(r"\s*(?:de )?(?=[a-z])", flat)
    if of_noun and not (of_noun.group().strip() == "" and pattern("prepositions", r"\s*(?:{})\b").match(flat)):
        return replaced(question, start, end + of_noun.end(), "")
    forms = words()["linking"].get(language, words()["linking"]["en"])
    return replaced(question, start, end, forms["treatment"])


def on_topic(question: str, topic: str, *, language: str) -> str | None:
    """Another topic in a question of the form "X: attribute?"; None for a question of another form."""
    match = re.match(r"^[^:?]+: ([^:?]+)\?*$", question.strip())
    if not match or not pattern("attributes").fullmatch(folded(match.group(1).strip())):
        return None
    return ended(f"{stem(topic)}: {match.group(1).strip()}", language=language)


def without_told(question: str, new: Sequence[Thing], old: Sequence[Thing]) -> str:
    """A question without what was told before it, where the told names a treatment and the new condition another one."""
    start = last_sentence(question)
    before = [thing for thing in old if thing.end <= start]
    told = any(thing.is_treatment for thing in before) and not any(t.kind == "population" and t.is_subject for t in before)
    return question[start:] if told and any(thing.is_treatment for thing in new) else question


def attached(question: str, things: Sequence[Thing], qualifiers: Sequence[Thing], *, language: str) -> str:
    """A question of its own verb, with what it is about put behind: "What was the survival" + "with X" + "in Y"."""
    text = without_tail(stem(question))
    if things and (language == "es" or not (things[0].is_treatment or things[0].is_qualifier)):
        behind = qualified(qualifiers, language=language)
        asked = f"¿{text.lstrip()}" if language == "es" and "¿" not in text else text.lstrip()
        return _capital(f"{listed(things, joint=_joint(language))}: {asked}{behind}?")
    if things and len(things) == 1 and pattern("compared_open").search(folded(text)):
        return ended(f"{text} than {listed(things)}" + qualified(qualifiers, language=language), language=language)
    if things:
        left_open = text.endswith("ing") and pattern("left_open", r"\b(?:{})$").search(folded(text))
        link = "" if left_open else f" {_joint_to(text, things, language)}"
        text += f"{link} {listed(things)}"
    behind = qualified(qualifiers, language=language)
    if behind.startswith(" for ") and text.endswith(" for"):
        behind = f" in {behind[5:]}"
    return ended(text + behind, language=language)


def _joint_to(text: str, things: Sequence[Thing], language: str) -> str:
    """What joins a question to its things: "side effects of X", "difference between X and Y", "what else besides X"."""
    flat = folded(text)
    if pattern("besides").search(flat):
        return "besides"
    if len(things) > 1 and re.search(r"\bdifferences?$", flat):
        return "between"
    return "of" if pattern("attributes", r"\b(?:{})$").search(flat) else _link(things[0], language, flat)


def qualified(qualifiers: Sequence[Thing], *, language: str) -> str:
    """Qualifiers as a phrase: " for one site", " in ABC-positive disease"; empty for none."""
    if not qualifiers:
        return ""
    if place := _as_place(qualifiers, language):
        return place
    pieces = [text] if (text := _as_told(qualifiers)) else list(dict.fromkeys(_as_phrase(t, language) for t in qualifiers))
    behind = [piece for piece in pieces if len(pieces) > 1 and pattern("trailing", r"\b(?:{})\b").search(folded(piece))]
    text = " ".join(piece for piece in pieces if piece not in behind)
    patients = language == "en" and all(thing.kind == "population" for thing in qualifiers)
    if patients and pattern("adjectives", r"(?:{})$").search(folded(text)):
        text += " patients"
    text = " ".join((text, *behind)).strip()
    foreign = language == "en" and folded(text).startswith("de ")  # "de novo"
    if pattern("prepositions", r"^(?:{})\b").match(folded(text)) and not foreign:
        return f" {text}"
    return f" {_link(qualifiers[0], language)} {text}"


def _as_told(qualifiers: Sequence[Thing]) -> str:
    """Qualifiers that stood together, in the words of the question that told them: "the X in my Y"; else empty."""
    within = qualifiers[0].within
    ordered = sorted(qualifiers, key=lambda thing: thing.start)
    same = all(thing.within == within and within[thing.start : thing.end] == thing.text for thing in ordered)
    if not same or any(thing.is_step for thing in ordered) or not all(map(_is_bridge, _gaps(ordered, within))):
        return ""
    first, end = ordered[0], ordered[-1].end
    spot = rf"\s+{_PLAIN_WORD}\s+(?:{words()['spots']})\b"
    tail = re.match(rf"\s+(?:{words()['tails']})\b|{spot}", folded(within[end:]))
    article = re.search(r"\b(?:the|my|her|his|el|la|los|las|un|una)\s+$", within[: first.start]) if len(ordered) > 1 else None
    opening = within[article.start() : first.end] if article else lowered(first)
    return opening + within[first.end : end + (tail.end() if tail else 0)]


def _as_place(qualifiers: Sequence[Thing], language: str) -> str:
    """A plain organ as where the disease is: "disease in the X"."""
    organ = qualifiers[0] if len(qualifiers) == 1 and qualifiers[0].kind == "site" else None
    if organ and (" " in organ.text or pattern("tails").search(folded(organ.text))):
        return ""
    return f" with disease in the {lowered(organ)}" if organ and language == "en" else ""


def _gaps(ordered: Sequence[Thing], within: str) -> list[str]:
    return [within[left.end : right.start] for left, right in pairwise(ordered)]


def _is_bridge(gap: str) -> bool:
    """Whether the words between two qualifiers join them: at most two, none of which begins a clause."""
    flat = folded(gap)
    breaks = re.search(r"[.;:?!]|\b(?:but|pero|who)\b", flat) or any(pattern(key).search(flat) for key in ("verbs", "agents"))
    return len(tokens(gap)) <= _BRIDGE and not breaks


def _as_phrase(thing: Thing, language: str) -> str:
    """A qualifier's wording; a step told by a verb ("stops working") under its name, which stands behind a question."""
    acts = pattern("acting", r"^(?:{})\b").match(folded(thing.text))
    if acts and thing.kind == "population" and thing.concept is not None and not thing.is_step:
        return thing.concept.called(language)
    told = thing.concept is not None and thing.kind == "population" and thing.is_step and language == "en"
    named = thing.concept.name if told and thing.concept is not None else ""
    return named if pattern("prepositions", r"^(?:{})\b").match(folded(named)) else lowered(thing)


def _joint(language: str) -> str:
    forms: dict[str, dict[str, str]] = words()["linking"]
    return forms.get(language, forms["en"])["and"]


def _link(thing: Thing, language: str, flat: str = "") -> str:
    if language == "es":
        return "con" if thing.is_treatment or thing.kind == "population" else "para"
    if thing.is_treatment or (thing.kind == "condition" and _PERSON.search(flat)):  # "will she live long?" with it
        return "with"
    return "in" if thing.kind == "population" else "for"


def asked_of(turn: str, things: Sequence[Thing], qualifiers: Sequence[Thing], *, language: str) -> str:
    """A fragment that asks for an attribute, spelled out: "how often?" of X → "How often is X given?"."""
    flat = re.sub(r"[^\w ]", "", folded(turn)).strip()
    flat = re.sub(r"\b(?:exactly|then|again|entonces|exactamente)\b", "", flat).strip()
    name = listed(things, joint=_joint(language))
    many = len(things) > 1 or is_many(name)
    phrase = words()["asked_of_given"][language].get(flat)
    if phrase and things[0].is_treatment:
        phrase = re.sub(r"\bse da\b", "se dan", phrase).replace("es {1}", "son {1}") if many and language == "es" else phrase
        text = stem(phrase.replace("{be}", "are" if many else "is").replace("{1}", name))
    elif _is_interrogative(flat) or not things[0].is_treatment or not _is_attribute(flat):
        topic = name + qualified(qualifiers, language=language)
        bare = words()["attribute"][language]["bare"]
        return ended(
            bare.replace("{1}", topic).replace("{0}", without_tail(stem(turn), fewest=_SHORT).lstrip("¿¡ ")), language=language
        )
    else:
        text = stem(_attribute(flat, stem(turn).lstrip("¿¡ "), name, language))
    return ended(text + qualified(qualifiers, language=language), language=language)


def _is_interrogative(flat: str) -> bool:
    return bool(
        re.match(
            r"(?:how|what|which|when|where|who|whom|why|for|in|at|to|by|over|within|per|until|since|after|before|que|cual|cuando|como|donde|quien|para|a|en|con|por)\b",
            flat,
        )
    )


def _is_attribute(flat: str) -> bool:
    """Whether a fragment is a short noun phrase for what is asked of a thing: "side effects", "loading dose"; no list."""
    plain = not pattern("connectors", r"\b(?:{})\b").search(flat) and not pattern("orders", r"^(?:{})\b").match(flat)
    plain = plain and not pattern("prepositions", r"^(?:{})\b").match(flat)
    return plain and len(flat.split()) <= _LONGEST and bool(pattern("attributes", r"\b(?:{})$").search(flat))


def _attribute(flat: str, typed: str, name: str, language: str) -> str:
    forms = words()["attribute"][language]
    if language == "es":
        return str(forms["bare"]).replace("{0}", typed).replace("{1}", name)
    typed = re.sub(
        r"^(?:the|any|its|their|a|an) ", "", re.sub(r"\s+(?:then|again)$", "", typed, flags=re.IGNORECASE), flags=re.IGNORECASE
    )
    last = flat.rpartition(" ")[2]
    key = "plural" if last.endswith("s") and len(last) > _SHORT and not last.endswith(("ss", "us", "is")) else "singular"
    typed = typed[:1].lower() + typed[1:] if typed[1:2].islower() else typed
    return str(forms[key]).replace("{0}", typed).replace("{1}", name)
