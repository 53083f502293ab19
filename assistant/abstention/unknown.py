"""A question in, the things that it names and no document knows out: of these nothing can be answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, Terms
from assistant.retrieval.signals import NARROWER, concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from assistant.words.stems import is_technical, names_medicine
from assistant.words.thesaurus import groups_of

_COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_OR_OTHER = re.compile(r"s?\W+(?:or|and|u|o|y)\s+(?:(?:any|some|all)\s+)?(?:other|otr[oa]s?)\s+(?:\w+\s+)?", re.IGNORECASE)
_SUCH_AS = re.compile(
    r"s?,?\W+(?:such\s+as|like|e\.?g\.?|for\s+example|for\s+instance|como|por\s+ejemplo),?\s+(?:an?\s+|the\s+|una?\s+)?",
    re.IGNORECASE,
)
# What is said of imaging goes for a kind of imaging; what is said of a class of drugs is not said of a drug.
_KINDRED = frozenset({"test", "procedure", "care"})
_HARM = "side effect"
_DRUG = frozenset({"drug"})
_BEING = "species"
_DISEASE, _PATIENTS, _GENE = "condition", "population", "gene"
# What a treatment is given for, not who takes it beside another illness ("for a patient with …").
_FOR = re.compile(
    r"^[^.;:?!]*\b(?:for|in|against|para|contra)\s+(?!.*\b(?:with|who|and|con|que|y)\b)[^.,;:?!]{0,40}$", re.IGNORECASE
)
# "How often would she need X for that?": the disease told last.
_FOR_THAT = re.compile(r"\b(?:for|against|para|contra)\s+(?:that|this|it|eso|esto|ello)\s*[?.!]*\s*$", re.IGNORECASE)
_HAD = re.compile(
    r"\b(?:ha(?:d|ve\s+had|s\s+had)|['’]ve\s+had|ive\s+had|(?:was|been|were)\s+(?:on|given)|previous(?:ly)?|prior|exposed\s+to|exposure\s+to|"
    r"(?:pre)?treated\s+with|received|tuv[eo]|recibi\w+|le\s+pusieron|me\s+pusieron|tratad[oa]\s+con|previ[oa])\s+"
    r"(?:(?:already|some|adjuvant|neoadjuvant|to|lots?\s+of|cycles?\s+of|\d+|with|con)\s+){0,3}$",
    re.IGNORECASE,
)
_AMOUNT = r"(?:dos(?:e|es|age|ages|ing)|mg|mcg|micrograms?|milligrams?|grams?|units?|tablets?|capsules?|ml)"
_HOW_MUCH = r"(?:starting|start|loading|initial|usual|daily|weekly|monthly|maintenance|maximum|max)"
# The word that an amount is asked of: "dose of X", "how much X", "how often is X given", "X, starting dose", "X 4 mg".
_OF_WHAT = (
    rf"\b{_AMOUNT}\s+of\s+(?:the\s+)?{{name}}\b|\bhow\s+much\s+{{name}}\b|\bhow\s+is\s+{{name}}\s+(?:dosed|given|taken)\b|"
    rf"\bhow\s+(?:often|long)\s+(?:is|are|do\s+\w+\s+take)\s+{{name}}\b|\b{{name}}\s+\d[\d.,/-]*\s*{_AMOUNT}\b|"
    rf"\b{{name}}\b\W{{{{1,3}}}}(?:{_HOW_MUCH}\s+)?(?:{_AMOUNT}|schedule|interval|loading)\b(?!\s+of\b)"
)
_SHORT = 6
# What a question must not name in vain.
_TELLING = frozenset(
    {
        "drug",
        "drug class",
        "regimen",
        "gene",
        "test",
        "condition",
        "procedure",
        "organisation",
        "side effect",
        "endpoint",
        "other",
    },
)


def unknown_concepts(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> frozenset[str]:
    """The telling things that the question names and no statement does: neither they, nor a kind of them, nor their words."""
    examples = _examples(asked, terms=terms, lexicon=lexicon)
    # No dose is told of a medicine for its class.
    asks_dose = Intent.DOSE in asked.intents and not asked.yes_no
    treated = _treated(asked, lexicon=lexicon)
    had = _had_before(asked, terms=terms, lexicon=lexicon)
    return frozenset(
        c
        for c in (asked.focus | _told_patients(asked, lexicon=lexicon) | treated) - examples
        if (lexicon.concepts[c].kind in _TELLING or _is_of_gene(c, lexicon=lexicon))
        and c not in terms.concepts
        and lexicon.descendants(c).isdisjoint(terms.concepts)
        and not (lexicon.concepts[c].kind in _KINDRED and not lexicon.ancestors(c).isdisjoint(terms.concepts))
        and not _is_known_harm(c, terms=terms, lexicon=lexicon)
        and (asks_dose or terms.concepts.keys().isdisjoint(lexicon.concepts[c].within))
        # What a treatment is asked to be given for is one illness, though documents have each word of its name apart.
        and c not in had
        and (c in treated or not _worded(lexicon.concepts[c].called(asked.language), asked.language, terms=terms))
    )


def unspoken_members(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> frozenset[str]:
    """The medicines that the question names, known by their class alone, if no statement tells of that class what is asked.

    It must name the class and something else of the question. What a statement says of another member of the class isn't said
    of the class, whatever it stands under.
    """
    return frozenset(
        c
        for c in asked.focus
        if lexicon.concepts[c].within
        and not any(_speaks_of_class(c, one, lexicon=lexicon) and _shares_more(asked, c, one) for one in profiles)
    )


def _speaks_of_class(concept: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    classes = frozenset(lexicon.concepts[concept].within)
    members = frozenset().union(*map(lexicon.descendants, classes))
    if concept in profile.concepts | profile.concepts_above or classes & profile.concepts:
        return True
    return bool(classes & profile.concepts_above) and members.isdisjoint(profile.concepts)


def _shares_more(asked: Asked, concept: str, profile: Profile) -> bool:
    """Whether the statement itself has a word or a thing of the question beside the medicine."""
    named = profile.concepts | profile.population
    others = (asked.concepts | asked.population) - {concept}
    return not named.isdisjoint(others) or any(
        word in profile.stems or not groups_of((word,), asked.language).isdisjoint(groups_of(profile.stems, asked.language))
        for word in asked.words
    )


def _told_patients(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    """What kind of being the question is about, wherever it tells so, and by which gene the patients asked about differ."""
    told = frozenset(c for c in asked.concepts if lexicon.concepts[c].axis == _BEING)
    sentence = lexicon.population(asked.sentence, typed=True) if asked.has_story else asked.population
    return told | {c for c in sentence if _is_of_gene(c, lexicon=lexicon)}


def _is_of_gene(concept: str, *, lexicon: Lexicon) -> bool:
    """True for patients told apart by a change of a gene: of that gene no other's statements speak."""
    return lexicon.concepts[concept].kind == _PATIENTS and any(
        lexicon.concepts[a].kind == _GENE for a in lexicon.ancestors(concept) if a in lexicon.concepts
    )


