"""What a paper says of itself, and where it may be had or asked about: wordings and lines of telephone numbers."""

from __future__ import annotations

import re

_PAPER = (
    r"(?:leaflet|booklet|brochure|factsheet|(?:information|fact) sheet|document|polic(?:y|ies)|guidelines?|guidance|protocol|"
    r"procedure|publication)"
)
_TEXT = rf"(?:summar(?:y|ies)|pages?|articles?|topics?|chapters?|information|{_PAPER}s?)"
_ITS = rf"(?:the|this|these|our|all) (?:[\w/()®-]+ ){{0,5}}{_TEXT} (?:is|are|will be)"
_OFTEN = r"(?:regularly|periodically|annually|yearly)"
_FORMS = r"(?:large print|braille|easy[- ]read|audio|another language|other languages)"
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|instagram|youtube|pinterest|reddit|telegram|tumblr|tiktok|mastodon|bluesky|threads)"
)
_FAIR = r".{0,90}\b(?:equality|diversity|equal opportunit(?:y|ies)|discrimination|protected characteristics)\b"
KEEPING = rf"""
    ^(?:please )?(?:bring|keep|take|retain|carry) (?:this|these|your copy of this) (?:\w+ )?{_PAPER}s?\b(?!.{{0,60}}\bif\b)
    \bthis (?:\w+ )?(?:{_PAPER}|information|page)\b.{{0,40}}\b(?:in|into|as) (?:\w+ )?{_FORMS}\b
    \bsmoke[- ]free (?:site|hospital|trust|premises|organi[sz]ation|zone)\b|^thank you for not (?:smoking|vaping)\b
    \bequality (?:and \w+ )?(?:impact )?(?:analysis|assessment|screening)\b|\bequality impact\b
    ^(?:the|our|this) (?:[\w-]+ ){{0,4}}(?:is committed|aims|seeks|values|recogni[sz]es|promotes|was assessed)\b{_FAIR}
    \badverse impact on (?:any|the|those) (?:\w+ )?(?:protected|equality) (?:groups?|characteristics?)\b
    ^{_ITS} (?:\w+ )?(?:reviewed|updated|revised)\b.{{0,40}}\b(?:{_OFTEN}|every (?:\w+ )?years?|(?:as|when|once) new)\b
    ^{_ITS} {_OFTEN} (?:reviewed|updated|revised)\b
    \b(?:printed|paper|hard) cop(?:y|ies) (?:of (?:this|the {_PAPER})|are|is|may|can|should|must|will)\b
    ^(?:printed|paper|hard) cop(?:y|ies)\b(?! of (?!this))|\b(?:read|reading|using|hold|holding) an? (?:printed|paper|hard) copy\b
    ^{_ITS} available (?:online )?(?:at|from):? (?:https?://|www\.)\S+$
    ^(?:issued|printed|produced|first published)(?: on| in)?:\s+(?:\w+ ){{0,2}}(?:19|20)\d\d\.?$
"""
"""To whom it is given, in which forms it is had, how it was made fair, how often it is looked at again."""
INVITING = rf"""
    ^(?:please )?help us\b|\bhelp(?:s|ing)? us (?:to )?(?:improve|understand|make|keep|provide|fund|continue|reach)\b
    ^(?:related|recommended|associated) (?:podcasts?|videos?)\b.{{0,100}}$
    ^comment on this (?:article|page|topic|chapter|post|guideline)\b
    ^(?:use|try|browse|visit|explore|check) our\b.{{0,60}}\b(?:search|finder|tool|database|director(?:y|ies)|store|shop)\b
    ^(?:find|search for|browse|join|look for) (?:an? |all |open |current |active )*(?:clinical )?trials?\b(?! (?:of|that|in)\b)
    \b(?:trials?|studies) (?:that are |which are |are )?(?:now |currently |actively )(?:enrolling|recruiting|accepting)\b
    ^(?:{_NETWORK}|{_NETWORK}\W+(?:(?:{_NETWORK}|e?-?mail|print|copy(?: link)?|sms|rss)\W*)+)$
    ^(?:please )?follow (?:@\w+|\S.{{0,50}} on (?:facebook|twitter|linkedin|instagram|youtube|pinterest|tiktok)\b.{{0,60}})$
    ^access (?:free|our|all)\b.{{0,60}}$|^copy link$
"""
"""Into comments, searches, trials and networks."""
_PARTS = r"(?:\w+ )?milk|plasma|platelets?|tissues?|part of"
_BODILY = rf"blood|organs?|kidneys?|livers?|lungs?|corneas?|bone marrow|marrow|stem cells?|cells?|eggs?|sperm|{_PARTS}"
_NOTHING_BODILY = "".join(
    rf"(?<!\b{word} )"
    for word in "blood organ kidney liver lung cornea marrow cell egg sperm milk plasma platelet tissue living".split()
)
"""What of a body is given is no gift to a charity."""
GIVING = rf"""
    {_NOTHING_BODILY}\bdonat(?:e|es|ing|ions?)\b(?! (?:a |an |of |of an? )?(?:{_BODILY})\b| after (?:brain|circulatory))
    \btax[- ]deductible\b
    \b(?:your|a|year-end|monthly|matching|memorial) (?:\w+ )?gifts? (?:is|helps?|enables?|today|now|will|can|of \$)
    \bgive (?:now|today|monthly)\b(?! (?:\d|\w*injections?|doses?|the\b|an?\b|oral|iv\b))
    \bamount must be (?:at least|a|more than|between)? ?[$£€]
    \bfund(?:s|ing)? research breakthroughs?\b
"""
JOINING = r"""
    \b(?:sign|signing) up\b
    \bsubscribe\b
    \bnewsletters?\b
    ^(?:please )?(?:log|sign)[ -]?in\b(?! situ)|\b(?:to|or|please|must) (?:log|sign) in\b
    \b(?:log|sign)[ -]in (?:to|with|using|via|page|here)\b
    \bcreate (?:an |your )?account\b(?! of\b)
    \bget involved\b
    ^(?:welcome|hello|hi|(?:logged|signed) in)\b[^.]{0,60}\b(?:log|sign)[ -]?(?:in|out)\b
"""
"""Money, and accounts."""
_MADE = "(?:adapted|developed|produced|endorsed|prepared|written|compiled)"
_BY = r"(?:by|with|from) (?:(?:the )?(?:help|support|advice|agreement) (?:of|from) )?(?:the |our )?(?-i:[A-Z])"
_WANT = rf"(?:need|would like|want) (?:an interpreter|this (?:{_TEXT}|(?:fact ?)?sheet))"
MAKING = rf"""
    ^this (?:\w+ )?{_TEXT} (?:has been|was|is) {_MADE}\b(?:[^.;:]{{0,60}})\b{_BY}[^.;:]*\.?$
    ^(?:the|all) (?:information|content) on this (?:page|site|website) (?:is|was) (?:written|checked|produced|prepared)\b
    ^(?:writing|guideline|working|steering|development|drafting) (?:committee|group|party|panel|team)(?: members?)?:\s.{{4,}}
    ^(?:written|produced|prepared|compiled|drafted) by (?:the )?(?-i:[A-Z])[\w ’'&-]{{2,60}}:\s(?-i:[A-Z]).{{4,}}
    ^this document (?:was|is) (?:approved|ratified|endorsed) by (?-i:[A-Z])[^.;]{{2,80}}\.?$
    ^some rights reserved\b|\bcreative commons\b|^(?:suggested|recommended) citation\b
    ^design and layout\b|^printed (?:in|by) (?-i:[A-Z])
    ^(?:please )?(?:let us know|(?:tell|ask|contact) us|speak to (?:us|staff)) if you {_WANT}\b.*$
    \bmention of (?:specific|particular|certain) (?:companies|products|manufacturers|firms|trade names)\b
    ^(?:please )?(?:complete|fill in|return|hand in) (?:the|this|your|our) (?:\w+ )?(?:feedback|evaluation) (?:form|survey)\b
    ^\((?:photo(?:graph)?s?|image|picture|credit|source)(?: (?:credit|by))?:\s?[^()]{{2,60}}\)$
    ^(?-i:[A-Z])[\w .’'-]{{2,40}} ?/ ?getty images$
    ^\S+@[\w-]+(?:\.[\w-]+)+$|^(?:[@#]\w+\s*)+$
    ^(?:consultation|commenting)(?: period)? (?:closed|opened|ran|ended)\b.{{0,100}}$|^cc:?\s+(?-i:[A-Z]).{{0,150}}[^.]$
    \b(?:personal|speaker|consult(?:ing|ancy)|lecture) (?:fees?|honoraria)\b|\b(?:received|reports?) (?:\w+ )?travel grants?\b
    ^(?:image|photo(?:graph)?|picture|illustration)s?:?(?: \w+){{0,2}} (?:courtesy|credit|reproduced)\b.{{0,120}}$
    ^["“‘][^"”’]{{3,120}}["”’]\s*[–—-]\s*(?-i:[A-Z])[\w’'.-]+(?: (?-i:[A-Z])[\w.’'-]*)?,? (?:aged |age )?\d{{1,3}}$
    ^(?:queries|questions|comments|feedback|enquiries) (?:about|on|regarding) (?:this|the) \w+:?\s\S*(?:@|https?:).*$
"""
"""Who made it, who was asked about it and paid, whose pictures and sayings it shows, and whom to write to."""
_LONGEST = 150
_PHONE = r"(?:(?:\+\d|\(?0\d)[\d ()-]{6,}\d|\b\d{3}[ .-]\d{4}\b|\b\d{3}[ .-]\d{3}[ .-]\d{3,4}\b)"
_HOURS = (
    r"(?:[\s,;()–-]|\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|to|until|and|from|noon|midday|midnight|weekdays?|weekends?|every|"
    r"day|daily|a|week|at|other times|(?:office|working|opening) hours?|answerphone|"
    r"\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|h)?|24 hours|7 days)\b)*"
)
_HOW = r"(?:(?:tel(?:ephone)?|teléfono|phone|ring|call|bleep|ext(?:ension)?|pager|fax|mobile|switchboard|on)\b\.?:?\s*)*"
_REACHED = re.compile(_PHONE)
_CONTACT = re.compile(
    rf"(?:(?:[^\W\d_](?:[^.;:]{{1,60}}:|[^.;:\d]{{1,60}})\s*)?{_HOW}(?:{_PHONE}|\d{{3,5}}\b){_HOURS}[.]?\s*){{1,4}}",
    re.IGNORECASE,
)


def is_contact(text: str) -> bool:
    """Whether a line holds only whose telephone it is, its number, and when it is answered."""
    return len(text) <= _LONGEST and _REACHED.search(text) is not None and _CONTACT.fullmatch(text) is not None
