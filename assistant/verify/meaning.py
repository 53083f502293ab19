"""Whether one term says another. Pure."""

from __future__ import annotations

from functools import lru_cache

from assistant.verify.amounts import states
from assistant.verify.terms import Sense, Term
from assistant.verify.wordings import asked, named_things, told
from assistant.words.concepts import GIVEN, Concept
from assistant.words.lexicon import Lexicon

LETTERED = frozenset(("drug", "drug class", "regimen", "gene", "organisation", "person"))
_DENYING = frozenset(
    f"w:{word}"
    for word in ("non", "not", "no", "never", "without", "haven't", "hasn't", "stop", "fail", "lose", "cannot", "undefin")
)
_DOING = frozenset(("w:stop",))  # "medicines that stop X" name what is done, and deny nothing of it
_PREFIXES = ("un", "in", "non", "non-", "im")
_ROOT = 6
_MORE = frozenset(("more", "less"))
_TWO = 2
# "Has spread" tells what happened, in words that others may stand for.
_HAPPENED = ("has ", "have ", "had ")
_FREE = "w:free"
_BEFORE = frozenset(("w:after", "w:onc", "w:follow", "g:prior"))
_TREATED = frozenset(("w:previous", "w:prior", "w:pretreat", "w:previous treat"))
EXACT_KINDS = frozenset(("endpoint", "population", "drug", "regimen", "route"))
_HELD_APART = EXACT_KINDS | {"gene", "test", "organisation"}


def says(term: Term, candidate: Term, lexicon: Lexicon) -> bool:
    """True if ``candidate`` of the evidence says what ``term`` of the claim says, or something narrower."""
    return sense_says(term.sense, candidate.sense, lexicon)


@lru_cache(maxsize=65536)
def sense_says(term: Sense, candidate: Sense, lexicon: Lexicon) -> bool:
    """The same of what two terms say, wherever they stand; looked up once."""
    if candidate.punctuation or term.date:
        return False
    if term.quantity:
        return candidate.quantity is not None and states(candidate.quantity, term.quantity)
    if asked(term.keys) & told(candidate.keys):
        apart = term.concept and candidate.concept and term.concept != candidate.concept
        return not apart or _same_name(term, candidate) or _same_thing(term, candidate)
    if more_of_another(term, candidate):
        return False
    return _is_wider(term, candidate, lexicon) or _says_inside(term, candidate)


def more_of_another(term: Sense, candidate: Sense) -> bool:
    """True for "more effective" beside "more recent": more, but of another thing."""
    ours, theirs = term.words, candidate.words
    if len(ours) != _TWO or len(theirs) != _TWO or ours[0] not in _MORE or theirs[0] not in _MORE:
        return False
    last = [one.parts[-1] - {"filler"} for one in (term, candidate) if len(one.parts) == _TWO]
    return len(last) == _TWO and not last[0] & last[1] and not term.keys & candidate.keys


def _same_thing(term: Sense, candidate: Sense) -> bool:
    """True for two names of one thing, "get pregnant" and "conceive", that a lexicon of another field holds for two."""
    kinds = {one.concept.kind for one in (term, candidate) if one.concept}
    return kinds.isdisjoint(_HELD_APART) and not named_things().isdisjoint(term.keys & candidate.keys)


def _is_wider(term: Sense, candidate: Sense, lexicon: Lexicon) -> bool:
    """True if the claim names what the evidence names a kind of."""
    if term.concept is None or candidate.concept is None:
        return False
    ours, theirs = term.concept.concept_id, candidate.concept.concept_id
    return ours in lexicon.ancestors(theirs) or ours in lexicon.implied_by(theirs)


def _says_inside(term: Sense, candidate: Sense) -> bool:
    """True if a word of the candidate says the term; names yield their very words only."""
    if _named_so(term, candidate):
        return True
    if term.concept and term.concept.kind in EXACT_KINDS:
        other = candidate.concept
        if term.concept.kind == "population":
            return _named_inside(term.concept, candidate)
        inside = _words(term) in _words(candidate) or _befell(term.concept, term, candidate)
        return other is not None and inside and other.kind not in {"drug", "regimen"}
    if _in_population(term, candidate) or _treated_before(term, candidate):
        return True
    if not compatible(term, candidate):
        return False
    said = (part for number, part in enumerate(candidate.parts) if number not in denied_parts(candidate))
    proper = _is_proper(candidate)
    return any(
        key.startswith("w:") or not (proper or ("filler" in part and term.concept))
        for part in said
        for key in asked(term.keys) & told(part)
        if key != "filler"
    )


