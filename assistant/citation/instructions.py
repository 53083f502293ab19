"""Tells sentences that order the reader or the program about, those that ask, and those that state no fact. Pure."""

from __future__ import annotations

import re

_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|olvid\w+|ignor[ae]\w*)\b.{0,40}\b(?:instructions?|previous|prior|above|rules?"
    r"|prompt|everything|instrucciones|anterior\w*)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message|note|override)\b|\bprompt\s+injection\b|\bjailbreak\b"
    r"|\b(?:you|the assistant|the model|the ai|assistants?)\s+(?:must|should|shall|will|are to|have to|need to)\s+(?:now\s+)?"
    r"(?:say|reply|answer|respond|output|write|print|tell|state|reveal|pretend|act|cite|not\s+cite)\b"
    r"|\b(?:as an ai(?=\s*,|\s+(?:i|you|language|model|assistant|system|chatbot|program)\b)"
    r"|as a language model)\b(?!.{0,60}\b(?:not|can't|cannot)\b)"
    r"|\b(?:call|dial|phone|text|ring|whatsapp|llame|marque)\b.{0,60}"
    r"(?:\+?\d[\d\s().-]{5,}\d|\bnumber\b|\bhotline\b|\bhelpline\b|\bnúmero\b)"
    r"|\b(?:call|dial|phone|text|ring)\s+(?:us|now|this)\b"
    r"|\b(?:visit|click|go\s+to|log\s?in|sign\s?up|download|subscribe|buy|order|purchase|pay|donate|send|e-?mail|enter|visite"
    r"|haga\s+clic)\b.{0,60}\b(?:here|link|site|website|web\s?page|online|store|shop|form|password|money|card|bitcoin|account"
    r"|e-?mail|now|aquí|at\s+\S+\.(?:com|org|net|io))\b"
    r"|[\w.+-]+@[\w-]+\.\w{2,}|\b1?-?\d{3}-\d{3}-\d{4}\b"
    r"|\b(?:reveal|print|repeat|leak)\b.{0,30}\b(?:prompt|instructions|password|secret|key)\b"
    r"|^\W*(?-i:SYSTEM|ASSISTANT|USER|DEVELOPER|INSTRUCTIONS?)\s*:|\bnotes?\s+(?:to|for)\s+(?:the\s+)?(?:ai|model|assistant|llm|chatbot)s?\b"
    r"|\bwhen(?:ever)?\s+(?:you\s+)?(?:answer|respond|reply)(?:ing)?\b|\bin\s+(?:your|every|all|each|any)\s+(?:answers?|responses?|repl(?:y|ies))\b"
    r"|\b(?:new|updated)\s+instructions?\b|\bend\s+of\s+(?:passages?|documents?|context)\b",
    re.IGNORECASE,
)

