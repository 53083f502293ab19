"""What a page says of itself as a thing on a screen: buttons, searches, shares, cookies. Never what hands do to a patient.

The same verbs give orders at the bedside ("Tap the syringe", "Search the wound"), so each names the thing on the screen.
"""

from __future__ import annotations

_THING = (
    r"(?:links?|buttons?|icons?|images?|pictures?|tabs?|logos?|arrows?|menus?|maps?|titles?|headings?|photos?|videos?|thumbnails?|"
    r"banners?|check-?box(?:es)?|hyperlinks?|tables?|figures?|(?:plus|minus|magnifying) \w+)"
)
_PAGE = (
    r"(?:page|article|post|story|leaflet|topic|site|website|video|link|entry|chapter|content|information|guideline|document|"
    r"publication|answer|product|app|news|recipe)"
)
_SITE = (
    r"(?:web ?sites?|sites?|web|pages?|collections?|catalogues?|catalogs?|databases?|librar(?:y|ies)|archives?|journals?|"
    r"director(?:y|ies)|shop|store|blog|intranet|portal|index|guides?|handbook|manual|formulary)"
)
_FOUND = (
    r"(?:topics?|articles?|pages?|jobs?|doctors?|providers?|hospitals?|products?|conditions?|guidelines?|leaflets?|drugs?|"
    r"medicines?|services?|courses?|trials?|stud(?:y|ies))"
)
_NETWORK = r"(?:facebook|twitter|x|linkedin|whatsapp|instagram|pinterest|reddit|e-?mail|social media|tumblr|messenger)"
_BETWEEN = r"(?:(?!(?:on|in|at|with|of|and|to|then|until)\b)[\w“”\"'‘’-]+ )"
_WINDOW = r"(?:new|own|larger|full|app|browser|pubmed|article|context)"
_OWN = r"(?:polic(?:y|ies)|settings?|preferences?|notice|consent|statement|banner)"
_KEPT = (
    r"(?:uses?|using|accept|manage|reject|allow|sets?|stores?|essential|necessary|analytics?|tracking|third[- ]party|browser|all|"
    r"of|about)"
)
_SENT = r"(?:pdf|friends?|a friend|favou?rites)"
_LATER = r"(?:in|after|within|at) (?:\d|one|two|three|four|six|the clinic)"
ON_SCREEN = rf"""
    \b(?:click|tap) (?:here|below)\b|(?<!\ba )(?<!\bthe )\bclick on\b
    (?<!\ba )(?<!\bthe )\b(?:click|tap) (?:on )?(?:the |an? |any |this )?{_BETWEEN}{{0,4}}{_THING}\b
    \bselect the {_BETWEEN}{{0,4}}button\b
    ^(?:print|share|save|email|tweet|pin|copy link|bookmark)(?: (?:this|page|article|on|via|to))?[.:!]?$
    ^(?:print|share|save|email|tweet|pin|bookmark) (?:this |the )?(?:\w+ )?{_PAGE}\b.*$
    ^(?:print|share|save|email|send|post|tweet|pin) (?:this )?(?:on|via|by|to|with) (?:{_NETWORK}|{_SENT})\b.*$
    ^you are (?:currently )?(?:here|in|at|on this page)\s?:|^printer[- ]friendly\b.{{0,40}}$
    \b(?:swipe|scroll|drag)\b.{{0,30}}\b(?:to see|to view|for)\b.{{0,20}}\b(?:table|columns?|rows?|chart|more|rest)\b.{{0,20}}$
    \blast edit was (?:made )?\S.{{0,40}}\bago\b
    ^search (?:this|our)\b|^search for:?$|^search (?:the )?(?:[\w–-]+ ){{0,3}}{_SITE}\b
    ^search for (?:an? |more |other |all |your )?(?:\w+ ){{0,2}}{_FOUND}\b.{{0,40}}$
    ^view (?:media|images?|gallery|larger|full|in (?:an? |your |the )?{_WINDOW})\b.{{0,30}}$
    ^download\b(?! (?:the|your|all|its) (?:[\w'’]+ ){{0,2}}(?:readings?|data|memory|values?|recordings?)\b)
    \brate this (?:{_PAGE}|translation)\b|^rate this[.:!]?$
    ^cookies?(?: {_OWN})?[.!]?$|\bcookies? {_OWN}\b
    \bcookies? (?:are (?:small|used|set|needed|essential)|to|on (?:this|our|your))\b
    \b{_KEPT}(?: our| all| these| some)? cookies\b
    ^(?:last|next) review(?:ed)?\b(?! {_LATER})(?!.{{0,30}}\bpatient).{{0,90}}$
"""
