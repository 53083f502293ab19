"""What papers and pages of a house say of themselves: copies, comments, changes, meetings, lines to fill in, who made them.

Each wording takes a whole line, so that "Comments about self-harm are taken seriously" and "Circulated air dries the wound" stay.
"""

from __future__ import annotations

import re

_PAPER = (
    r"(?:pathway|guid(?:e|eline|ance)|protocol|polic(?:y|ies)|procedure|document|leaflet|booklet|handbook|handout|page|chapter|"
    r"draft|version|edition|factsheet|monograph)"
)
_SAID = r"(?:comments?|feedback|corrections?|suggestions?|amendments?)"
_SENT = r"(?:(?:please )?(?:send|forward|direct|address|e-?mail|pass) )?(?:any |all |your |further )*"
_TO = r"(?:(?:should|can|may) be sent |are welcome )?(?:to|by) (?:dr|prof|mr|mrs|ms|sister|the (?:author|editor|team))\b"
_EVENT = r"(?:journal club|(?:study|training|teaching|audit) (?:day|session|afternoon|morning)|webinar|grand round)"
_ROOM = r"(?:lecture theatre|seminar room|(?:education|postgraduate) centre|training room|board ?room|conference room|zoom|teams)"
_MEAL = r"(?:tea|coffee|lunch|sandwiches|biscuits)"
_HOUSE = r"(?:wards?|staff|intranet|practices?|consultants|nurses|pharmac(?:y|ists)|departments?|library|teams?|gps)"
_BODY = (
    r"(?:team|group|department|committee|trust|service|unit|hospitals?|board|network|society|college|office|directorate|centre)"
)
_NAME = r"(?-i:[A-Z])[\w.’'&-]*"
_HERE = r"(?:here|in (?:this|the) (?:box|space))"
_TICKED = r"(?:as|where|all|one|the|any|each|box(?:es)?|that|if|when|relevant|appropriate|applicable|apply|applies|required)"
_COPY = r"(?:file |office |ward |master |this )?cop(?:y|ies)"
_LIKE = r"would (?:like|love|be (?:pleased|glad))"
_WITH = r"(?:in conjunction|together|alongside)(?: with)?(?: the)?"
_GIVEN = r"(?:circulation|distribution|resale|publication|sale)"
_SCREEN = r"(?:page|site|website|article)"
_JOY = r"(?:pleasure|privilege|honour|delight)"
ITSELF = rf"""
    ^{_COPY} (?:is |are )?(?:held|kept|issued|sent) (?:by|in|at|on|to)\b:?[^.]{{0,100}}$
    ^copy (?:number|no\.?) ?\d+(?: of \d+)?\W*$|^(?:draft )?circulated (?:for|to|by|with) .{{2,120}}$
    ^(?:distribution|circulation) list:\s.{{3,140}}$|^(?:for )?(?:distribution|circulation):\s(?=.*\b{_HOUSE}\b)[^.]{{3,140}}$
    ^{_SENT}{_SAID}(?:,? (?:or|and) {_SAID})* (?:on|about|for|regarding) (?:this|the|our) (?:\w+ )?{_PAPER}\b.*$
    ^{_SENT}{_SAID}(?:,? (?:or|and) {_SAID})* {_TO}.*$
    ^we (?:always )?(?:welcome|value|{_LIKE}(?: to (?:hear|have|know))?) (?:your|any|all) {_SAID}\b.*$
    ^we {_LIKE} to (?:hear|have|know) (?:your|any|all) (?:views|opinions|ideas|thoughts)\b.*$
    ^it (?:gives|is) (?:me|us|my|our|a|with) (?:great |much |real )*{_JOY} to (?:introduce|present|write|welcome)\b.*$
    ^(?:i|we) (?:would like to |want to |wish to |also )*thank\b(?! (?:the patient|you for (?:taking|agreeing))).*$
    ^(?:i|we) hope (?:that )?(?:you|this|it|readers|staff|colleagues)\b.{{0,60}}\b{_PAPER}\b.{{0,40}}\b(?:useful|helpful|enjoy).*$
    ^(?:amended|revised|updated|corrected|re-?issued)\W{{0,4}}(?:on )?\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b.*$
    ^(?:cross[- ]?refer(?:ence)?s?(?: to)?)\s?:\s[^.]{{3,160}}$
    ^(?:(?:to be )?read (?:together )?with|linked (?:to|with)|supersedes|replaces)\s?:\s(?=.*\b{_PAPER}\b)[^.]{{3,160}}$
    ^(?:(?:this|the) {_PAPER} (?:is|should|must) )?(?:to )?be read {_WITH} {_NAME}.*$
    ^(?:this|the) (?:\w+ )?{_PAPER} (?:supersedes|replaces) (?:all |any |the )*(?:previous|earlier|former|old)\b[^;:]*$
    ^not for (?:patient (?:queries|enquiries)|(?:onward |further |public )?{_GIVEN})\W*$
    ^(?:for )?(?:internal|staff|official) use(?: only)?\W*$|^(?:strictly |private and )?confidential(?:\s[–—:-]\s.{{2,50}})?\W*$
    ^(?:doc(?:ument)?|policy|guideline|leaflet|form|pathway)\.? ?(?:id|ref(?:erence)?|no|code|number)\.?\s?[:#]\s?\S.{{0,50}}$
    ^(?:intranet|clinical|services|departments|guidelines|handbook|hub)(?:\s[>›»]\s(?-i:[A-Z])[^.\d>›»]{{1,40}}){{2,}}$
    ^dates? for (?:your|the) diar(?:y|ies)\W*$|^(?:next|forthcoming|upcoming|future) {_EVENT}s?\b.{{0,120}}$
    ^(?:(?:the|our) )?(?:weekly |monthly |next )?{_EVENT}s? (?:meets?|(?:is|are|will be) (?:held|on|at)|takes? place)\b.{{0,120}}$
    ^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d{{1,2}}\b.{{0,80}}\b{_ROOM}\b.{{0,60}}$
    ^(?:refreshments|{_MEAL}(?:(?:,| and|, and) {_MEAL})*) (?:will be|are|is) (?:provided|served|available)\W*$
    ^in (?:the|our) next (?:issue|edition|newsletter|month['’]s issue)\b.{{0,100}}$|\bcongratulations(?: to .{{3,80}})?\s?!?$
    ^you (?:may|might) (?:also )?be interested in (?:our|these|the following|reading)\b.*$
    ^posted (?:in|under) (?-i:[A-Z]).{{0,100}}$
    ^(?:this )?page (?:is |has been )?(?:left )?(?:intentionally|deliberately) (?:left )?blank\W*$
    ^(?:slide|sheet) \d+ ?(?:of|/) ?\d+\W*$|^(?:please )?(?:tick|circle|delete)(?: {_TICKED})*\W*$
    ^(?:affix|attach|stick|place) (?:the |a )?(?:patient|addressograph|identification|hospital|id)\b.{{0,40}}\blabel {_HERE}\W*$
    ^(?:patient|addressograph|id) (?:label|sticker)(?:\s?/?\s?(?:to be )?(?:affix|stick|place|here)\w*\b.{{0,20}})?\W*$
    ^thank you for (?:listening|your attention|reading|watching|coming)\W*$|^add to (?:basket|cart|bag|wish ?list)\W*$
    ^customers (?:also|who)\b.{{0,40}}$|^(?:(?:accept|reject|allow|decline) all(?: cookies)?\W*)+$
    \byour browser (?:does not|doesn['’]t|cannot)\b|^(?:figure|table) \d+ is available (?:in|at|from) the online\b.{{0,40}}$
    ^report (?:a |an |this )?(?:problem|error|issue|page|comment)(?: (?:with|on|in) (?:this|the) {_SCREEN})\W*$
    ^this (?:article|page|paper|post) has been (?:cited|viewed|read|downloaded|shared)\b.*$|^article metrics$
    ^(?:conflicts?|competing|declarations?)(?: of)? interests?\s?:\s.{{2,200}}$
    ^(?:designed|illustrated|photographed|typeset|artwork) by (?:the )?{_NAME}.{{0,60}}$
    ^(?:department of )?medical (?:illustration|photography)\b[^.]{{0,50}}$
    ^(?:produced|issued|published|prepared) by (?:the )?(?=.*\b{_BODY}\b){_NAME}(?: (?:and |of |& |for |the )*{_NAME})*\W*$
    ^(?:(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|yours (?:sincerely|faithfully|truly)),?(?: {_NAME}){{0,3}}\W*$
    ^(?:version \d+(?:\.\d+)*|v\.? ?\d+\.\d+(?:\.\d+)*)(?: (?:final|draft|approved))?\W*$
"""
"""Copies, comments, forewords, changes, other papers, standing, ways, diaries, teasers, blank pages, shops, makers, greetings."""
_BLANK = re.compile(r"_{4,}|\.{8,}|…{4,}|(?:_ ){4,}")
_MOST_BESIDE = 14
_BODIES = r"(?:group|committee|team|party|panel|members?|attendance|apologies|contributors?|reviewers?)"
_MAKERS = re.compile(
    rf"^(?:(?P<body>[\w ()/&-]{{0,40}}\b{_BODIES})|(?:(?:lead|main|chief|first) )?(?:author|editor|writer)s?)"
    r"\s?:\s(?P<names>.+)$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:[A-Z]\.|(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b)")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sr|Sister|Dame|Sir)\.?\s+)?"
    r"(?:[A-Z]\.[ -]?(?:[A-Z]\.[ -]?){0,3}|[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?)[A-Z][\w’'-]+"
)
_BETWEEN = re.compile(r"\s*[,;&]\s*|\s+and\s+|\.\s+[A-Z]\w+:\s+")
_SMALL = frozenset({"of", "in", "for", "the"})


def is_of_makers(text: str) -> bool:
    """Whether a line is one to write on, or says only who wrote, read or met."""
    return is_fill_in(text) or names_makers(text)


def is_fill_in(text: str) -> bool:
    """Whether a line is one to write on: some words beside blanks."""
    return _BLANK.search(text) is not None and len(_BLANK.sub(" ", text).split()) <= _MOST_BESIDE


def names_makers(text: str) -> bool:
    """Whether a line says only who wrote, read or met: a word for them, and names with their offices."""
    match = _MAKERS.match(text)
    if match is None or any(map(str.isdigit, text)) or not _are_people(match["names"]):
        return False
    # A surgical team is made of persons of some kind, a writing group of persons with names.
    return match["body"] is None or _TITLED.search(match["names"]) is not None


def _are_people(names: str) -> bool:
    """Whether the parts of a list are persons, their offices and degrees, a person first."""
    parts = [part for part in _BETWEEN.split(names.rstrip(".")) if part]
    are_names = all(word in _SMALL or word[:1].isupper() for part in parts for word in part.split())
    return bool(parts) and are_names and _PERSON.fullmatch(parts[0]) is not None
