"""Recognises page furniture in captures: what a page says about itself, its publisher and its services, and never about medicine.

Only by general wording and shape, never by one site's sentences. A new site that slips through is mended by a pattern that any
page of its kind would match, with a test.
"""

from __future__ import annotations

import re

from ingest.parse.imprint import imprint_parts
from ingest.parse.of_itself import ITSELF, is_of_makers
from ingest.parse.on_screen import ON_SCREEN
from ingest.parse.own_paper import GIVING, INVITING, JOINING, KEEPING, MAKING, is_contact
from ingest.parse.set_phrases import PHRASES, is_voice, lists_people
from ingest.patterns import alternatives, any_of, many_of
from ingest.sentences import split_sentences

_RIGHTS = r"""
    \bprivacy (?:policy|notice|statement)\b
    \bterms (?:of|and) (?:use|service|conditions)\b
    \ball rights (?:are )?reserved\b
    ©|\(c\) ?(?:19|20)\d\d
    \bcopyright(?:ed)?\b
    \b(?:reproduced|adapted|reprinted|redrawn|used)(?: \w+)? with (?:the )?(?:kind )?permission\b
    \bmay be (?:freely )?(?:reproduced|copied|reprinted) without (?:\w+ )?permission\b
    \breprint(?:s|ed)?\b|^published by \S.{0,60}$
    \b(?:inquir(?:y|ies)|requests?) (?:and inquiries )?(?:concerning|regarding|about|for) reproduction\b
    \b(?:reproduce|reproduction|redistribut\w+)\b.{0,120}\b(?:commercial|unaltered|permission|licen[cs]e)\b
    \b(?:editorial|advertising|linking|content usage) (?:policy|policies|guidelines|process)\b
    ^(?:advertisements?|publicidad|anuncios?|anzeige|publicité|pubblicità|publicidade)$|\bsponsored (?:content|by)\b
    ^(?-i:SPONSORED|ADVERTISEMENT:?|Sponsored:|Advertisement:)\s.{0,90}[^.:]$|\s[–—|›»-] (?:learn|read|find out|discover) more$
    \bregistered (?:office|charity)\b|\b(?:company|charity) (?:registration )?(?:number|no\.?)\W{0,2}\d
"""
_CALLING = r"""
    \bcall us\b|\bcall (?:now|toll[- ]free|\+?\d[\d ()-]{6,})
    \b(?:helpline|hotline|toll[- ]free|call cent(?:er|re))\b
    \b(?:live chat|chat (?:live|online|now|with us))\b
    ^[+(]?\d[\d ().-]{6,}\d$|^\D{0,40}\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$
    \b(?:contact|email|join) us\b|\bfollow us\b(?! (?:to|into|through)\b)|\bask us(?: (?:a|anything|your)\b|\W*$)
    \btell us (?:what|how|your|about (?:it|your (?:experience|visit|stay|views?)))\b|^(?:contact|email|ask|tell) us\W*$
    \b(?:we|we[’']re|lines?|chat|support|advice|experts?|agents?|advisers?)\b.{0,40}\bavailable (?:24/7|any ?time|day or night)\b
    ^(?:chat|advice|support)?\s?(?:is )?available (?:24/7|any ?time|day or night|around the clock)\b
"""
_STEERING = r"""
    \bskip (?:directly )?to (?:\w+ ){0,3}(?:content|navigation|search|menu|footer)\b|\bback to (?:top|results)\b
    ^(?:read|learn|see|show|view|find out|load) (?:more|less|all)\b(?! (?:than|\w+ly|often|people|patients|the)\b)
    ^more\s*[→»›>]+$|^(?:select|choose|change) (?:your |a )?language\b[^.]{0,120}$
    ^[^.]{3,120}\((?:pdf|word|docx?|xlsx?)(?:[,;]? [\d.,]+ ?[kmg]b)?\)$
    ^(?:please )?scan (?:the |this |our )?(?:qr[ -]?)?code\b.{0,60}$|\breorder code\b.{0,120}$
    ^(?:full[- ]size|enlarged?|larger) (?:image|figure|picture|version)$|^(?:nach oben|zum seitenanfang|haut de (?:la )?page)$
    ^[\d,.]+ ?k (?:accesses|citations?|downloads?|views?|shares?|reads?)$|^slideshow:|\(printable version\b[^)]*\)$
    ^listen (?:to (?:this|the) (?:page|article|leaflet)\b.{0,30}|with (?-i:[A-Z])\S+)$
    ^(?:saved as|file ?(?:name|path)):\s|(?:^|\s)[a-z]:\\\S+\.\w{2,5}\b
    \bback to (?:the )?(?:\w+ ){0,3}(?:page|index|menu)$
    ^(?:[\d,.]+ ?k? (?:accesses|citations?|downloads?|views?|shares?|altmetric|reads?)\W*){2,}$
    ^(?:(?:expand|collapse|open|close|show|hide) all\b\W*)+$
    ^pdfs?\b|\bpdfs? (?:by|in) (?:\w+ )?languages?\b
    ^(?:having )?(?:trouble|problems?|difficulty) (?:reading|viewing|seeing) (?:this|the)\b.{0,60}$
    \byou are (?:viewing|reading) (?:an?|the) (?:text|print\w*|mobile|archived|old\w*)\b.{0,40}\b(?:version|copy)\b
    ^(?:this (?:page|site) is )?best (?:viewed|seen) (?:at|in|with|on|using)\b.{0,80}$
    ^(?:text|font) size:?(?:\s*[A+-]{1,3})*$
    ^(?:increase|decrease|reset|aumenta|disminuye) (?:the |el )?(?:tamaño|text|font)\b.{0,30}$
    \bjavascript\b.{0,40}\b(?:enabled?|disabled|required|turned (?:on|off)|switched (?:on|off))\b
    ^(?:comments?|comentarios|réactions|commentaires|kommentare):? \d+$|^\d+ (?:comentarios|réactions|commentaires|kommentare)$
    \bcomments powered by\b|^filed under:\s.{2,120}$|^(?:this|the) (?:article|page) was printed from\b
    ^read or share this (?:story|article|page)\b|^(?:be the )?first to (?:comment|contribute)[.!]?$
    ^(?:\[\s*(?-i:[A-Z])[^\[\]]{1,40}\]\s*){3,}$
    \bview (?:(?:this|it|the) )?(?:e-?mail |message |newsletter )?(?:online|in (?:your|a|the) (?:web )?browser)\b
    ^(?:(?:page )?views|downloads|citations|shares|likes|watchers|visits|hits):? [\d,.]+$
    ^cite this(?: (?:article|guideline|page|paper|document))?$
    \b(?:re)?submit(?:ted)?\b.{0,30}\b(?:form|request)\b
    ^(?:inicio|subir|volver|imprimir|compartir|mapa del sitio|contacto|accesibilidad|descargar|enviar a un amigo)\b.{0,40}$
    ^(?:printed|exported|generated|saved|downloaded) (?:from|by|on|with|at)\b.{0,90}\d{4}\b.{0,30}$
    \b(?:large print|braille|easy[- ]read|audio)\b.{0,40}\b(?:cop(?:y|ies)|versions?|formats?)\b
    ^(?:also )?available in (?:\w+ ){0,3}(?:formats|languages)\b
    ^if you (?:need|want|require) (?:this|it)\b.{0,60}\b(?:large print|braille|easy[- ]read|another (?:language|format))\b
    ^your (?:views?|opinions?|feedback|comments) (?:matters?|counts?|(?:is|are) (?:important|welcome|valued))\W*(?:$|[:!–—-])
    ^(?:\w\. ?){0,3}[\w’'-]+(?: [\w’'-]+){0,2},? et al\.?$
    ^printed (?:in \w+ )?on\b.{0,60}\b(?:paper|forests?)\b.{0,40}$|^please recycle\b.{0,40}$
    ^(?:please )?(?:do not )?(?:recycle|bin|shred) (?:this|me)\b.{0,30}$
    ^\W*(?:laminated|master|display|file) cop(?:y|ies)\b.{0,60}$
    ^page (?:footer|header):|\buncontrolled (?:when|if|once) printed\b
    ^\(?(?:table )?continued(?: (?:on|from) (?:the )?(?:next|previous|following) page)?\)?[.…]?$
    \ba to z\b|^(?:first |last |your )?(?:name|password|zip code|e-?mail(?: address)?)$
    ^(?:home|menu|search|close|next|previous|prev|loading|language|contents|topics)\b[ .:…»›>]*$
    ^(?:home|start)(?:\s*[>›»/|]\s*\S.*)+$
    ^(?:go|jump|return) to:?$|^open in (?:a |an )?(?:new|separate) (?:window|tab)$|\.(?:jpe?g|gif|png|svg|webp)[.)]?$
    ^(?:(?:read|see|view) (?:also|next|more)|also read|related):
    ^(?:previous|next|older|newer) (?:post|posts|article|page|entry|topic|question)s?\b
    ^(?:version|v\.?|rev(?:ision)?\.?) ?\d[\d.]*\s?[:–—-]\s.{3,120}\W(?:19|20)\d\d\.?$
    ^page \d+(?: ?(?:of|/) ?\d+)?$
    ^links? to\b.{0,120}\b(?:are|is) (?:provided|listed|given|available) (?:separately|elsewhere|here|below)\.?$
    ^(?:request|make|book|schedule) (?:an? |your )?(?:appointments?|visit|consultation)(?: online| now| today| here)?[.!]?$
    ^our (?:\w+ ){0,3}(?:cent(?:er|re)|clinic|hospital|practice)s? (?:offers?|accepts?|ha(?:s|ve)) .{0,60}\bappointments?\b
    ^[\d,.]+ ?k? (?:comments?|shares?|views?|likes?|reads?|min(?:ute)?s? read)\b(?! of\b)
    ^(?:related|recommended|associated) (?:cpd|cme|(?:e-?)?learning|courses?|modules?|webinars?)\b(?! (?:of|di|aids?)).{0,100}$
    ^\d+ (?:people|users|readers|visitors) (?:liked|found|viewed|shared|follow|read)\b(?: (?:this|it|us)\b.{0,30})?\W*$
"""
_DISCLAIMING = r"""
    \bassumes? no (?:liability|responsibility)\b
    \b(?:is|are|be) (?:not )?(?:held )?(?:liable|responsible) for (?:any|clinical|errors|decisions|the use)\b
    \b(?:authors?|publishers?|editors?)\b.{0,60}\b(?:made|taken?|used) (?:considerable|every|all) (?:\w+ )?(?:efforts?|care)\b
    ^disclaimer:|\w do(?:es)? not replace (?:a|the|your|any) (?:visit|consultation|appointment|advice|care|judge?ment)\b
    \b(?:not|never) (?:a |be used as a |intended (?:as|to be) a )?substitute for (?:professional|medical|your|clinical)\b
    \bdo(?:es)? not (?:constitute|provide|offer|replace) (?:medical|professional|clinical|a doctor)\b
    \bfor (?:general )?(?:informational|information|educational)(?: and \w+)? purposes? only\b|\beducational purposes? only\b
    ^information for (?:patients?|parents|carers|families|relatives|visitors|the public|professionals)[\w ,]{0,30}$
    \bintended for (?:use by )?(?:healthcare|health care|medical|health) (?:professionals|providers|practitioners)\b
    \bno warrant(?:y|ies)\b
    \bcopias? impresas? no controladas?\b|\b(?:queda )?prohibida (?:su|la) (?:reproducción|copia|difusión)\b
    \b(?:no|ni) (?:sustituyen?|reemplazan?) (?:a la|a los|al?|el|la) (?:juicio|consulta|consejo|opinión|médico)\b
    \b(?:declares?d?|ha(?:ve|s)|report(?:s|ed)?|disclosed?) (?:[a-z]+ ){0,6}?(?:conflicts?|competing) (?:of )?interests?\b
"""
_REVIEWING = r"""
    \bpending (?:\w+ )?review\b|\breviewed for (?:medical )?accuracy\b|\bmedical advisory board\b|\barticle review status\b
    ^(?:medically |clinically |expert(?:ly)? |scientifically |fact[- ])(?:reviewed|checked) (?:by|on)\b.{0,90}$
    ^(?:reviewed|checked) (?:by|on)\b(?! (?:(?-i:an?) (?!team|panel|board)|two|three|both|all|each|every|at least)\b).{0,90}$
    ^(?:written|edited|posted|published|authored) (?:by|on)\b(?! hand\b).{0,90}$
    ^(?:publicado|actualizado|escrito|redactado|revisado|etiquetado|archivado) (?:el|por|en)\b.{0,90}$
    \b(?:reading time|tiempo (?:estimado )?de lectura)\b
    ^retrieved from\b.{0,20}https?://
    ^(?:this|the) page was last (?:edited|changed|modified|updated)\b
    ^(?:created|last (?:modified|edited|changed)) (?:by|at|on)\b.{0,120}$
    ^(?:page |date |media |content )?(?:last |next )?review(?:ed)?(?: due| date)?:? .{0,90}\d{4}$
    ^(?:approved|ratified|authori[sz]ed|endorsed) by (?:the )?(?-i:[A-Z])[^.:;]{2,60}(?:\b(?:minute|on|dated|no)\b\.?.{0,20})?$
    ^(?:(?:page|document|monograph|guideline|policy|content|topic|protocol|pathway|procedure|sop) )?owner:\s.{2,60}$
    ^(?:authors?|editors?|chief editor|contributors?|coauthors?|reviewers?):.{0,200}[^.]$
    ^(?:(?:from|(?:endorsed|issued) by|issue date|date of issue|review(?: date| due)?|document number):\s[^.:]{2,60}\.?\s*)+$
    ^(?:document|leaflet) (?:number|reference|code)\b:?.{0,40}$
    ^\W?\s?(?:(?:these|both) )?(?:authors? )?(?:have )?contributed equally\b.{0,60}$
    ^\W?\s?(?:correspondence(?: to)?|corresponding authors?|address (?:for|correspondence))\b.{0,300}$
    ^available online\b|^(?:received|accepted)(?: for publication)?:? .{0,20}\d{4}\b.{0,120}$
    ^e-?mail(?: address)?:\s?\S+@\S+.{0,60}$
    ^(?:topics?|subjects?(?: areas?)?|tags?|issue section|palabras clave|temas?):\s.{1,120}[^.]$
    ^(?-i:KEY ?WORDS?|Key ?words?)\s(?![^.]*\b(?:is|are|was|were|must|should|can|may|will|mean|include)\b)(?=[^.]*,)[^.]*$
    ^key ?words?:|^(?:pmid|pmcid|doi|issn|isbn|orcid|nct(?:id)?|reference number)\b:?\s*\S+$
    ^(?:packager|manufacturer|distributor|(?:distributed|manufactured|marketed|packaged) (?:by|for)):?\s.{0,80}$
    ^by (?:dr\.?|(?-i:[A-Z][a-z]+)) (?-i:[A-Z])[^.]{1,140}$
    ^(?:https?://|www\.)\S+(?:\s+\d+/\d+)?$|^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|gov|edu|int|info|eu|[a-z]{2})(?:/\S*)?$
    ^\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)?(?:\s|$)
    \binformation in this (?:publication|document|leaflet|guide|booklet) (?:is|was) (?:correct|accurate|current)\b
    ^(?:graphic|topic|figure|image|table) \d{3,} version \d[\d.]*$
    \bliterature review current through\b|\bour peer review process\b
    \b(?:medical|editorial|content|writing)(?: and \w+)?(?: \w+)? (?:team|staff|board)$
"""
_WRITING = r"""
    \bintended recipients?\b|\bcontains? confidential information\b|\bbefore printing this\b
    ^sent from my\b|\bthis e-?mail (?:originated|and any|is)\b
    \b(?:disclose|copy),? (?:copy |disclose )?or distribute\b|\breceived (?:this|the) (?:message|e-?mail) in error\b
    ^[^|.]{2,60}(?:\|[^|.]{2,60}){0,4}\|\s*(?:ext|bleep|tel|phone|fax|mobile|pager)\b.{0,40}$
"""
_TAILORING = r"""
    \btailor your experience\b|\bwhich (?:one )?best describes you\b|^personali[sz]e\b
    ^(?:test|check) your knowledge\b|\btake (?:a|the) quiz\b|^(?:any )?questions\?(?:\s+\S+@\S+)?$
    ^(?:many )?thank(?:s|\s?you)\b[\W]*$|^with (?:many |grateful |our )?thanks to\b.{0,120}$
    ^(?:main|full|detailed) (?:article|page)s?:
    ^did you find (?:this|it)\b.{0,40}\b(?:useful|helpful|interesting)\?
    \bwas this (?:(?:page|article|information|answer|content) )?(?:helpful|useful)\b
    ^(?:give|leave|send)(?: us)? feedback$|\bleave a (?:comment|reply)\b
    \bhave (?:a|any|more) (?:follow[- ]?up |other |further )?questions?\?
    ^(?:\S+ ){1,4}(?:says|wrote|commented):?\s.{0,20}\b(?:19|20)\d\d,? (?:at )?\d\d?:\d\d\b
    \bmultiple[- ]choice questions? on this\b|\b(?:earn|claim) (?:free )?(?:cme|cpd|ce)\b
    \bask (?:a|any|your|another) (?:\w+[- ]?)?(?:\w+ )?questions?\b
    \banswers? (?:instantly|in seconds)\b|\binstant answers?\b
"""
_OWN_VOICE = r"""
    \bour (?:[\w/.-]+ ){0,3}?(?:team|specialists?|helpline|services?|website|site|app|newsletter|mission)(?!\w)
    \bour (?:[\w/.-]+ ){0,3}?community(?!\w| \w{3,}s\b)
    \bour (?:[\w/.-]+ ){0,3}?(?:information|content|polic(?:y|ies)|board|editors?|staff|experts|partners|donors|readers)(?!\w)
    \bour (?:[\w/.-]+ ){0,3}?a\.?i\.?(?!\w)
    \bwe (?:can |will )?(?:fund|connect|encourage you to|strive|are committed|partner|never sell|value your)\b
    \bwe (?:can |will )?help (?:you|people) (?:find|get)\b
"""
_BYLINE = any_of(_REVIEWING)
_OWN = any_of(_OWN_VOICE)
_SHARE = re.compile(r"\d\s?%|\d\s?(?:[mµkn]?g|m?[lL]|mmol|mmHg)\b|\bone in (?:\w+ )?\w+\b", re.IGNORECASE)
"""What was counted or measured is a finding, whoever says "our"."""
_TELLS = re.compile(
    r"\d\s?(?:%|(?:[mµkn]?g|m?[lL]|units?|mmol|mmHg)\b)|\boff-label\b|^(?:never|avoid|stop)\b|"
    r"^do not (?:stop|start|give|take|drink|eat|drive|swallow)\b|"
    r"\b\d+ (?:times|tablets?|capsules?|puffs?|drops?|days?|weeks?|months?|hours?)\b",
    re.IGNORECASE,
)
_CALLS = any_of(_CALLING)
_WHEN = re.compile(
    r"^when to (?:call|contact|ask|tell|see|get)\b|\b(?:if|when|unless)\W*$|"
    r"\b(?:if|when|as soon as|before|unless) (?:you|your|the|there|it|he|she|they|this|these)\b"
    r"(?! (?:have|has|need|want|would like|are|wish)(?: \w+)? (?:questions?|comments?|feedback|concerns?|information|to )|d )",
    re.IGNORECASE,
)
"""A reason to call that is a state of health is advice, and no page says it of its services."""
_FURNITURE = many_of(
    GIVING
    + JOINING
    + _RIGHTS
    + _STEERING
    + ON_SCREEN
    + _DISCLAIMING
    + _REVIEWING
    + _WRITING
    + _TAILORING
    + KEEPING
    + INVITING
    + MAKING
    + PHRASES
    + ITSELF
)
_RECOMMENDS = re.compile(
    r"\bwe (?:do not |strongly |also )?(?:recommend|suggest|advise|prefer)\b|^review:\s(?:at|in|after|within|every)\b",
    re.IGNORECASE,
)
_LANGUAGE = alternatives(
    r"""
    english|español|espanol|français|deutsch|italiano|português|русский|中文|简体中文|繁體中文|日本語|한국어|العربية|tiếng việt
    tagalog|polski|kreyòl ayisyen|hmong|हिन्दी|nederlands|türkçe
    """
)
_LANGUAGES = re.compile(rf"(?:(?:{_LANGUAGE})[\s|,/·•-]*)+$", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:score|index|scale|tool|test|calculator|model|criteria|nomogram|questionnaire|device|algorithm|result|scan|chart)s?"
    r"(?: \w+){0,2} (?:do(?:es)?|is|are|can|should|must) (?:not|never)\b",
    re.IGNORECASE,
)
"""What such a thing is no substitute for is advice on its use, and no page says it of itself."""
_MOST_OF_IT, _SHORT = 0.4, 30
_WHOM = re.compile(
    r"this (?:leaflet|booklet|factsheet|sheet|guide|guideline|guidance|protocol|policy|procedure|pathway|page|chapter|document|"
    r"information)"
    r" (?:is (?:for|about)|applies to|covers|explains|tells|describes|gives)\b|"
    r"est[ea] (?:folleto|hoja|guía|protocolo|documento|página|información|capítulo)"
    r" (?:es para|va dirigid[oa]|se dirige|se aplica|describe|explica|trata)\b",
    re.IGNORECASE,
)
"""Whom a document is for, and of what: the first sentence stays, whatever is said after it."""
_BARS = re.compile(r"\s+[•·|]\s+| {3,}")
_BUTTON = re.compile(r"(?:watch|follow|edit|view) (?:this )?(?:page|history|source)$", re.IGNORECASE)
_FEW_PARTS, _PART_WORDS = 2, 12


