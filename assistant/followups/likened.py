"""A question for drugs like one that it names in, the question for drugs of that one's class out. Pure.

"Anything like X?" is answered by what the documents say of X's class; by its words alone it comes near to whatever is a drug.
"""

from __future__ import annotations

import re

from assistant.followups.phrasing import ended
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

_LIKE = {
    "en": re.compile(
        r"(?P<noun>\b(?:drugs?|medicines?|medications?|meds|agents?|pills?|tablets?|treatments?|injections?|ones?|anything|something)\b)"
        r"(?:\s+(?:that\s+)?(?:is|are))?(?:\s+(?:there|out\s+there|available))?(?:\s+that\s+(?:is|are|works?))?\s+"
        r"(?:just\s+|much\s+)?(?:like|similar\s+to|comparable\s+(?:to|with)|related\s+to|"
        r"(?:of|in|from)\s+the\s+same\s+(?:class|kind|family|type|group)\s+as)\s+$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?P<noun>\b(?:f[aá]rmacos?|medicamentos?|medicinas?|pastillas?|tratamientos?|inyecci(?:[oó]n|ones)|algo|otr[oa]s?)\b)"
        r"(?:\s+(?:que\s+)?(?:es|son|sea|sean|hay))?\s+(?:como|parecid[oa]s?\s+al?|similar(?:es)?\s+al?|"
        r"(?:de|en)\s+la\s+misma\s+(?:clase|familia)\s+que)\s+(?:el\s+|la\s+)?$",
        re.IGNORECASE,
    ),
}
# "X: ¿hay otro como ese?", as a Spanish question is read that points to X.
_NAMED_FIRST = re.compile(
    r"^(?P<name>[^:¿]+): (?P<asked>¿.*\b(?:como|parecid[oa]s?\s+a|similar(?:es)?\s+a))\s+(?:es[eao]|est[eao]|él|ella)\W*$",
    re.IGNORECASE,
)
_OPEN = frozenset({"anything", "something"})
_OTHER = re.compile(r"\b(?:any|other|another)\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"(?:or|agent|ist|ate|ane|ine|log|ker|drug)$", re.IGNORECASE)
_BESIDES = {"en": "besides", "es": "además de"}


def as_class(question: str, *, lexicon: Lexicon, language: str) -> str:
    """The question with "drugs like X" as "Ys besides X", where X is a Y; as typed if it likens nothing, or X has no class."""
    named = _NAMED_FIRST.match(question) if language == "es" else None
    question = f"{named['asked']} {named['name']}?" if named else question
    pattern = _LIKE.get(language, _LIKE["en"])
    for mention in lexicon.mentions(question, typed=True):
        match = pattern.search(question[: mention.start])
        kin = _class_of(mention.concept, lexicon) if match and mention.concept.kind == "drug" else None
        if match and kin:
            besides = _BESIDES.get(language, _BESIDES["en"])
            wanted = _wanted(match["noun"], kin.called(language), question[: match.start("noun")])
            return ended(f"{question[: match.start('noun')]}{wanted} {besides} {question[mention.start :]}", language=language)
    return question


def _wanted(noun: str, name: str, before: str) -> str:
    """The class as it stands in the noun's place: "drugs" → "Ys", "anything" → "any other Y"."""
    if noun.lower() in _OPEN:
        return f"{'' if _OTHER.search(before) else 'any other '}{name}"
    return f"{name}s" if noun.lower().endswith("s") and _COUNTED.search(name) else name


def _class_of(drug: Concept, lexicon: Lexicon) -> Concept | None:
    classes = (lexicon.concepts[parent] for parent in drug.parents if parent in lexicon.concepts)
    return next((one for one in classes if one.kind == "drug class"), None)
