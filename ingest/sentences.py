"""Text of a block → its sentences, and what kind of sentence each is. Pure, and language by shape where possible.

An own rule instead of a library: a guideline's sentences are full of "18.5", "e.g.", "vs.", "Dr. K" and "<55", the cut has
to give exact offsets, and this runs over every sentence of a library.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.patterns import alternatives, any_of, word_set

_ABBREVIATIONS = word_set(
    """
    e.g i.e vs cf ca al approx resp incl excl fig figs tab no nos dr drs mr mrs ms prof st jr sr inc ltd co corp dept vol pp p ed
    eds jan feb mar apr jun jul aug sep sept oct nov dec wk wks mo mos yr yrs hr hrs min max avg est tx dx hx rx pt pts
    sra sres dra dres ej núm pág págs aprox ud uds etc ref refs
    """
)
_BOUNDARY = re.compile(r"(?<![.!?…؟۔])([.!?…؟۔]+)([\"”’'»)\]]*)(\s+)(?=[\"“‘'«(\[¿¡]*[A-ZÀ-ÖØ-ÞŁŚŠŻŽČĆĐΑ-ΩΆΈΉΊΌΎΏА-ЯЁ0-9֐-ࣿ])")
_GRADE = re.compile(
    r"\((?:very )?(?:strong|weak|conditional|grade|level|evidence|quality|certainty|class|moderate|low|high|good practice|"
    r"consensus|recommendation|ungraded|expert)\b[^()]{0,90}\)[.;]?"
    r"|[(\[](?-i:(?:[A-Z]{1,2}|[12][A-Da-d]?[+-]{0,2}|[IV]{1,3}[a-c]?)(?:[,;/]\s?(?:[A-Z]{1,2}|[12][A-Da-d]?|[IV]{1,3}[a-c]?)){0,2})[)\]][.;]?",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:Drs?|Mrs?|Ms|Prof|Professor|Dra|Sra?)\.?$")
_WORD_BEFORE = re.compile(r"([^\s(\[“\"]+)$")
_LONGEST_WORD = 80
"""So far back is looked for the word before a stop: a page may be one line of a million letters."""
_PRONOUN = re.compile(r"(?:it|its|they|their|them|these|this)(?:\b|['’])", re.IGNORECASE)
_HANDLED = alternatives(
    r"""
    (?:do not|don['’]t|never|always) \w+|put|take|keep|clamp|separate|split|store|clean|wash|leave|mix|dilute|hold|apply|remove
    change|flush|bring|send|treat|record|report|ring|read|place|insert|throw|swallow|chew|crush|infuse|inject|dissolve|shake|use|give|stop
    start|continue|check|repeat|measure|add|reduce|increase|avoid|withhold|prescribe|offer|monitor|warm|rub|spread|cover|dry
    """
)
_LEANS = any_of(
    r"""
    (?:it|its|they|their|them|these|this|that|he|she|his|her|another|others)\b
    those\b(?! (?:with|who|whose|whom|in|on|without|at|for|having|receiving|not)\b)
    such\b(?! as\b)
    both (?:are|were|can|may|should|of (?:these|them)|drugs|agents|options|groups|treatments)\b
    (?:n?either|each|one|some|all|none) of (?:these|them)\b
    (?:however|therefore|thus|also|instead|otherwise|moreover|furthermore|additionally|similarly|likewise|hence|consequently)\b
    (?:in addition|for example|for instance|then|after that|afterwards|as a result)\b
    if (?:this|that|so|not|it|they)\b
    in (?:this|that|these|those|such) \w+
    (?:esto|esta|este|estos|estas|ello|ellos|ellas|además|también|sin embargo|asimismo)\b
    por (?:lo tanto|ejemplo|eso)\b
    en (?:este|estos|esta|estas) \w+
    """
)
_HANDS_BACK = re.compile(
    rf"(?:{_HANDLED})\s+(?:it|them)\b(?! (?:is|are|was|were|may|can|will|should|would)\b)",
    re.IGNORECASE,
)
"""An order whose object stands in the sentence before it ("Put it in the fridge")."""
_POINTS_BACK = re.compile(r"(?<=[\s(])(?:these|this) (?P<words>[^\W\d_][\w'’/-]*(?: [^\W\d_][\w'’/-]*)?)", re.IGNORECASE)
_OWN_PLACE = any_of(
    r"""
    \b(?:this|these) (?:\w+ )?(?:guidelines?|documents?|pages?|leaflets?|articles?|sections?|chapters?|tables?|figures?)\b
    \b(?:this|these) (?:\w+ )?(?:days?|weeks?|months?|years?|times?|points?|stages?|ways?|reasons?|recommendations?)\b
    """
)
"""What a page says of itself or of a moment points at no sentence."""
_NOUN_LETTERS, _NOUN_STEM = 4, 5
_PLACE = alternatives(
    r"""
    sections?|chapters?|tables?|figures?|fig|box(?:es)?|appendix|appendices|annex|pages?|footnotes?|notes?|recommendations?|rationale
    guidelines?|guidance|leaflets?|information|websites?|links?|references?|paragraphs?|parts?|steps?|below|above|full|summary
    secci[oó]n(?:es)?|cap[ií]tulos?|tablas?|figuras?|p[aá]ginas?|apartados?|anexos?
    """
)
_ELSEWHERE = any_of(
    rf"""
    [(\[]?\s*(?:see|refer to|v[eé]ase|ver|consulte)(?: also| tambi[eé]n)?:? (?:[\"“‘«']|\d|(?:{_PLACE})\b)
    [(\[]?\s*(?:see|refer to|v[eé]ase|ver|consulte) (?:the|our|this|these|la|el|los|las) (?:[\w-]+ ){{0,4}}?(?:{_PLACE})\b
    [(\[]?\s*(?:see|v[eé]ase)(?: also)?:? (?-i:[A-Z][a-z])
    [(\[]?\s*(?:click|read more|learn more|find out more)\b
    for (?:more|further|additional)\b[^.]{{0,60}}?,? (?:see|visit|refer|go to|read|click|ask|call)\b
    for (?:an?|the|full|details?|information|guidance|recommendations?)\b[^.]{{0,90}}, (?:see|visit|go to)\b(?! an? | your )
    to (?:learn|find out|read|know) more\b[^.]{{0,60}}?,? (?:see|visit|refer|go to|click)\b
    to find (?:guidance|information|details)\b[^.]{{0,60}}, (?:see|visit|go to)\b
    you (?:can|may) (?:find|read|learn|see)\b[^.]{{0,60}}? (?:in|at|on|here|about|below|above)\b
    more (?:information|details)[^.]{{0,40}} (?:in|at|on|here)\b
    (?:this|these) (?:is|are) (?:discussed|described|covered|explained) (?:in|below|above|elsewhere)\b
    para (?:más|obtener más) información\b
    """
)
"""Only where it sends to a part of a text: "See a doctor if …" and "Refer to cardiology" are advice."""
_TAG = re.compile(
    r"\[[^\[\]]*\][.;]?"
    r"|(?:recommendation|statement|key point|practice point|box|table|figure|step|item|recomendación|tabla|figura)s?\s+"
    r"[\dA-Z]{1,3}(?:\.\d{1,2})*[a-z]?\s*[.:]?",
    re.IGNORECASE,
)
_SEE_TAIL = re.compile(
    r"\s*[(\[](?:see|refer to|discussed|described|véase|ver)\b(?:[^()\[\]]|\([^()]*\))*[)\]]\s*[.;:]?\s*$", re.IGNORECASE
)
_OPEN_TAIL = re.compile(
    r",?\s*\(?(?:such as|including|for example|for instance|e\.g\.|namely|como|incluidos|por ejemplo)\s*[,:]*\s*$", re.IGNORECASE
)

_FINITE = alternatives(
    r"""
    is|are|was|were|has|have|had|should|must|may|might|can|cannot|could|will|would|do|does|did|shall
    needs?|requires?|required|remains?|depends?|demonstrated|demonstrates|shows?|showed|improves?|improved
    reduces?|reduced|increases?|increased|prolongs?|prolonged|helps?|prevents?|causes?|occurs?|provides?|provided|offers?
    es|son|está|están|fue|fueron|debe|deben|puede|pueden|requiere|requieren|tiene|tienen|ha|han
    """
)
_VERB = re.compile(rf"(?<![\w-])(?P<before>[\w/+-]+)[)\]]?\s+(?:{_FINITE})(?:n['’]t)?\s+\S", re.IGNORECASE)
_RELATIVE = word_set("who that which whom when if whether to que quien quienes si")
"""After these a verb is a relative clause's, a condition's or an infinitive."""
_ORDERS = alternatives(
    r"""
    do not|don['’]t|never|always|perform|start|initiate|begin|continue|stop|discontinue|avoid|use|consider|give|administer|offer
    assess|evaluate|check|confirm|obtain|order|measure|monitor|repeat|refer|prescribe|recommend|reduce|increase|withhold|switch
    add|treat|test|screen|document|discuss|ensure|select|choose|review|exclude|rule out|identify|determine|calculate|adjust
    titrate|inicie|evite|considere|evalúe|administre|realice|confirme|suspenda|continúe|no
    """
)
_ORDER = re.compile(rf"(?:{_ORDERS})\s+(?!(?:of|for|and|or|results?|on|in)\b)\S", re.IGNORECASE)
_IMPERATIVE = re.compile(rf"(?:{_ORDERS})\s+\S+\s+\S+", re.IGNORECASE)
_OPEN_WORDS = alternatives(
    r"""
    includ(?:e|es|ed|ing)|are|is|was|were|be|been|of|for|with|to|as|the|following|follows?|these|those|and|or|either|by|from
    when|where|who|whose|if|unless|only|example|instance|such|that|than|in|on|at|after|before|between|consists?|consider
    may|might|should|must|incluye|incluyen|son|es|siguientes?|para|con|de|como
    """
)
_WANTS_OBJECT = alternatives(
    "prescribe|recommend|suggest|offer|use|need|have|try|ask|take|give|order|perform|receive|get|notice|experience|cause"
)
_DANGLING = re.compile(
    rf"(?:^|\s)(?:{_OPEN_WORDS}|to [a-z]+|(?:may|might|can|could|should|will|also|usually|often) (?:{_WANTS_OBJECT}))\s*$",
    re.IGNORECASE,
)
_NOUN_CLAUSE = re.compile(r"(?:what|how|when|where|why|who|things|ways|steps|reasons)\b[^,]*$", re.IGNORECASE)
"""Names what follows ("When you should call for help", "Things you can do"); with a comma it may say something after it."""
_PREPOSITION = any_of(
    r"""
    (?:for|before|after|in|during|with|without|if|when|while|on|at|among|under|following|prior to|upon|as|by|to|from)\b
    (?:regarding|concerning|because|although|para|antes|después|en|durante|con|si|cuando|tras)\b
    """
)
_POINTS_DOWN = any_of(
    r"""
    \b(?:the following|as follows|los siguientes|las siguientes)\b
    \bthese (?:situations|cases|circumstances|conditions|options)\b
    """
)
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the sentences of ``text``, in order, without the white space around them; empty for blank text."""
    cuts = [0, *(match.end() for match in _BOUNDARY.finditer(text) if _ends_sentence(text, match)), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        inside = text[start:end]
        trimmed = inside.strip()
        if trimmed:
            begin = start + inside.index(trimmed)
            if spans and _GRADE.fullmatch(trimmed):
                # How strong the advice before it is.
                spans[-1] = (spans[-1][0], begin + len(trimmed))
                continue
            spans.append((begin, begin + len(trimmed)))
    return tuple(spans)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the stop that ``match`` found ends a sentence, and isn't an abbreviation's, an initial's or inside brackets."""
    if match.group(1) != ".":
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    word = before.group(1).strip("'’”\"").lower() if before else ""
    next_character = text[match.end() : match.end() + 1]
    if word in _ABBREVIATIONS:
        # "etc. The next …" ends a sentence, "No. 4" and "Dr. K" don't.
        return word == "etc" and next_character.isupper()
    if len(word) == 1 and word.isalpha():
        # A person's initial ("Dr. J. Smith"), but not a name that ends in one letter ("vitamin K. Patients …").
        earlier = text[max(0, match.start() - _LONGEST_WORD) : match.start() - 1].rstrip()
        if _CALLED.search(earlier):
            return False
        # A unit ends one too ("24 h. Children …").
        return bool(earlier) and (earlier[-1].islower() or earlier[-1].isdigit())
    # Inside an open bracket a stop belongs to what the bracket says.
    head = text[_last_cut(text, match.start()) : match.start()]
    return head.count("(") <= head.count(")") or bool(match.group(2))


def _last_cut(text: str, position: int) -> int:
    """Where the bracket count starts: not further back than 300 characters, so that one lost bracket can't glue a page."""
    earliest = max(0, position - 300)
    return max(earliest, text.rfind("\n\n", earliest, position))


def leans_back(sentence: str) -> bool:
    """Whether ``sentence`` can't be read without the one before it ("It prevents …", "However, …", "… in these women")."""
    bare = sentence.lstrip("“\"'(")
    return _LEANS.match(bare) is not None or _HANDS_BACK.match(bare) is not None or _points_back(sentence)


def _points_back(sentence: str) -> bool:
    """Whether "these women" or "this drug" stands in ``sentence`` and nothing before it there says which."""
    match = _POINTS_BACK.search(sentence)
    if match is None or _OWN_PLACE.match(sentence, match.start()):
        return False
    earlier = sentence[: match.start()].lower()
    return not any(len(word) >= _NOUN_LETTERS and word[:_NOUN_STEM] in earlier for word in match["words"].lower().split())


def opens_with_pronoun(sentence: str) -> bool:
    """Whether ``sentence`` speaks of the same thing as the one before it ("It also …"), so that it leans on the same."""
    return _PRONOUN.match(sentence.lstrip("“\"'(")) is not None


def points_elsewhere(sentence: str) -> bool:
    """Whether ``sentence`` only sends the reader to another place ("See … below.", "For more, see …")."""
    return _ELSEWHERE.match(sentence) is not None


def is_tag(sentence: str) -> bool:
    """Whether ``sentence`` is only a tag: a label with its number ("Recommendation 1."), or a year in brackets ("[2004]")."""
    return _TAG.fullmatch(sentence) is not None


def core_end(sentence: str) -> int:
    """Where ``sentence`` ends without a tail that points elsewhere: "… in some cases (see below)." → before " (see below)."."""
    match = _SEE_TAIL.search(sentence)
    return match.start() if match and match.start() > 0 else len(sentence)


def open_tail(line: str) -> int:
    """Where ``line`` ends without an open tail: "… in some cases, such as:" → before ", such as:"; ``len(line)`` without one."""
    match = _OPEN_TAIL.search(line)
    return match.start() if match and match.start() > 0 else len(line)


def asserts(line: str) -> bool:
    """Whether a line that introduces others also says something whole by itself.

    "Rest is the main treatment" does; "First-line options", "For older patients" and "These may include" don't.
    Errs on the side of no: a heading shown as a claim is worse than a lead-in that is only shown as one.
    """
    bare = _PARENTHESES.sub(" ", line).strip().rstrip(":").strip()
    if _POINTS_DOWN.search(bare):
        return False
    if len(bare.split()) < 3 or _DANGLING.search(bare) or _NOUN_CLAUSE.match(bare):  # noqa: PLR2004 - two words assert nothing
        return False
    if _PREPOSITION.match(bare):
        comma = bare.find(",")
        return comma > 0 and _has_main_verb(bare[comma + 1 :], least_subject=1)
    return _IMPERATIVE.match(bare) is not None or _has_main_verb(bare, least_subject=1)


def opens_with_order(words: str) -> bool:
    """Whether words tell somebody to do something ("Offer water"), and don't name it ("Use of oxygen", "Feeding")."""
    return _ORDER.match(words) is not None


def _has_main_verb(clause: str, *, least_subject: int) -> bool:
    """Whether a finite verb stands in ``clause`` that isn't that of a relative clause ("patients who have …")."""
    for match in _VERB.finditer(clause):
        if match.group("before").lower() in _RELATIVE:
            continue
        if len(clause[: match.end("before")].split()) >= least_subject:
            return True
    return bool(_IMPERATIVE.match(clause.strip()))
