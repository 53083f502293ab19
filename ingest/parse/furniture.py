"""Recognises page furniture in captures: what a page says about itself, its publisher and its services, and never about medicine.

Only by general wording and shape, never by one site's sentences. A new site that slips through is mended by a pattern that any page
of its kind would match, with a test.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Zone(StrEnum):
    """What the lines below a heading are, when they are no body text."""

    REFERENCES = "references"
    LINKS = "links"
    """Related pages, contents, sharing, menus: ends where body text comes again."""
    NOTICE = "notice"
    """Disclaimers, rights, authors, comments, forms: runs on to the next heading."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_GIVING = (
    r"\bdonat(?:e|es|ing|ions?)\b(?! (?:blood|of organs?|organs?|bone marrow|eggs?|sperm))",
    r"\btax[- ]deductible\b",
    r"\b(?:your|a|year-end|monthly|matching|memorial) (?:\w+ )?gifts? (?:is|helps?|enables?|today|now|will|can|of \$)",
    r"\bgive (?:now|today|monthly)\b",
    r"\bamount must be\b",
    r"\bfund(?:s|ing)? research breakthroughs?\b",
)
_JOINING = (
    r"\b(?:sign|signing) up\b",
    r"\bsubscribe\b",
    r"\bnewsletters?\b",
    r"\b(?:log|sign)[ -]?in\b(?! situ)",
    r"\bcreate (?:an |your )?account\b",
    r"\bget involved\b",
    r"\bcookies?\b",
)
_RIGHTS = (
    r"\bprivacy (?:policy|notice|statement)\b",
    r"\bterms (?:of|and) (?:use|service|conditions)\b",
    r"\ball rights reserved\b",
    r"©|\(c\) ?(?:19|20)\d\d",
    r"\bcopyright(?:ed)?\b",
    r"\breprint(?:s|ed)?\b",
    r"\b(?:editorial|advertising|linking|content usage) (?:policy|policies|guidelines|process)\b",
    r"^advertisements?$|\bsponsored (?:content|by)\b",
)
_CALLING = (
    r"\bcall us\b|\bcall (?:now|toll[- ]free|\+?\d[\d ()-]{6,})",
    r"\b(?:helpline|hotline|toll[- ]free|call cent(?:er|re))\b",
    r"\b(?:live chat|chat (?:live|online|now|with us))\b",
    r"^[+(]?\d[\d ().-]{6,}\d$",
    r"\b(?:contact|email|follow|join|ask|tell) us\b",
    r"\bavailable (?:24/7|any ?time|day or night|around the clock)\b",
)
_STEERING = (
    r"\bskip to (?:main |the )?(?:content|navigation)\b|\bback to (?:top|results)\b",
    r"\b(?:click|tap) (?:here|the|on|below)\b|\bselect the\b.*\bbutton\b",
    r"^(?:print|share|save|email|tweet|pin|copy link|bookmark)(?: (?:this|on|via|page|article|to)\b.*)?$",
    r"^(?:read|learn|see|show|view|find out|load) (?:more|less|all)\b",
    r"^download\b|^pdfs?\b|\bpdfs? (?:by|in) (?:\w+ )?languages?\b",
    r"^(?:home|menu|search|close|next|previous|prev|loading|language|contents|topics)\b[ .:…»›>]*$",
    r"^(?:home|start)(?:\s*[>›»/|]\s*\S.*)+$",
    r"^(?:previous|next|older|newer) (?:post|posts|article|page|entry|topic|question)s?\b",
    r"^\d+ (?:comments?|shares?|views?|likes?|min(?:ute)?s? read)\b",
)
_DISCLAIMING = (
    r"\bassumes? no (?:liability|responsibility)\b|\b(?:is|are|be) (?:not )?(?:held )?(?:liable|responsible) for (?:any|clinical|errors|decisions|the use)\b",
    r"\b(?:not|never) (?:a |be used as a |intended (?:as|to be) a )?substitute for (?:professional|medical|your|the advice|clinical)\b",
    r"\bdo(?:es)? not (?:constitute|provide|offer|replace) (?:medical|professional|clinical|a doctor)\b",
    r"\bfor (?:general )?(?:informational|information|educational)(?: and \w+)? purposes? only\b|\beducational purposes? only\b",
    r"\bintended for (?:use by )?(?:healthcare|health care|medical|health) (?:professionals|providers|practitioners)\b",
    r"\bno warrant(?:y|ies)\b",
)
_REVIEWING = (
    r"\bpending (?:\w+ )?review\b|\breviewed for (?:medical )?accuracy\b|\bmedical advisory board\b|\barticle review status\b",
    r"^(?:medically |clinically |expert(?:ly)? |scientifically |fact[- ])?(?:reviewed|checked|written|edited|posted|published|authored) (?:by|on)\b.{0,90}$",
    r"^by (?:dr\.?|[A-Z][a-z]+) [^.]{2,60}$",
    r"\b(?:medical|editorial|content|writing)(?: and \w+)?(?: \w+)? (?:team|staff|board)$",
)
_TAILORING = (
    r"\bhelps? us\b|\btailor your experience\b|\bwhich (?:one )?best describes you\b|^personali[sz]e\b",
    r"\bwas this (?:page|article|information|answer|content) helpful\b|\brate this\b|\bleave a (?:comment|reply)\b",
    r"\bhave (?:a|any|more) (?:follow[- ]?up |other |further )?questions?\?|\bask (?:a|any|your|another) (?:\w+[- ]?)?(?:\w+ )?questions?\b",
    r"\banswers? (?:instantly|in seconds)\b|\binstant answers?\b",
)
_OWN_VOICE = (
    r"\bour (?:[\w/.-]+ ){0,3}?(?:team|specialists?|helpline|services?|website|site|app|newsletter|mission|community|information|content|"
    r"polic(?:y|ies)|board|editors?|staff|experts|partners|donors|readers|a\.?i\.?)(?!\w)",
    r"\bwe (?:can |will )?(?:fund|connect|encourage you to|strive|are committed|partner|never sell|value your|help (?:you|people) (?:find|get))\b",
)
_FURNITURE = _any(*_GIVING, *_JOINING, *_RIGHTS, *_CALLING, *_STEERING, *_DISCLAIMING, *_REVIEWING, *_TAILORING, *_OWN_VOICE)
_RECOMMENDS = re.compile(r"\bwe (?:do not |strongly |also )?(?:recommend|suggest|advise|prefer)\b", re.IGNORECASE)
_LANGUAGES = re.compile(
    r"(?:(?:english|español|espanol|français|deutsch|italiano|português|русский|中文|简体中文|繁體中文|日本語|한국어|العربية|tiếng việt|tagalog|"
    r"polski|kreyòl ayisyen|hmong|हिन्दी|nederlands|türkçe)[\s|,/·•-]*)+$",
    re.IGNORECASE,
)

