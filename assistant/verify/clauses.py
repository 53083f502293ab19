"""Where a sentence's clauses are: scope of negation and of strength ends there. Pure."""

from __future__ import annotations

from assistant.verify.terms import Term

STRONG_ENDS = frozenset(";:()[]—.!?\n-")
_BREAKERS = frozenset(
    f"w:{word}"
    for word in (
        "but",
        "unless",
        "becaus",
        "although",
        "wherea",
        "while",
        "if",
        "when",
        "despit",
        "though",
        "so",
        "which",
        "sinc",
        "becaus of",
        "due to",
        "yet",
        "howev",
        "even with",
        "even though",
        "even if",
        "except",
        "and then",
        "to avoid",
        "provid",
        "as long as",
        "for as long as",
        "so long as",
        "until",
    )
)
# Open a clause where they open the sentence.
_OPENERS = frozenset(("w:where", "w:onc", "w:whenev"))
_VERBAL = frozenset(
    f"w:{word}"
    for word in (
        "is",
        "are",
        "was",
        "were",
        "do",
        "doe",
        "has",
        "have",
        "will",
        "it",
        "they",
        "this",
        "should",
        "must",
        "may",
        "might",
        "can",
        "could",
    )
)
_LOOSE = frozenset(f"w:{word}" for word in ("with", "which", "includ", "such as", "particular", "especi", "as", "so", "where"))


def clauses_of(terms: tuple[Term, ...]) -> tuple[int, ...]:
    """The number of the clause of each term, from 0."""
    number = 0
    found: list[int] = []
    for index, term in enumerate(terms):
        if _opens_clause(terms, index, term):
            number += 1
        found.append(number)
    return tuple(found)


def _opens_clause(terms: tuple[Term, ...], index: int, term: Term) -> bool:
    if term.punctuation and term.text in STRONG_ENDS:
        return True
    if index == 0:
        return False
    if term.keys & _BREAKERS:
        return True
    if term.text == ",":
        return _comma_opens(terms, index)
    return bool(term.keys & {"w:and", "w:or"}) and any(_is_verbal(other) for other in terms[index + 1 : index + 2])


def _comma_opens(terms: tuple[Term, ...], index: int) -> bool:
    following = terms[index + 1 : index + 2]
    if _leads_with_breaker(terms, index) or any(term.keys & _LOOSE for term in following):
        return True
    joined = any(term.keys & {"w:and", "w:or"} for term in following)
    if joined and _lists_on(terms, index):
        return False
    return any(_is_verbal(other) for other in terms[index + 1 : index + (6 if joined else 2)])


def _lists_on(terms: tuple[Term, ...], index: int) -> bool:
    """True for the last comma of "A, B, and C are …": no verb stands before it, and a name behind it."""
    begin = max((position + 1 for position in range(index) if terms[position].text in STRONG_ENDS), default=0)
    named = any(term.concept is not None for term in terms[index + 2 : index + 3])
    listed = any(term.text == "," for term in terms[begin:index])
    return named and listed and not any(_is_verbal(term) or term.has("imperatives") for term in terms[begin:index])


def _leads_with_breaker(terms: tuple[Term, ...], index: int) -> bool:
    """True for the first comma of a sentence that opens with "because", "if" or "although"."""
    begin = max((position + 1 for position in range(index) if terms[position].text in STRONG_ENDS), default=0)
    first = next((position for position in range(begin, index) if not terms[position].punctuation), None)
    if first is None or not terms[first].keys & (_BREAKERS | _OPENERS):
        return False
    return not any(terms[position].text == "," for position in range(first, index))


def _is_verbal(term: Term) -> bool:
    if term.concept is not None:
        return False
    return bool(term.keys & _VERBAL) or term.has("negators", "clause")