def _treated(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    """The diseases for which the question says that a treatment is given ("X for Y: how often?"), wherever it says so."""
    mentions = lexicon.mentions(asked.text, typed=True)
    given = [one.end for one in mentions if one.concept.kind in TREATMENTS]
    ills = [one for one in mentions if one.concept.kind == _DISEASE and one.concept.concept_id in asked.concepts]
    meant = [one for one in ills if not given or one.end < given[-1]][-1:] if given and _FOR_THAT.search(asked.text) else []
    return frozenset(one.concept.concept_id for one in meant) | frozenset(
        one.concept.concept_id
        for one in ills
        if any(_FOR.search(asked.text[end : one.start]) for end in given if end < one.start)
    )


def _had_before(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> frozenset[str]:
    """The drugs that the patient is told to have had, of a class that documents speak of, where another treatment is asked about.

    What is said of those who had the class goes for who had one of it.
    """
    mentions = [m for m in lexicon.mentions(asked.text, typed=True) if m.concept.kind in TREATMENTS]
    had = frozenset(m.concept.concept_id for m in mentions if _HAD.search(asked.text[: m.start]))
    known = {m.concept.concept_id for m in mentions} - had
    of_known = (c for c in had if lexicon.concepts[c].kind in _DRUG and not lexicon.ancestors(c).isdisjoint(terms.concepts))
    return frozenset(of_known) if known & terms.concepts.keys() else frozenset()


def _is_known_harm(concept: str, *, terms: Terms, lexicon: Lexicon) -> bool:
    """True if it is a kind of some harm that the documents speak of: what is said of heart damage goes for heart failure.

    Not if only harm as such is spoken of ("side effects"), which is no kind of anything.
    """
    wider = (lexicon.concepts[c] for c in lexicon.ancestors(concept) & terms.concepts.keys() if c in lexicon.concepts)
    return any(one.kind == _HARM and one.parents for one in wider)


def unknown_of_amount(asked: Asked) -> tuple[str, ...]:
    """The words that nobody knows of which the question asks an amount: what is told of another medicine is none of theirs.

    Not a short word in capitals, which may stand for something known.
    """
    names = (word for word in asked.strange if not (word.isupper() and len(word) <= _SHORT))
    return tuple(name for name in names if re.search(_OF_WHAT.format(name=re.escape(name)), asked.text, re.IGNORECASE))


def names_unknown(asked: Asked) -> bool:
    """True for a question with a word for a medicine or a disease that nobody knows."""
    return any(names_medicine(word) or is_technical(word) for word in asked.strange)


def is_of_another(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True for a statement about another drug than the one asked about, and of the asked one's own kind."""
    drugs = frozenset(c for c in asked.focus if lexicon.concepts[c].kind in _DRUG)
    things = profile.concepts | profile.concepts_above
    if not drugs or any(concept_match(c, things, lexicon=lexicon) >= NARROWER for c in drugs):
        return False
    above = frozenset().union(*(lexicon.ancestors(c) for c in drugs))
    return any(lexicon.concepts[c].kind in _DRUG and above & lexicon.ancestors(c) for c in profile.concepts)


def _examples(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> frozenset[str]:
    """What the question names only as an example of what the documents speak of: "a fracture or other skeletal event"."""
    mentions = lexicon.mentions(asked.text, typed=True)
    found = set()
    for one, other in pairwise(mentions):
        between = asked.text[one.end : other.start]
        if _OR_OTHER.fullmatch(between) and other.concept.concept_id in terms.concepts:
            found.add(one.concept.concept_id)
        if _SUCH_AS.fullmatch(between) and one.concept.concept_id in terms.concepts:
            found.add(other.concept.concept_id)
    return frozenset(found)


def _worded(wording: str, language: str, *, terms: Terms) -> bool:
    """True if the documents use every word of the wording, if not side by side. Figures in it make it a name of its own."""
    words = content_stems(wording, language)
    return bool(words) and not _COUNTED.search(wording) and all(word in terms.stems for word in words)