_ZONES: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    (
        Zone.REFERENCES,
        _any(
            r"^(?:selected |key |article |medical |cited )?(?:references?|bibliography|sources?|citations?|works cited|literature cited|literature)"
            r"(?: (?:list|and (?:notes|sources|further reading)))?(?: ?\(\d+\))?:?$",
            r"^(?:referenced|references accessed|accessed) on\b.{0,40}$",
            r"^(?:referencias|bibliografía|fuentes)(?: bibliográficas)?:?$",
        ),
    ),
    (
        Zone.LINKS,
        _any(
            r"^(?:related|recommended|similar|popular|trending|more|other|latest|recent|suggested|preguntas|artículos)"
            r" (?:questions?|posts?|articles?|topics?|stories|content|reading|pages|links|resources|information|news|videos|relacionad[oa]s)\b.{0,30}$",
            r"^(?:you (?:may|might) also (?:like|be interested)|people also ask|read next|up next|see also|further reading|explore more|tags?|categories)\b.{0,40}$",
            r"^(?:share|follow)(?: (?:this|us|on)\b.*)?$",
            r"^(?:table of contents|contents|on this page|in this (?:article|section|page)|jump to|quick links|navigation|main menu|menu)\b.{0,20}$",
            r"^(?:previous|next) (?:post|article|page|topic|entry)$",
        ),
    ),
    (
        Zone.NOTICE,
        _any(
            r"\bdisclaimers?\b|\bcopyright\b|\bprivacy\b|\bterms of\b|\bcookies?\b|\bconflicts? of interest\b|^funding$|^acknowledge?ments?$",
            r"^about (?:the|this|us|our|me)\b.{0,40}$|^(?:contact|feedback|comments?|leave a (?:comment|reply)|newsletter|subscribe|get in touch)\b.{0,30}$",
            r"^have (?:a|any|more) (?:follow[- ]?up |other |further )?questions?\??$|^(?:still have|got) questions?\??$|^ask (?:a|your) question$",
            r"^was this .{0,30}helpful\??$|^personali[sz]e\b.{0,30}$|^(?:article )?review status$|^donate\b.{0,30}$|^how (?:can|to) (?:you )?(?:help|donate|give)\b.{0,20}$",
        ),
    ),
)


def is_furniture(line: str) -> bool:
    """Whether the wording of a line says that it is furniture, wherever on the page it stands."""
    text = " ".join(line.split())
    if _LANGUAGES.match(text):
        return True
    return _FURNITURE.search(text) is not None and not _RECOMMENDS.search(text)


def zone_of(heading: str) -> Zone | None:
    """What the lines below a heading are, told by the heading; None for a heading of the body."""
    text = " ".join(heading.split())
    return next((zone for zone, pattern in _ZONES if pattern.search(text)), None)
