"""A message without what tells of no emergency though it sounds like one. Pure.

Three things people say in passing or simply want to know: that they don't want to die, that their *question* is urgent, and how
long somebody has or whether it can be cured. The alarm hears death, alarm or farewell in the words alone. What is said beside
them decides; an outlook that is asked together with a complaint, a medicine or a deed is no aside.
"""

from __future__ import annotations

import re

from assistant.urgency.triage_words import plain, sentences, wordings

_ME = r"(?:i\s+am|i['’]?m|she\s+is|she['’]?s|he\s+is|he['’]?s)"
_HARM = r"(?:die|kill\s+(?:my|her|him)self|(?:harm|hurt)\s+(?:my|her|him)self|end\s+(?:it|my\s+life))"
_DENIED_WISH = re.compile(
    rf"\b(?:(?:{_ME}\s+)?not\s+(?:actively\s+|at\s+all\s+)?suicidal|(?:no|denies)\s+(?:si|suicidal\s+(?:thoughts?|ideation|intent))|"
    rf"(?:i|she|he)\s+(?:do(?:es)?n['’]?t|do(?:es)?\s+not)\s+want\s+to\s+{_HARM}|"
    r"no\s+(?:es\s+que\s+)?(?:soy|estoy|quier[oae]|pienso|voy\s+a|me\s+quiero)\s+(?:suicid\w+|morir(?:me|se)?|matar(?:me|se)|"
    r"hacerme\s+daño)|(?:no\s+tengo|sin)\s+(?:ideas|pensamientos)\s+(?:de\s+suicidio|suicidas|de\s+muerte))"
    r"(?:\s+(?:or\s+anything|at\s+all|by\s+the\s+way|before\s+you\s+ask|ni\s+nada|eh))?"
    # Only where it is all of the clause: "I don't want to die of thirst" and "not suicidal enough" say something else.
    r"\s*(?:[,;.:!]+|[-–—]|\s(?=(?:but|just|only|pero|s[oó]lo)\b)|$)",
    re.IGNORECASE,
)
_URGENT_QUESTION = re.compile(
    r"(?:^|(?<=[.!?:,]\s))\W*(?:(?:a|an|quick|small|another|una?)\s+)*(?:(?:emergency|urgent)\s+(?:question|query)|(?:pregunta|duda|consulta)\s+"
    r"(?:urgente|de\s+emergencia))\b\s*[!:;,.…-]*",
    re.IGNORECASE,
)
_TIME = r"(?:time|years?|months?|weeks?|life)"
_TIEMPO = r"(?:tiempo|anos?|meses|semanas|vida)"
_WE = r"(?:i|we|she|he|people)"
_OUTLOOK = re.compile(
    r"\bhow (?:long|many (?:years|months|weeks)|much (?:time|longer|life))\b.*\b"
    rf"(?:left|(?:have|has) {_WE}(?: really)? got|(?:do|does) {_WE}(?: \w+)? (?:have(?! to\b)|live|last|get|survive)|to live|"
    rf"will {_WE} (?:live|last|have))\b"
    rf"|\b(?:buy|gain|win|give|add|get)(?:ing|s)?\b(?: \w+){{0,2}} (?:more|extra|some|any|longer)(?: \w+)? {_TIME}\b"
    r"|\b(?:can|will|could) (?:it|this|that|she|he|i|we|they|my \w+)(?: \w+){0,3} (?:be )?(?:cured|live longer)\b"
    r"|\b(?:is|are) (?:it|this|that|they)(?: \w+)? (?:curable|incurable|terminal)\b"
    r"|\b(?:am|is|are|will|would) (?:i|it|this|that|she|he|we|they|my \w+)(?: \w+)?(?: (?:going to|gonna))? "
    r"(?:die|kill (?:me|her|him))\b"
    r"|\b(?:me voy|se va|nos vamos|vas|voy|va) a morir(?:me|se)?\b|\b(?:me|le|la|lo) va a matar\b"
    rf"|\bcuant[oa]s? (?:{_TIEMPO} )?(?:de vida )?(?:me|le|nos|te) quedan?\b|\bcuanto (?:tiempo )?(?:voy|va|vamos) a vivir\b"
    r"|\bse (?:puede |va a )?cura(?:r|ra)?\b|\btiene cura\b"
    rf"|\b(?:da|dar|dan|daria|gano|ganar|ganamos)(?: \w+)? mas (?:\w+ )?{_TIEMPO}\b|\bvivir(?:e|a)? mas(?: {_TIEMPO})?\b"
)
# What is done, or with what: asked along with how long somebody has it may be a plan.
_DEED = re.compile(
    r"\b(?:do(?:ing|ne)? (?:it|this|that)|tak(?:e|es|ing)|took|swallow\w*|drink\w*|inject\w*|overdos\w*|pills?|tablets?|morphine|"
    r"insulin|opioids?|patch(?:es)?|jump\w*|rope|gun|letters?|goodbyes?|end(?:ing|s)?|before (?:i|she|he)|until (?:i|she|he)|"
    r"tomar\w*|tomo|trag\w+|pastillas?|morfina|insulina|saltar|tirar\w*|cartas?|despedi\w+|acabar|antes de que)\b"
)


def without_asides(text: str) -> str:
    """The message without a denied wish to die and without what only asks of the outlook; "" if nothing else is said."""
    told = sentences(text)
    kept = [one for one in told if not asks_of_outlook(one)]
    left = " ".join(kept) if len(kept) < len(told) else text
    left = _DENIED_WISH.sub(" ", left)
    return left if any(character.isalnum() for character in left) else ""


def without_urgent_question(text: str) -> str:
    """The message without the name that it gives to itself, as in "Urgent question: …"; as it is if nothing else is said."""
    left = _URGENT_QUESTION.sub(" ", text).strip()
    return left if any(character.isalnum() for character in left) else text


def asks_of_outlook(sentence: str) -> bool:
    """Whether a sentence only asks how long somebody has, or whether it can be cured: frightened, and no emergency by itself."""
    book = wordings()
    asked = plain(sentence, book)
    if "?" not in sentence or not _OUTLOOK.search(asked):
        return False
    besides = _OUTLOOK.sub(" ", asked)
    return not (_DEED.search(asked) or book.frame["complaint"].search(besides))
