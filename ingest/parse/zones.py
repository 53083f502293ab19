"""What the lines below a heading are when they are no body text: reference lists, lists of links, notices."""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.patterns import any_of


class Zone(StrEnum):
    """What the lines below a heading are, when they are no body text."""

    REFERENCES = "references"
    LINKS = "links"
    """Related pages, contents, sharing, menus: ends where body text comes again."""
    NOTICE = "notice"
    """Disclaimers, rights, authors, comments, forms: runs on to the next heading."""


_REFERENCES = r"""
    ^(?:selected |key |article |medical |cited )?(?:references?|sources?|citations?)(?: list)?(?: ?\(\d+\))?:?$
    ^(?:show|view|our|article) (?:sources|references):?$
    ^(?:bibliography|works cited|literature(?: cited)?):?$
    ^(?:references|sources) and (?:notes|sources|further reading|(?:circulation|distribution)(?: list)?):?$
    ^\w+ references:?$
    ^(?!(?:quick|rapid|fast|easy|handy|pocket|function|drugs?|dos(?:e|ing|age)|technical|clinical) )\w+ reference:?$
    ^(?:referenced|references accessed|accessed) on\b.{0,40}$
    ^(?:referencias|bibliografía|fuentes)(?: bibliográficas)?:?$
"""
_LINKS = r"""
    ^(?:related|recommended|similar|popular|trending|more|other|latest|recent|suggested) (?:question|post|article)s?\b.{0,30}$
    ^(?:related|recommended|similar|popular|more|other) topics?\b.{0,30}$
    ^(?:related|recommended|similar|popular|trending|more|other|latest|recent) (?:stories|content|reading|pages|links)\b.{0,30}$
    ^(?:related|recommended|similar|popular|more|other|latest|recent) (?:resources|information|news|videos)\b.{0,30}$
    ^(?:related|recommended|similar|popular|other|latest) (?:guidance|guidelines?|leaflets?|publications?|services|courses)$
    ^(?:preguntas|artículos|temas|noticias|contenidos?|enlaces|páginas) relacionad[oa]s?\b.{0,30}$
    ^(?:también (?:te|le) puede interesar|enlaces de interés|compartir)\b.{0,30}$
    ^(?:you (?:may|might) also (?:like|be interested)|people also ask|read next|up next|see also|explore more)\b.{0,40}$
    ^(?:(?:more )?from )?(?:around|elsewhere on|across) the (?:web|net|internet)\b.{0,30}$
    ^(?:related|see also):?$
    ^further reading\b.{0,40}$
    ^(?:most (?:popular|read|viewed|shared|commented|emailed)|suggested (?:reads?|reading))(?: \w+)?$
    ^(?:popular|trending)(?: now)?$
    ^(?:news|events|noticeboard|announcements?|what['’]s new|noticias|novedades|(?:recent|site) (?:activity|updates))$
    ^(?:recently|last) (?:updated|viewed|changed|added)(?: \w+)?$|^(?:attachments?|downloads?):?$
    ^(?:our )?products (?:&|and) services$
    ^(?:relacionad[oa]s?|(?:entradas|artículos|noticias) (?:recientes|anteriores|populares)|archivos adjuntos|descargas)$
    ^more (?:in|on|about|from|like this)\b.{0,40}$|^(?:support|useful|external|helpful|(?:\w+ )?guidelines?) links$
    ^(?:tags?|categories)\b(?! of\b).{0,40}$
    ^(?:related|associated|linked|supporting) (?:documents?|policies|policy|guidelines?|procedures?|protocols?|leaflets?)$
    ^(?:documentos?|protocolos?|procedimientos?) (?:relacionad[oa]s?|asociad[oa]s?)$
    ^(?:share|follow)(?: (?:this|us|on)\b.*)?$
    ^(?:navigation|main menu|menu)\b.{0,20}$
    ^(?:ähnliche|verwandte|weitere|weiterführende|neueste|beliebte) (?:beiträge|artikel|themen|links|meldungen)\b.{0,30}$
    ^(?:mehr zum thema|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|lesen sie auch)\b.{0,40}$
    ^(?:articles?|contenus?|pages?|liens) (?:similaires?|liée?s?|connexes?|associée?s?|utiles)\b.{0,30}$
    ^(?:[aà] lire (?:aussi|également)|sur le même (?:sujet|thème)|voir aussi)\b.{0,40}$
    ^(?:(?:articoli|contenuti|temi) correlati|leggi anche|vedi anche)\b.{0,30}$
    ^(?:(?:artigos|conteúdos|notícias|assuntos) relacionad[oa]s|leia (?:também|mais)|veja também)\b.{0,30}$
    ^(?:previous|next) (?:post|article|page|topic|entry)$
    ^(?:drugs?|medicines?|medications?|products?|tests?|people|topics?) mentioned in this (?:article|topic|page|chapter)$
    ^(?:cited|mentioned) (?:by|in)(?: \d+.{0,30})?$
"""
_CONTENTS = r"""
    ^(?:table of contents|contents\b(?! of\b)|on this page|in this (?:article|section|page)|jump to|quick links)\b.{0,20}$
"""
_NOTICES = r"""
    \bdisclaimers?\b|\bcopyright\b|\bterms of\b|\bcookies?\b|\bconflicts? of interest\b|^funding$|^acknowledge?ments?$
    \bprivacy\b(?! (?:and (?:dignity|comfort)|of|for|when|while|during)\b)|^declarations?$
    ^(?:availability of (?:data|code)|data availability|competing interests?)\b.{0,40}$
    ^ethic(?:s|al)(?: (?:approvals?|statement|committee|review|clearance|declarations?)\b.{0,40})?$
    ^(?:(?:financial )?disclosures?|declarations? of (?:competing )?interests?|funding)(?: (?:sources?|statement|and|of)\b.*)?$
    ^(?:rights and permissions|authors?['’]? contributions?|consent for publication|supplementary \w+)$
    ^(?:author )?affiliations?$|^author information$|^(?:(?:about )?the )?authors?$|^article notes\b.{0,60}$
    ^article (?:info(?:rmation)?|history)$
    ^(?:fore ?word|preface|prólogo|prefacio|vorwort|avant[- ]propos)(?: (?:by|de|von)\b.{0,60})?$
    ^\d+ (?:thoughts?|comments?|responses?|replies|reviews?) (?:on|to|about)\b
    ^[\d,.]+ (?:comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|replies)\W*$
    ^(?:(?:leser)?kommentare|commentaires|comentarios|commenti|comentários|reacties)(?: ?\(?\d+\)?)?\W*$
    ^(?:(?:schreibe?n?|hinterlassen?) (?:sie )?einen kommentar|kommentar (?:schreiben|verfassen|hinterlassen))\b.{0,40}$
    ^(?:(?:laisser|écrire) un commentaire|dej(?:a|ar|e) un comentario|lascia un commento|deixe um comentário)\b.{0,40}$
    ^(?:readers?|users?|visitors?)['’]? (?:comments|discussions?|reactions|contributions|reviews)\b.{0,20}$
    ^(?:from|on|in) (?:our|the) (?:(?:online|community|members['’]?) )?(?:forums?|message ?boards?)\b.{0,20}$
    ^(?:become|join) (?:a |the |our )?(?:member|society|association|mailing list|community|conversation|discussion)\b.{0,20}$
    ^(?:feedback|comments?)(?:\s*[^\w\s].{0,30}| (?:and|on|about|form|survey|us|box|section)\b.{0,30})?$
    ^(?:leave a (?:comment|reply)|newsletter|subscribe|get in touch)\b.{0,30}$
    ^have (?:a|any|more) (?:follow[- ]?up |other |further )?questions?\??$
    ^(?:thank you|thanks)(?: (?:for|to) .{0,40})?[.!]?$|^any questions\??$|^questions\?$|^(?:muchas )?gracias[.!]?$
    ^(?:(?:document|article|page|policy|guideline) (?:history|control|details)|history of this (?:page|document|article))$
    ^(?:author|contributor|reviewer|panel|editor)s?['’]? (?:financial )?(?:disclosures?|declarations?|interests?)$
    ^orcids?(?: ids?)?$|^(?:document )?(?:approvals?|ratification|sign[- ]?off)(?: (?:and|&) \w+)?$
    ^(?:page|document|content|topic|guideline|policy|article|pathway) (?:owner|author|lead|editor|contact|maintainer|steward)s?$
    ^(?:updates? to this page|(?:change|version|revision|update|edit) history|(?:document )?change log|revision log)$
    ^(?:appendix \w{1,3}\W+)?(?:consultation|amendment|document (?:control|revision)) (?:record|log|history|table|sheet)s?$
    ^(?:appendix \w{1,3}\W+)?(?:(?:document )?version(?: control)?|peer[- ]review) (?:record|log|history|table|sheet)s?$
    ^(?:distribution|circulation) list$|^(?:editorial|publication|publishing) (?:information|details|notes?)$
    ^(?:other|different|alternative|accessible) (?:languages|formats)(?: (?:and|or|&) (?:other )?(?:languages|formats))?$
    ^(?:still have|got) questions?\??$|^ask (?:a|your) question$
    ^was this .{0,30}helpful\??$|^personali[sz]e\b.{0,30}$|^(?:article )?review status$
    ^donate\b.{0,30}$|^how (?:can (?:you |i |we )?|to |you can )(?:help|donate|give)(?: (?:us|today|online|back|money|to us))?\??$
"""
_MAKERS = (
    r"(?:authors?|editors?|contributors?|reviewers?|publishers?|journal|magazine|(?:web)?site|society|foundation|charity|college|"
    r"trust|association|organi[sz]ation|hospitals?|network|agency|institute|university|board|cent(?:re|er)|teams?|group|panel|"
    r"committee|services?|departments?|unit|company|council|alliance|campaign|app|program(?:me)?|project|clinic|practice|office)"
)
_OF_PAGE = (
    r"(?:(?:web)?page|(?:web)?site|information|content|leaflet|booklet|fact ?sheet|brochure|article|document|publication|book|"
    rf"resource|report|version|edition|tool|series|chapter|topic|course|translation|review|{_MAKERS})"
)
_OWN = rf"""
    ^about (?:us|our|me)\b.{{0,40}}$|^about this (?:[\w-]+ )?{_OF_PAGE}$|^about the (?:[\w’'&-]+ ){{0,5}}{_MAKERS}$
    ^contacts?(?:\s*[^\w\s].{{0,30}}| (?:us|me|page|form|cards?|lists?|points?|persons?|names?|for)\b.{{0,30}})?$
    ^contacts? and (?:\w+ )?(?:links|feedback|support|help|information|details|address(?:es)?|location|opening)\b.{{0,20}}$
    ^contact (?:details?|info(?:rmation)?|numbers?|(?:tele)?phones?|e-?mails?|address(?:es)?|or \w+)\b.{{0,30}}$
    ^contact (?:the|our) (?:[\w’'-]+ ){{0,4}}(?:{_MAKERS}|nurses|specialists|secretar(?:y|ies)|reception(?:ists?)?|desk)$
    ^(?:appendix \w{{1,3}}\W+)?equality(?: (?:and|&) \w+)? (?:impact|analysis|assessment|statement|screening|duty)\b.{{0,40}}$
    ^(?:appendix \w{{1,3}}\W+)?equality$
"""
"""What a site, its makers and its papers are, by name: "about the operation" and "contact dermatitis" are of the body."""
_ZONES = (
    (Zone.REFERENCES, any_of(_REFERENCES)),
    (Zone.LINKS, any_of(_LINKS + _CONTENTS)),
    (Zone.NOTICE, any_of(_NOTICES + _OWN)),
)
_TO_RING = re.compile(
    r"(?:contacts?|get in touch|(?:any |more |further )?questions|have (?:a|any|more) questions)"
    r"(?: (?:us|details|numbers?|information|(?:the|your) [\w ]{3,30}))?\??:?$",
    re.IGNORECASE,
)
_LISTS_HEADINGS = any_of(_CONTENTS)
_LEADS_ON = re.compile(
    r"\b(?:if|when|unless|si|cuando|wenn|falls|quand)(?: you| your child| there(?: is| are)?| the \w+| usted)?\W*$", re.IGNORECASE
)
"""What ends so goes on in the list below it ("Contact 111 if:"), and that is advice."""
_MOST_SIGNED = 7
_GREETING = any_of(
    r"""
    (?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)[,.!]?
    (?:regards|yours (?:sincerely|faithfully|truly))[,.!]?
    (?:un )?(?:cordial(?:es)? )?saludos?(?: cordiales)?[,.!]?|atentamente[,.]?
    """
)