# Words of sentences that only lead on: none of them says anything about a treatment.
_HARMLESS = frozenset(
    """
    a about according after all also an and answer answers any are as asked at based be below between both briefly but by can
    cited come consider considerations detail details different do document documents each evidence excerpt excerpts final
    find first following follows for found from further general given guidance guideline guidelines here how however i if in
    include included information into is it key let list listed look main material me more most next note notes of on one
    options or other our overall overview page pages part parts passage passages please point points question questions
    recommendation recommendations recommended say says second section see short shown so some source sources specific state
    stated states steps sum summarise summarised summarize summarized summary summing support supporting text texts that the
    their them then there these they thing things third this those to together topic treatment treatments two up use used
    using want was we were what when where which who why will with you your yes no hope helps help useful thanks thank sure
    certainly course happy glad additionally moreover furthermore finally therefore thus context relevant clinical patient
    patients conclusion introduction background important mind keep take away takeaway aquí según los las el la documentos
    dicen resumen respuesta siguiente siguientes en de lo que y para con pregunta fuentes puntos clave es un una son por
    ejemplo conclusión provided measures aspects facts factors ways rules areas
    """.split()
)
# Disclaimers: who is to be asked, and the words of a sentence that says no more than this.
_ASKS = frozenset(
    """
    doctor doctors doctor's physician physicians oncologist oncologists specialist specialists nurse nurses clinician
    clinicians professional professionals provider providers team teams advice advise advisor counsel lawyer médico médica
    médicos oncólogo oncóloga equipo profesional profesionales especialista consejo
    """.split()
)
_ADVICE = frozenset(
    """
    always never before after when whenever talk speak discuss consult ask see contact check doctor doctors doctor's physician
    physicians oncologist oncologists specialist specialists nurse nurses own healthcare health care professional
    professionals provider providers team teams advice advise medical medicine decision decisions decide making make makes
    made any every individual informational educational education purpose purposes only not replace replaces replaced
    replacing substitute substitutes replacement does do doesn't don't should can cannot can't could may might would personal
    personally situation situations circumstances case cases qualified licensed clinician clinicians judgment judgement i am
    i'm me we us our he she knows know best better well right options option choice choices plan plans concerns concern
    concerned anything something unsure doubt doubts need needs constitute constitutes provided intended meant offer offers
    treating current symptoms worried explain apply applies ai language model assistant chatbot general advisor counsel lawyer
    legal expert experts guide help without first consulting talking speaking asking discussing such nor than rather instead
    been has have it's that's isn't nothing having everyone everything person médico médica médicos oncólogo oncóloga equipo
    profesional profesionales especialista consulte consultar hable hablar pregunte antes siempre no sustituye sustituir
    reemplaza reemplazar consejo consejos información esta este su sus usted debe cualquier decisión decisiones tomar tratante
    al del sobre salud sanitario duda dudas si tiene ante educativos educativo solo fines informativos informativa
    """.split()
)
# "Before starting", "without stopping": who is to be asked first, not what is to be done.
_STEPS = frozenset("start starting stop stopping change changes changing begin beginning cambio cambios empezar dejar".split())
_FIRST = frozenset("before without about any antes sin".split())
_REFERRAL = re.compile(
    r"(?:please\s+|always\s+|do\s+)*(?:talk|speak|discuss|consult|ask|check|see|contact|tell|hable|consulte|pregunte)\b[^,;:()]*$",
    re.IGNORECASE,
)
_FITTING = re.compile(
    r"\b(?:which|what|whether|if)\b[^,;]*\b(?:is|are|would\s+be|might\s+be|may\s+be)\s+(?:right|best|suitable|appropriate|an?\s+option|available)\b"
    r"(?:\s+for\s+(?:you|your\s+\w+))?",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"^(?:however,?\s+|but\s+|unfortunately,?\s+)?(?:(?:the|these|those|my|los|las|estos)\s+)?"
    r"(?:(?:provided|given|cited|available|supplied)\s+)?(?:documents?|passages?|sources?|guidelines?|excerpts?|texts?|documentos|pasajes|fuentes)"
    r"(?:\s+(?:provided|given|above|cited|here|available))?\s+"
    r"(?:(?:do(?:es)?\s+not|don't|doesn't|did\s+not|didn't|no)\s+(?:\w+\s+)?(?:say|state|mention|specify|give|address|contain|provide|include|discuss"
    r"|cover|report|describe|tell|answer|indicate|dicen|mencionan|indican|especifican|contienen)|(?:say|mention|contain|give)s?\s+nothing)\b(?P<what>.*)$"
    r"|^(?P<subject>.*?)\s+(?:is|are)\s+not\s+(?:\w+\s+)?(?:mentioned|stated|addressed|specified|discussed|covered|described|reported|given)\s+"
    r"(?:in|by|anywhere\s+in)\s+(?:the|these|those)\s+(?:\w+\s+)?(?:documents?|passages?|sources?|guidelines?|excerpts?|texts?)\b[^;,]*$",
    re.IGNORECASE,
)
# How a letter opens and closes.
_GREETING = re.compile(
    r"\W*(?:(?:dear|hello|hi|good\s+(?:morning|afternoon|evening)|estimad[oa]s?|querid[oa]s?|hola)(?:\s+[^\W\d_]+\.?){0,3}\s*[,:!]?"
    r"|(?:(?:with|yours|con|un)\s+)?(?:(?:very|most|kind(?:est)?|warm(?:est)?|best|many|cordial)\s+)*"
    r"(?:regards|wishes|greetings|sincerely|faithfully|truly|thanks|saludos?|atentamente)(?:\s+(?:yours|cordial(?:es)?))?\s*[,.!]?)\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|can|could|may|might|must|should|shall|will|would|do|does|did|not|never|no|gives?|causes?|cures?"
    r"|reduces?|increases?|improves?|prevents?|requires?|needs?|works?|helps?|stops?|starts?|avoid|use|take|give|prescribe|start|stop"
    r"|kills?|es|son|debe|deben|puede|pueden|cura|reduce|mejora)\b",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(r"\b(?:\w*[A-Za-z]\w*\d\w*(?:/\d+)?|[Ss]tage\s+\d|\d+(?:st|nd|rd|th)|\d{1,2}[.)])")
# "How to give it", "When not to use it": what the lines below tell.
_TO_DO = re.compile(
    r"(?:how|when|where|who|whom|what|which)(?:\s+\w+)?\s+(?:not\s+|never\s+)?to\s+[a-z]+(?:\s+[\w/-]+){0,5}:?", re.IGNORECASE
)
_LONGEST_TITLE = 120
_ASKING = re.compile(r"[?？]\W*$")


def asks(text: str) -> bool:
    """True for a question: it states nothing, whatever it takes for granted."""
    return bool(_ASKING.search(text))


def orders(text: str) -> bool:
    """True if the sentence tells the reader to call, visit or send, or the program to do anything."""
    return bool(_ORDERS.search(text))


def states_no_fact(text: str, question: str = "") -> bool:
    """True for connective words ("Here is what the documents say:"), the question itself and "ask your doctor"."""
    if _flat(text) == _flat(question) != "" or _GREETING.fullmatch(text):
        return True
    if any(character.isdigit() for character in text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    if all(word in _HARMLESS for word in words):
        return True
    text = _FITTING.sub("", text)
    asks = bool((_ASKS | {"educational", "informational", "informativos", "educativos"}) & set(words))
    if asks and _REFERRAL.match(text.strip().rstrip(".!")) and not _VERBS.search(_after_first(text)):
        return True
    known = _HARMLESS | _ADVICE | (_STEPS if _FIRST & set(words) else frozenset())
    return asks and all(word in known for word in words)


def _after_first(text: str) -> str:
    """The text behind its opening verb: "Talk" orders nothing, "take" does."""
    return re.sub(r"^\W*(?:(?:please|always|do)\s+)*\w+", "", text, flags=re.IGNORECASE)


def said_to_be_missing(text: str) -> frozenset[str] | None:
    """What "The documents don't say …" says is missing, as its telling words; None for any other sentence."""
    found = _SILENCE.match(text.strip().rstrip("."))
    if not found or re.search(r"[;:]|,\s*(?:but|so|and|pero)\b", text):
        return None
    words = _WORD.findall(found["what"] or found["subject"] or "")
    return frozenset(word.lower() for word in words if word.lower() not in _HARMLESS | _ADVICE)


def is_plain_title(text: str) -> bool:
    """True for a heading that names a subject and says nothing of it: no number, no verb."""
    if text.rstrip().endswith((".", "!")) or len(text) > _LONGEST_TITLE:
        return False
    if any(character.isdigit() for character in _NAMED_NUMBER.sub("", text)):
        return False
    return not _VERBS.search(text) or text.rstrip().endswith("?") or _TO_DO.fullmatch(text.strip()) is not None


def _flat(text: str) -> str:
    return " ".join(word.lower() for word in re.findall(r"\w+", text))