def is_furniture(line: str) -> bool:
    """Whether the wording of a line says that it is furniture, wherever on the page it stands.

    A long paragraph of several sentences is, if those that are make up much of it: one in passing doesn't take the others along.
    """
    text = " ".join(line.split())
    if _is_bar(line.strip()) or is_voice(text) or lists_people(text) or imprint_parts(line):
        return True
    if not _says_so(text):
        return False
    parts = split_furniture(text)
    if len(text.split()) <= _SHORT and not _WHOM.match(text):
        # A short line goes as a whole, but for a sentence in it that tells how much, or what never to do.
        return not any(_TELLS.search(part) and not is_aside for part, is_aside in parts)
    aside = sum(len(part.split()) for part, is_aside in parts if is_aside)
    if any(_WHOM.match(part) and not is_aside for part, is_aside in parts):
        return False
    return aside == 0 or aside >= _MOST_OF_IT * len(text.split())


def _is_bar(text: str) -> bool:
    """Whether a line is parts between dots or bars, several, and half of them furniture: buttons, counts, dates of the page."""
    parts = [part for part in _BARS.split(text) if part.strip()]
    if len(parts) <= _FEW_PARTS or any(len(part.split()) > _PART_WORDS for part in parts):
        return False
    return sum(_says_so(bare) or _BUTTON.match(bare) is not None for bare in (part.strip(" *_") for part in parts)) * 2 >= len(
        parts
    )


def is_byline(line: str) -> bool:
    """Whether a line says who wrote, checked or changed the page, and when."""
    return _BYLINE.search(" ".join(line.split())) is not None


def split_furniture(text: str) -> tuple[tuple[str, bool], ...]:
    """The runs of sentences of ``text``, and whether each is furniture by its wording."""
    parts: list[tuple[str, bool]] = []
    for start, end in split_sentences(text):
        sentence = text[start:end]
        is_aside = _says_so(sentence)
        if parts and parts[-1][1] is is_aside:
            parts[-1] = (f"{parts[-1][0]} {sentence}", is_aside)
        else:
            parts.append((sentence, is_aside))
    return tuple(parts)


def _says_so(text: str) -> bool:
    if _LANGUAGES.match(text) or is_of_makers(text):
        return True
    is_call = (_CALLS.search(text) is not None or is_contact(text)) and not _WHEN.search(text)
    is_own = _OWN.search(text) is not None and not _SHARE.search(text)
    if not (is_call or is_own or _FURNITURE.search(text) is not None) or _RECOMMENDS.search(text):
        return False
    return _MEASURE.search(text) is None