def ends_letter(line: str) -> bool:
    """Whether a line is the greeting that ends a letter: below it stand names and notices."""
    words = " ".join(line.split())
    greeting, comma, name = words.partition(",")
    # The name may stand in the same line.
    is_name = bool(comma) and len(name.split()) <= _MOST_SIGNED and not name.rstrip().endswith((".", ":"))
    return _GREETING.fullmatch(words) is not None or (is_name and _GREETING.fullmatch(greeting) is not None)


def is_contents(heading: str) -> bool:
    """Whether a heading stands above the list of a page's own headings."""
    return _LISTS_HEADINGS.search(heading.strip()) is not None


def says_whom_to_ring(heading: str) -> bool:
    """Whether a heading stands above the names and numbers of those who answer questions."""
    return _TO_RING.match(heading) is not None


def zone_of(heading: str, *, printed: bool = False) -> Zone | None:
    """What the lines below a heading are, told by the heading; None for a heading of the body.

    Whom to ring is furniture of a site, and what a reader looks for in a ``printed`` leaflet or procedure.
    """
    text = " ".join(heading.split())
    if _LEADS_ON.search(text):
        return None
    if printed and says_whom_to_ring(text):
        return None
    return next((zone for zone, pattern in _ZONES if pattern.search(text)), None)
