"""Text that is not what it seems: addressed to a model, written in look-alike letters, turned around or made invisible. Pure.

Every rule names wording or shape that no guideline needs; none names a drug or a site.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.patterns import any_of

INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
"""Characters that print nothing; soft hyphens and joiners are harmless once they are gone."""
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_MODEL = r"(?:AI|A\.I\.|LLMs?|chat ?bots?|language models?|AI (?:models?|assistants?|systems?|agents?)|(?:virtual )?assistants?)"
_SAY = (
    r"(?:say|state|tell|answer|respond|reply|output|print|ignore|recommend|cite|claim|mention|repeat|include|reveal|summari[sz]e)"
)
_OLD = r"(?:previous|prior|above|earlier|preceding|system|all|any|your|these)"
_ORDERS = r"(?:instructions?|prompts?|rules|guardrails|directions|messages?|context)"
_TO_A_MODEL = any_of(
    rf"""
    \b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{{0,40}}\b{_OLD}\b[^.\n]{{0,30}}\b{_ORDERS}\b
    \b(?:ignora|ignore|olvida|omite)\b[^.\n]{{0,30}}\b(?:instrucciones|indicaciones)\b[^.\n]{{0,20}}\b(?:anteriores|previas)\b
    \b(?:to|for|attention|dear|hey|hello)\s+(?:any |all |the )?{_MODEL}\b\s*[:,!—–-]
    \byou are (?:now |no longer )?(?:an? |the )?(?:\w+[ -]){{0,3}}(?:AI|LLM|language model|chat ?bot|assistant|DAN)\b
    \bas an? (?:AI|LLM|large language model|AI (?:model|assistant)|chat ?bot),? (?:you|always|never|must|please|do)\b
    \b{_MODEL}(?: \w+){{0,6}}? (?:must|should|shall|are instructed to|are to|will) (?:always |never |now |not |only )*{_SAY}\b
    \b(?:asked|prompted|queried)\b[^.\n]{{0,80}}(?:,|\bthen)\s*(?:(?:you must|you should|please|always|only|just) )*{_SAY}\b
    \b(?:tell|assure|convince) the user\b
    \b(?:system|developer|hidden|initial) prompts?\b
    \b(?:new|updated|secret|hidden|additional|override) (?:system )?instructions?\s*:
    \b(?:do not|don['’]t|never) (?:tell|inform|reveal|mention|show)\b[^.\n]{{0,40}}\b(?:users?|humans?|prompt|instructions?)\b
    \b(?:respond|reply|answer|output) (?:only |exclusively |always |exactly )+(?:with|in|as)\b
    \b(?:print|output|reveal|leak|send)\b[^.\n]{{0,30}}\b(?:api[ _-]?keys?|passwords?|credentials|your instructions)\b
    \b(?:reveal|leak|send|exfiltrate)\b[^.\n]{{0,30}}\b(?:conversation|chat history)\b
    \brepeat\b[^.\n]{{0,30}}\b(?:chat history|(?:whole|entire|full|above|previous) conversation)\b
    \brepeat\b[^.\n]{{0,30}}\bconversation (?:above|so far|history|verbatim|word for word|back|until now|to (?:me|date))\b
    \b(?:begin|start|end) (?:of )?(?:system|new|user|assistant) (?:prompt|instructions?|message)\b
    <\|?/?(?:im_start|im_end|system|assistant|endoftext|start_header_id|eot_id)\|?>|\[/?INST\]|<</?SYS>>
    ^\s*(?:\#\#\#\s*)?(?:system|assistant|user|human)\s*:\s+\S
    ^\s*\#{{2,}}\s*(?:instructions?|response|system)\b\s*:
    \b(?:jailbreak|prompt injection)\b[^.\n]{{0,20}}:
    """
)
_LOADED = re.compile(
    r"!\[[^\]]*\]\(\s*(?:https?:)?//|\]\(\s*(?:javascript|data|vbscript):|<\s*(?:script|iframe|img|object|embed|svg)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_GREEK_TWINS = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρικυχ")
_CYRILLIC_TWINS = frozenset("АВЕЅЗІЈКМНОРСТУХҮаеѕіјкорсухүԁԛԝҺһӏԍ")
_LATIN_TWINS = frozenset("ɑɡɩʏʀɴʟɪʙʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ")
"""Letters of phonetic writing that look like others."""
_DISGUISED_DIGIT = re.compile(
    r"(?<![\w.-])(?=[OIlо|]*\d)[\dOIlо|]*[OIlо|][\dOIlо|]*(?:[.,]\d+)?\s?(?:mg|mcg|µg|μg|ug|g|kg|mL|ml|units?|IU|mmol|mEq)\b(?!\w)"
)
_LEAST_LATIN = 2


def why_hostile(text: str) -> str:
    """Why a sentence must not be cited before a person has seen it; empty for an honest one."""
    if _TAGS.search(text):
        return "holds invisible tag characters"
    if _TURNED.search(text):
        return "holds characters that turn the reading direction around"
    if _TO_A_MODEL.search(text):
        return "is addressed to a language model"
    if _LOADED.search(text):
        return "holds an image or script that would be loaded from elsewhere"
    disguised = next((word for word in _WORD.findall(text) if _is_disguised(word)), "")
    if disguised:
        return f"holds a word in look-alike letters of another script ({disguised!r})"
    digit = _DISGUISED_DIGIT.search(text)
    return f"holds a letter in the place of a digit ({digit.group(0)!r})" if digit else ""


def without_invisible(text: str) -> str:
    """``text`` without the characters that print nothing."""
    return INVISIBLE.sub("", text)


def _is_disguised(word: str) -> bool:
    """Whether a word mixes Latin letters with their twins of another script, or is written in styled letters."""
    if word.isascii():
        return False
    latin = odd = twins = letters = 0
    for character in word:
        if not character.isalpha():
            continue
        letters += 1
        name = unicodedata.name(character, "")
        latin += name.startswith("LATIN")
        twins += character in _CYRILLIC_TWINS or character in _GREEK_TWINS
        odd += character in _LATIN_TWINS
        odd += name.startswith(("CYRILLIC", "ARMENIAN", "CHEROKEE", "FULLWIDTH LATIN", "MATHEMATICAL", "COPTIC", "LISU"))
        if name.startswith("GREEK") and character in _GREEK_TWINS:
            odd += 1
    if odd and latin >= _LEAST_LATIN:
        return True
    # A whole word of twins, as in a drug name of Cyrillic letters that all look Latin, or of styled letters.
    is_styled = any(unicodedata.name(character, "").startswith(("FULLWIDTH LATIN", "MATHEMATICAL")) for character in word)
    return is_styled and letters > _LEAST_LATIN
