"""Set phrases and lines by which kinds of publishers speak of their pages: institutes, labels, charities, journals, intranets."""

from __future__ import annotations

import re

PHRASES = r"""
    \blicen[cs]ed under (?:the |an? )?(?:terms|open|creative|cc\b)|\bopen (?:government|parliament) licen[cs]e\b
    \bhave the right to be involved in (?:\w+ )?(?:discussions|decisions)\b|\bexplains how we use words\b
    ^for a short explanation of why the (?:committee|panel|group)\b
    ^(?:the )?full details of the (?:evidence|rationale|reviews?)\b.{0,80}\b(?:is|are)\b
    \bnot mandatory to apply (?:the|these) recommendations\b
    ^these highlights do not include all the information\b|\bsections or subsections omitted from the full\b
    \brx only\b|^ndc \d|\bdispense with (?:the )?medication guide\b
    \btypes of patient (?:education|information) materials?\b|\bbeyond the basics\b
    \bopt[- ]?out of (?:e-?mail|our|these|all|marketing) ?(?:communications?|messages|e-?mails)?\b|\bunsubscribe\b|^no spam\b
    \bdoses? may (?:differ|vary) between (?:drug )?(?:names|brands|formularies)\b
    \barticles (?:is|are) based on (?:evidence|peer|research)\b
    \bearly[- ]bird\b|\bregistration\b.{0,60}\b(?:opens?|closes?|closed|is (?:now )?open)\b(?!.{0,20}\b(?:label|trial)\b)
    ^congratulations to\b|^(?:book|reserve|save) (?:your|a) (?:place|seat|spot|ticket)\b|^save the date\b
    ^book your (?:free )?(?:\w+ ){0,3}(?:call|consultation|session)(?: with us)? (?:today|now|online)\W*$
    ^(?:next )?(?:review|publication|issue|expiry|effective) date:?$
    ^free (?:webinar|e-?learning|course|event|training)\b
    ^no comments(?: yet| on\b.{0,100})?$|\b\d+ min(?:ute)?s? read\b|\b(?:teams|skype) chat\b
    \breceived? (?:\w+ ){0,2}(?:travel|speak(?:er|ing)|lectur\w+|consult\w+|advisory) (?:costs?|fees?|grants?|honoraria)\b
    \bdeclarations? of interests?\b|\bdisclosure (?:forms?|statements?) (?:of|are|is|may|can)\b
    ^this work was (?:funded|supported) by\b
    \blog (?:a )?(?:call|ticket|job) with\b
    \b(?:can ?not|can['’]t) open (?:the|this|an?) (?:\w+ )?(?:chart|file|page|link|document)s?\b
    ^scan (?:for|to (?:get|open|see|watch|download)) (?:(?:the|our|this) )?(?:\w+ )?(?:app|page|video|leaflet|website|version)\b
    ^@[a-z][\w.-]*\s|\bsee\b.{0,60}\bsharepoint\b|^what would you like to (?:print|share|do)\?$
    ^\S.{0,90}\.(?:docx?|xlsx?|pptx?|aspx|msg)\b(?:\s[^.:;]{0,60})?$
    ^(?:\w+\s?=\s?;?\s*){3,}$|^[\w-]+:(?:\s*\w+\s?=\s?;?){3,}$
    ^(?:\d+(?:\.\d+)+ )?(?:hyperlinks?|links|contact (?:details|numbers)|logos?)\b.{0,60} (?:updated|repaired|corrected)\b
    ^suggestions? (?:for|about|on) (?:the|this) (?:next )?(?:edition|version|issue|guideline|handbook)\b|\bnot to scale\)?\.?$
    \bpolitique de confidentialité\b|\bdatenschutz(?:erklärung|hinweise)?\b|\bpolítica de (?:privacidad|cookies)\b|\binscrivez[- ]
    ^[^.@]{3,80}[:(]\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\.?$
    ^received:? .{0,20}\d{4}\b.{0,60}\baccepted:? .{0,20}\d{4}\b|\bremains? neutral with regard to\b
    ^(?:depósito legal|legal deposit|dépôt légal)\b.{0,120}$|^(?:síg[au]e?n?os|síguenos) en\b
    ^apolog(?:y|ies)(?: for absence| received)?\s?[:—–-]|^(?:date of (?:the )?)?next meeting\b.{0,80}$
    ^\W*(?:picture|photo(?:graph)?|foto(?:grafía)?):\s[^.]{0,100}$
    ^minutes (?:taken|of the)\b|^the meeting (?:closed|ended|opened|began|started) at\b|^actions?:\s.{0,120}\bmeeting\b
    ^(?-i:Key ?words?|KEY ?WORDS?)\s?[:—–]?\s(?-i:[A-Z])(?=(?:[^.]*[·;,•|]){2})[^.]{3,300}$
    ^(?:distribution|mailing) list:\s[^.]{3,160}$
    ^[^.!?]{1,60}\s[·•|–—-]\s(?:\d{1,2}|an?) (?:minute|hour|day|week|month|year)s? ago(?:\s[·•|].{0,40})?$
    \bwatched by \d+ (?:people|users|watchers|editors)\b|^(?-i:Labels|Etiquetas):\s(?=[^.]*,)[^.]*$
    ^[^.!?:;]{3,60},[^.!?:;]{2,40}\s(?-i:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\.?$
"""
"""Rights, responsibilities and rationale, labels, letters, meetings, interests, files, forms, addresses."""
_VOICE = re.compile(r"^[\"“«„‘][^\"”»“]{20,400}[\"”»“’]$")
_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|ich|mein\w*|je|j['’]\w+|mon|ma|yo|mi|mis)\b")
_NAMED = re.compile(r"^(?:[–—-]\s*)?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)?, (?:aged |age )?\d\d(?:, (?:from )?[A-Z][\w ’'-]{2,40})?$")
_MEMBER = re.compile(
    r"(?:and )?(?:[A-Z][\w.’'-]*[ -]){1,4}[A-Z][\w’'-]+(?: ?(?:\([^()]{2,40}\)|\[[\d, ]+\]|[\d,*†‡§¶]+))*(?:,? on behalf of\b.*)?"
)
_BETWEEN = re.compile(r",(?![^(\[]*[)\]])|;| and (?=[A-Z])")
_LEAST_MEMBERS, _MOST_HEAD_WORDS = 3, 4


def is_voice(text: str) -> bool:
    """Whether a paragraph is what a patient tells in his own words, or whose words stand above it."""
    return (_VOICE.match(text) is not None and _SELF.search(text) is not None) or _NAMED.match(text) is not None


def lists_people(text: str) -> bool:
    """Whether a line is only names of persons, with their places or marks between brackets."""
    head, colon, rest = text.partition(": ")
    names = rest if colon and len(head.split()) <= _MOST_HEAD_WORDS else text
    parts = [part.strip() for part in _BETWEEN.split(names)]
    parts = [part.rstrip(".") for part in parts if part]
    marked = sum("(" in part or "[" in part for part in parts)
    return len(parts) >= _LEAST_MEMBERS and marked * 2 >= len(parts) and all(_MEMBER.fullmatch(part) for part in parts)
