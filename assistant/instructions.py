"""Tells sentences that order the reader or the program about, and those that state no fact. Pure."""

from __future__ import annotations

import re

_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|olvid\w+|ignor[ae]\w*)\b.{0,40}\b(?:instructions?|previous|prior|above|rules?"
    r"|prompt|everything|instrucciones|anterior\w*)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message|note|override)\b|\bprompt\s+injection\b|\bjailbreak\b"
    r"|\b(?:you|the assistant|the model|the ai|assistants?)\s+(?:must|should|shall|will|are to|have to|need to)\s+(?:now\s+)?"
    r"(?:say|reply|answer|respond|output|write|print|tell|state|reveal|pretend|act|cite|not\s+cite)\b"
    r"|\b(?:as an ai|as a language model|i am an ai|i'm an ai)\b"
    r"|\b(?:call|dial|phone|text|ring|whatsapp|llame|marque)\b.{0,60}"
    r"(?:\+?\d[\d\s().-]{5,}\d|\bnumber\b|\bhotline\b|\bhelpline\b|\bnúmero\b)"
    r"|\b(?:call|dial|phone|text|ring)\s+(?:us|now|this)\b"
    r"|\b(?:visit|click|go\s+to|log\s?in|sign\s?up|download|subscribe|buy|order|purchase|pay|donate|send|e-?mail|enter|visite"
    r"|haga\s+clic)\b.{0,60}\b(?:here|link|site|website|web\s?page|online|store|shop|form|password|money|card|bitcoin|account"
    r"|e-?mail|now|aquí|at\s+\S+\.(?:com|org|net|io))\b"
    r"|[\w.+-]+@[\w-]+\.\w{2,}|\b1?-?\d{3}-\d{3}-\d{4}\b"
    r"|\b(?:reveal|print|repeat|leak)\b.{0,30}\b(?:prompt|instructions|password|secret|key)\b"
    r"|\b(?:new|updated)\s+instructions?\b|\bend\s+of\s+(?:passages?|documents?|context)\b",
    re.IGNORECASE,
)

# Words of sentences that only lead on: none of them says anything about a treatment.
_HARMLESS = frozenset(
    """
    a about according after all also an and answer answers any are as asked at based be below between both briefly but by
    can cited come consider considerations detail details different do document documents each evidence excerpt excerpts
    final find first following follows for found from further general given guidance guideline guidelines here how however
    i if in include included information into is it key let list listed look main material me more most next note notes of
    on one options or other our overall overview page pages part parts passage passages please point points question
    questions recommendation recommendations recommended say says second section see short shown so some source sources
    specific state stated states steps sum summarise summarised summarize summarized summary summing support supporting
    text texts that the their them then there these they thing things third this those to together topic treatment
    treatments two up use used using want was we were what when where which who why will with you your yes no hope helps
    help useful thanks thank sure certainly course happy glad additionally moreover furthermore finally therefore thus
    context relevant clinical patient patients conclusion introduction background important mind keep take away takeaway
    aquí según los las el la documentos dicen resumen respuesta siguiente siguientes en de lo que y para con pregunta
    fuentes puntos clave es un una son por ejemplo conclusión
    """.split()
)
_ASKS = frozenset("doctor doctors physician oncologist professional professionals provider team advice médico".split())
_ADVICE = frozenset(
    """
    always before talk speak discuss consult doctor doctors physician oncologist team healthcare health care professional
    professionals provider advice medical decision decisions making make individual informational educational purpose
    purposes only not replace replaced substitute replacement does should personal situation qualified clinician judgment
    consulte médico
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|can|could|may|might|must|should|shall|will|would|do|does|did|not|never|no|gives?|causes?|cures?"
    r"|reduces?|increases?|improves?|prevents?|requires?|needs?|works?|helps?|stops?|starts?|avoid|use|take|give|prescribe|start|stop"
    r"|kills?|es|son|debe|deben|puede|pueden|cura|reduce|mejora)\b",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(r"\b(?:\w*[A-Za-z]\w*\d\w*(?:/\d+)?|[Ss]tage\s+\d|\d+(?:st|nd|rd|th)|\d{1,2}[.)])")
_LONGEST_TITLE = 120


def orders(text: str) -> bool:
    """True if the sentence tells the reader to call, visit or send, or the program to do anything."""
    return bool(_ORDERS.search(text))


def states_no_fact(text: str, question: str = "") -> bool:
    """True for connective words ("Here is what the documents say:"), the question itself and "ask your doctor"."""
    if _flat(text) == _flat(question) != "":
        return True
    if any(character.isdigit() for character in text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    if all(word in _HARMLESS for word in words):
        return True
    return bool(_ASKS & set(words)) and all(word in _HARMLESS or word in _ADVICE for word in words)


def is_plain_title(text: str) -> bool:
    """True for a heading that names a subject and says nothing of it: no number, no verb."""
    if text.rstrip().endswith((".", "!")) or len(text) > _LONGEST_TITLE:
        return False
    if any(character.isdigit() for character in _NAMED_NUMBER.sub("", text)):
        return False
    return not _VERBS.search(text) or text.rstrip().endswith("?")


def _flat(text: str) -> str:
    return " ".join(word.lower() for word in re.findall(r"\w+", text))