def _befell(endpoint: Concept, term: Sense, candidate: Sense) -> bool:
    """True for "gets worse" beside "who progress": the patients are named by what befell them."""
    patients = candidate.concept
    if patients is None or patients.kind != "population" or patients.axis is not None or endpoint.kind != "endpoint":
        return False
    said = (part for number, part in enumerate(candidate.parts) if number not in denied_parts(candidate))
    return any(key.startswith("g:") for part in said for key in term.keys & part)


def _named_inside(population: Concept, candidate: Sense) -> bool:
    """True for "symptomatic" in "symptomatic lesions", by any of its names; names of patients are told as wholes."""
    if candidate.concept is None or candidate.concept.kind in LETTERED | {"population"} or denied_parts(candidate):
        return False
    words = f" {candidate.text.lower()} "
    return any(f" {name.lower()} " in words for name in population.wordings)


def _named_so(term: Sense, candidate: Sense) -> bool:
    """True if the words of the candidate's name in the lexicon say every word of the term ("progression", "grows again")."""
    if not candidate.named or (term.concept and term.concept.kind in LETTERED | {"population"}):
        return False
    wanted = [part for part in (term.parts or (term.keys,)) if "filler" not in part]
    return all(any(key.startswith("w:") for named in candidate.named for key in part & named) for part in wanted)


def _in_population(term: Sense, candidate: Sense) -> bool:
    """True for a drug or class inside of a name for patients ("chemo" in "refuse chemotherapy") or of a line, by any name."""
    if term.concept is None or candidate.concept is None or candidate.concept.kind != "population":
        return False
    if candidate.concept.axis and not candidate.line:
        return False
    words = f" {candidate.text.lower()} "
    return term.concept.kind in LETTERED and any(f" {name.lower()} " in words for name in term.concept.wordings)


def _treated_before(term: Sense, candidate: Sense) -> bool:
    """True for the "after earlier" of "after earlier X" beside patients "previously treated with X"."""
    patients = candidate.concept is not None and candidate.concept.kind == "population" and not candidate.line
    if not patients or term.concept or not term.keys & _BEFORE:
        return False
    return any(part & _TREATED for part in candidate.parts) and not denied_parts(candidate)


def _is_proper(candidate: Sense) -> bool:
    concept = candidate.concept
    if concept is None or candidate.text.lower().startswith(_HAPPENED):
        return False
    return concept.kind in LETTERED - {"drug class"} or (concept.kind == "population" and concept.axis is not None)


def denied_parts(candidate: Sense) -> frozenset[int]:
    """The places of a name's words that it denies: behind "non-" or "no longer", before "-free"."""
    done = candidate.concept is not None and candidate.concept.kind in GIVEN
    return _denied(candidate.parts, _DENYING - _DOING if done else _DENYING)


@lru_cache(maxsize=32768)
def _denied(parts: tuple[frozenset[str], ...], denying: frozenset[str]) -> frozenset[int]:
    found: set[int] = set()
    for number, part in enumerate(parts):
        if part & denying:
            found.update(range(number, len(parts)))
        if _FREE in part and number:
            found.add(number - 1)
    return frozenset(found)


def denies_word(candidate: Sense, term: Sense) -> bool:
    """True if the candidate's name denies the very word of the term ("progression-free", "progression").

    Of patients, a word that says as much will do ("no longer responding", "none works").
    """
    kinds = ("w:", "g:") if candidate.concept and candidate.concept.kind == "population" else ("w:",)
    denied = [candidate.parts[number] for number in sorted(denied_parts(candidate))]
    return any(key.startswith(kinds) for part in denied for key in term.keys & part)


def denies_by_prefix(candidate: Sense, term: Sense) -> bool:
    """True for "uncomplicated" beside "complications", "incurable" beside "cure"."""
    own = term.text.lower().rsplit(maxsplit=1)[-1][:_ROOT]
    if len(own) < _ROOT - 1:
        return False
    return any(word.startswith(prefix + own) for word in candidate.text.lower().split() for prefix in _PREFIXES)


def compatible(term: Sense, candidate: Sense) -> bool:
    """False for a drug or gene beside the name of another thing, and for two tests, unless the name holds the very words."""
    if term.concept is None or candidate.concept is None:
        return True
    kinds = {term.concept.kind, candidate.concept.kind}
    if kinds != {"test"} and (len(kinds) == 1 or term.concept.kind not in LETTERED):
        return True
    return _words(term) in _words(candidate)


def _words(term: Sense) -> str:
    """The stems of a term's words, a blank around each."""
    return _stems(term.parts or (term.keys,))


@lru_cache(maxsize=32768)
def _stems(parts: tuple[frozenset[str], ...]) -> str:
    return f" {' '.join(next((key[2:] for key in sorted(part) if key.startswith('w:')), '') for part in parts)} "


def _same_name(term: Sense, candidate: Sense) -> bool:
    return any(key.startswith(("c:", "w:", "r:")) for key in term.keys & candidate.keys)
