"""The words of general language, English and Spanish, by which a clause and a statement stand against each other. Pure."""

from __future__ import annotations

import re

# Shares in words, as percent from and to.
_MOST = (
    r"more\s+than\s+half|over\s+half|(?:the|a|great|vast)\s+majority|"
    r"most(?:\s+of|(?=\s+(?:women|men|people|patients|cases)\b))|"
    r"más\s+de\s+la\s+mitad|la\s+mayor[ií]a|la\s+mayor\s+parte"
)
_HALF = (
    r"(?:about|around|roughly|some|nearly|almost|by|in)\s+half|"
    r"half(?:\s+of)?(?=\s+(?:the|all|women|people|patients|previously)\b)|halv(?:es|ed|ing)|(?:a|en)\s+la\s+mitad|la\s+mitad"
)
# In percent, from and to; the first that is said counts.
SHARES = (
    (r"(?:nearly|almost|virtually|practically)\s+(?:all|every\w*|any)|casi\s+tod[oa]s", 85, 100),
    (_MOST, 50, 100),
    (_HALF, 40, 60),
    (r"(?:a|one)\s+third(?!\s*-?line)|un\s+tercio", 28, 39),
    (r"(?:a|one)\s+quarter|un\s+cuarto", 20, 30),
    (r"three\s+quarters|tres\s+cuartos", 70, 80),
    (r"hardly\s+any\w*|almost\s+(?:no|none|never)|very\s+few|casi\s+ning[uú]n\w*", 0, 10),
)
OF_DOSE = re.compile(r"\bhalf\s+(?:of\s+)?the\s+(?:\w+\s+)?dos\w+|la\s+mitad\s+de\s+la\s+dosis", re.IGNORECASE)
SHARE_WORDS = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), low, high) for words, low, high in SHARES)

SUPERIOR = (
    r"superior|better|stronger|more\s+(?:effective|active|potent)(?:ly)?|longer|outperform\w*|beats?|outdo\w*|prefer\w*|favou?red|"
    r"(?:mejor|más\s+(?:eficaz|eficaces|efectiv\w+|potente|fuerte|tiempo|largo))|super(?:ior|iores|a|an|ó)|prefier\w+|"
    r"preferid\w+"
)
INFERIOR = (
    r"inferior|worse|weaker|less\s+(?:effective(?:ly)?|active|potent|well)|poorer|shorter|"
    r"peor|menos\s+(?:eficaz|eficaces|efectiv\w+|potente|fuerte|tiempo)|más\s+débil"
)
THAN = r"\b(?:than|to|over|against|compared\s+with|versus|vs|que|frente\s+al?|sobre|al?)\b"
COMPARES = re.compile(rf"\b(?:(?P<up>{SUPERIOR})|(?P<down>{INFERIOR}))\b", re.IGNORECASE)
EQUAL = re.compile(
    r"\b(?:as\s+(?:effective|good|active|potent|well)\s+as|equally\s+(?:effective|good|active)\s+(?:as|to)|"
    r"equivalent\s+to|no\s+(?:less|more)\s+(?:effective|active)\s+than|tan\s+(?:eficaz|eficaces|buen[oa]s?|efectiv[oa]s?)\s+como|"
    r"equivalentes?\s+al?)\b",
    re.IGNORECASE,
)
EQUATES = re.compile(
    rf"{EQUAL.pattern}|\b(?:equipotent|interchangeable|equal|equivalent|identical|equally\s+\w+|(?:just\s+)?as\s+(?:good|effective|well|strong)|"
    r"(?:the\s+)?same\s+(?:time|effect\w*|efficacy|result\w*|benefit\w*|length)|no\s+(?:real\s+)?difference|"
    r"equipotentes|intercambiables|id[eé]ntic[oa]s|igual\s+de\s+\w+|(?:la\s+misma\s+eficacia|el\s+mismo\s+(?:efecto|tiempo|resultado))|"
    r"da\s+(?:lo\s+mismo|igual))\b",
    re.IGNORECASE,
)
NO_BETTER = re.compile(r"\b(?:no|not|n['’]t|neither|ni|nunca|never)\b", re.IGNORECASE)
BEST = re.compile(
    r"\bthe\s+(?:better|best|stronger|strongest|preferred|superior|most\s+effective)\b|\b(?:la|el)\s+(?:mejor|preferid[oa]|"
    r"más\s+(?:eficaz|potente))\b",
    re.IGNORECASE,
)
NO_THAN = re.compile(r"^(?:outperform|beat|outdo|supera|superan|superó)", re.IGNORECASE)

EARLY = re.compile(
    r"\b(?:early|from\s+the\s+(?:outset|start|beginning)|up-?front|straight\s+away|at\s+diagnosis|pronto|temprana\w*|"
    r"precoz\w*|desde\s+el\s+(?:principio|inicio|comienzo))\b",
    re.IGNORECASE,
)
LATE = re.compile(
    r"\b(?:(?:once|when|after|until|unless|cuando|hasta\s+que)\b[^.,;]*\b(?:used\s+up|exhausted|run\s+out|ran\s+out|"
    r"nothing\s+(?:else|more)|no\s+(?:more|other|further)|fail\w*|giv(?:e|es|en|ing)\s+up|gave\s+up|hopeless|agot\w+|(?:se\s+)?rind\w+|desahuci\w+)|"
    r"last\s+resort|at\s+the\s+(?:very\s+)?end|end\s+of\s+life|final\s+(?:days|weeks|stage)|last\s+(?:days|weeks)|"
    r"late(?:\s+on)?|al\s+final|último\s+recurso|últim[oa]s\s+(?:días|semanas))\b",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:before|prior\s+to|ahead\s+of|antes\s+de(?:l)?)\b", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after(?:wards)?|once|following|only\s+when|later|tras|después\s+de(?:l)?|una\s+vez)\b", re.IGNORECASE)
ALSO_DURING = re.compile(r"\b(?:during|throughout|while|both|durante|mientras)\b", re.IGNORECASE)

NO_NEED = re.compile(
    r"\b(?:without(?:\s+any)?|(?:do|does|did|need)(?:\s+not|n['’]t)\s+(?:need|require|have\s+to)|no\s+need\s+(?:for|to|of)|"
    r"needs?\s+no|requires?\s+no|not\s+(?:needed|necessary|required)|unnecessary|"
    r"optional|nothing\s+needs(?:\s+(?:doing|to\s+be\s+done))?(?:\s+(?:about|for|to|with))?|can\s+(?:be\s+)?(?:skip\w*|"
    r"omit\w*|left\s+out)|"
    r"sin(?:\s+ning[uú]n\w*)?|no\s+(?:necesita\w*|requiere\w*|hace\s+falta|es\s+necesari\w+)|innecesari\w+|opcional\w*)\b",
    re.IGNORECASE,
)
ALL_NEEDED = re.compile(
    r"\b(?:is|are)\s+(?:all|enough|sufficient)\b(?P<rest>[^.;]*)|\b(?:suffices?|basta\w*|es\s+suficiente)\b", re.IGNORECASE
)
NEED = re.compile(
    r"\b(?:required?|requires|mandatory|must|needed|essential|obligator\w+|compulsory|necesari\w+|requieren?|"
    r"indispensable\w*)\b|"
    r"^(?:obtain|perform|complete|prescribe|give|confirm|check|test|provide|realice|obtenga|complete|prescriba|confirme)\b",
    re.IGNORECASE,
)

LIMIT = re.compile(
    r"(?<!-)\b(?:only|solely|exclusively|strictly|just|merely|reserved|kept\s+for|saved\s+for|limited\s+to|restricted\s+to|"
    r"s[oó]lo|solamente|únicamente|exclusivamente|reservad\w+|limitad\w+)\b",
    re.IGNORECASE,
)
LIFTS = re.compile(
    r"\b(?:regardless|irrespective|independent(?:ly)?\s+of|no\s+matter|all|every|both\s+(?:groups|sexes)|any|sin\s+importar|"
    r"independientemente|tod[oa]s|cualquier|ambos\s+grupos)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:cannot|can['’]?t|can\s+not|must\s+not|mustn['’]t|shouldn['’]t|should\s+not|may\s+not|no\s+longer|"
    r"not\s+(?:eligible|suitable|allowed)|off\s+the\s+table|out\s+of\s+the\s+question|"
    r"(?:ruled|left|kept)\s+out|gets?\s+left\s+out|barred|excluded|ineligible|withheld|denied|^no(?=\s+\w+\s+(?:until|"
    r"unless|before|till))|stop(?:s|ped|ping)?|comes?\s+off|(?:is|are)\s+over(?=\s*$)|"
    r"(?:is|are)\s+(?:now\s+)?(?:finished|done)\s+with|pointless|useless|futile|no\s+(?:longer\s+)?(?:any\s+)?(?:use|point)|(?:door|option)\s+is\s+(?:now\s+)?(?:closed|shut|gone)|in[uú]til\w*|"
    r"no\s+(?:puede\w*|debe\w*|se\s+(?:le\s+)?(?:puede|debe)\w*)|ya\s+no|queda\w*\s+(?:descartad\w+|excluid\w+|fuera))\b",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\b(?:should\s+be\s+(?:offered|given)|are\s+options?|(?:do|does|should)\s+not\s+(?:be\s+)?(?:deny|denied|withh\w+|stop|"
    r"discontinue|delay)|continue|"
    r"no\s+(?:niegue|suspenda|interrumpa|retrase)|deber[ií]an?\s+(?:ofrecerse|administrarse|darse)|son\s+(?:una\s+)?opci\w+|"
    r"contin[uú]e)\b|"
    r"^(?:prescribe|give|add|start|offer|prescriba|administre|añada|ofrezca)\b",
    re.IGNORECASE,
)
STOPPED = re.compile(r"\b(?:stop(?:s|ped|ping)?|comes?\s+off|(?:finished|done)\s+with|(?:is|are)\s+over(?=\s*$))", re.IGNORECASE)
NOT_DELAYED = re.compile(r"\bnot\s+(?:be\s+)?delay\w*|\bno\s+retras\w+", re.IGNORECASE)
WHATEVER = re.compile(
    r"\b(?:whatever|regardless\s+of|irrespective\s+of|no\s+matter|with\s+or\s+without|sea\s+cual\s+sea|independientemente|"
    r"sin\s+importar)\b(?P<what>.*)",
    re.IGNORECASE,
)
ON_CONDITION = re.compile(
    r"\b(?:if|only\s+when|when|for\s+\w+\s+with|in\s+\w+\s+with|si|cuando|con)\b(?P<what>[^.;]*)", re.IGNORECASE
)
LONG_WORD = re.compile(r"\b\w{4,}\b")
COMMON = frozenset("patients people women disease pacientes mujeres enfermedad".split())
LESS_LIKELY = re.compile(
    r"\b(?:less\s+(?:likely|chance)|fewer\s+chances|lower\s+(?:chance|odds|likelihood)|unlikely|worse\s+chances?|"
    r"menos\s+probable\w*)\b",
    re.IGNORECASE,
)
MORE_LIKELY = re.compile(
    r"\b(?:more\s+likely|(?:better|higher|greater|increasing|improving)\s+(?:chances?|odds|likelihood)|more\s+chances?|"
    r"más\s+probable\w*|más\s+posibilidades)\b",
    re.IGNORECASE,
)
SWITCHES_ON = re.compile(
    r"\b(?:activat\w+|stimulat\w+|switch\w*\s+(?:\w+\W+){0,4}?on|turn\w*\s+(?:\w+\W+){0,4}?on|boost\w*|promot\w+|activ(?:a|"
    r"an|ando)|estimul\w+)\b",
    re.IGNORECASE,
)
SWITCHES_OFF = re.compile(
    r"\b(?:inhibit(?:s|ed|ing)?|block(?:s|ed|ing)?|suppress(?:es|ed|ing)?|switch\w*\s+(?:\w+\W+){0,4}?off|inhib(?:e|en|"
    r"iendo)|bloque(?:a|an|ando)|impid\w+|prevents?)\b",
    re.IGNORECASE,
)
ACTS_ON = re.compile(
    r"\b(?:inhibit(?:s|ed|ing)?|block(?:s|ed|ing)?|target(?:s|ed|ing)?|act(?:s|ing)?\s+(?:on|against)|aim(?:s|ed)?\s+at|inhib(?:e|en|"
    r"iendo)|bloque(?:a|an|ando)|act[uú]an?\s+(?:sobre|contra))\b",
    re.IGNORECASE,
)
NO_RISK = re.compile(
    r"\b(?:(?:there['’]?s|there\s+is|is|are|have|has|carr\w+|poses?)\s+(?:absolutely\s+)?no\s+(?:risk|danger|harm)\w*|"
    r"without\s+(?:any\s+)?(?:risk|danger)|"
    r"(?:no\s+hay|sin|ning[uú]n)\s+(?:riesgo|peligro))\b",
    re.IGNORECASE,
)
RISK = re.compile(r"\b(?:risks?|danger\w*|riesgos?|peligro\w*)\b", re.IGNORECASE)
UNCHANGED = re.compile(
    r"\b(?:(?:stays?|remains?|is|are|always)\s+(?:always\s+)?(?:the\s+same|unchanged|identical)|"
    r"always\s+(?:holds?|applies|apply|match(?:es)?|carr(?:y|ies)\s+over)|never\s+(?:differs?|"
    r"chang\w+|var(?:y|ies))|(?:cannot|can['’]t|does\s+not|doesn['’]t|do\s+not|don['’]t)\s+(?:change|differ|vary)|"
    r"(?:sigue\w*|permanece\w*|es|son)\s+(?:siempre\s+)?(?:el\s+mismo|la\s+misma|los\s+mismos|iguales|igual)|(?:nunca|"
    r"no)\s+(?:cambia\w*|varía\w*))\b",
    re.IGNORECASE,
)
CHANGES = re.compile(r"\b(?:may|can|might|could|puede\w*)\s+(?:chang\w+|differ|vary|cambiar|variar|diferir)\b", re.IGNORECASE)
ALONE = re.compile(
    r"\b(?:alone|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|(?:is|are|be)\s+(?:enough|sufficient)\s+to|suffices?\s+to|"
    r"por\s+s[ií]\s+sol[oa]s?|(?:es|son)\s+suficientes?\s+para|bastan?\s+para)\b",
    re.IGNORECASE,
)
NOT_ALONE = re.compile(
    r"\b(?:not|never|no)\b[^.;]*\b(?:alone|only|sole|solely|únic[oa]|solo|solamente|por\s+s[ií]\s+sol[oa]s?)\b", re.IGNORECASE
)
ROUTINE = re.compile(
    r"\b(?:routine\w*|as\s+standard|always|(?:every\s*one|everybody|every\s+(?:single\s+)?(?:patient|woman|case|one))(?:\s+of\s+\w+)?\s+"
    r"(?:gets?|has|needs?|is)|all\s+of\s+(?:them|these)\s+(?:get|have|need)|part\s+of\s+the\s+(?:\w+\s+)?work-?up|"
    r"rutina\w*|rutinari\w+|sistemátic\w+)\b",
    re.IGNORECASE,
)
NO_ROUTINE = re.compile(r"\b(?:not|no|never)\b[^.;]{0,60}\b(?:routine\w*|rutina\w*|rutinari\w+|sistemátic\w+)\b", re.IGNORECASE)
CAUSED_BY = re.compile(
    r"\b(?:comes?\s+from|caused\s+by|due\s+to|because\s+of|(?:side\s+)?effects?\s+of|blam\w+\s+on|thanks\s+to|"
    r"por\s+culpa\s+de|se\s+debe\s+a|causad\w+\s+por|provocad\w+\s+por)\b",
    re.IGNORECASE,
)
TELLS_CAUSE = re.compile(r"\b(?:risk|due\s+to|causes?|with|during|riesgo|debido|causa\w*|con|durante)\b", re.IGNORECASE)
FORBIDS = re.compile(
    r"\b(?:do\s+not|does\s+not|should\s+not|not\s+(?:routinely\s+)?recommended|not\s+be\s+(?:the\s+only|used)|avoid|"
    r"no\s+(?:evidence|advantage|benefit|single|overall)|never|cannot|"
    r"no\s+(?:use|combine|realice|administre|se\s+base|se\s+recomienda\w*|conduce|deber[ií]an?|hay\s+evidencia|tiene)|"
    r"ning[uú]n\w*|evite|no\s+ha\s+demostrado)\b",
    re.IGNORECASE,
)
HEDGED = re.compile(r"\b(?:may|might|could|sometimes|conflict\w*|unclear|unknown|puede\w*|podr[ií]a\w*)\b", re.IGNORECASE)
UNLESS = re.compile(r"\b(?:unless|except\w*|salvo|excepto|a\s+menos\s+que)\b", re.IGNORECASE)
OVER = re.compile(r"\b(?:over|runs?|lasts?|takes?|during|for|en|durante)\s+(?:about\s+)?$", re.IGNORECASE)
DOSED = re.compile(r"\d\s*(?:mg|mcg|µg|g|gy|iu|ml)\b", re.IGNORECASE)
# What somebody wants or has ordered is asked about, not taken for granted.
WISHED = re.compile(
    r"\b(?:wants?|wanted|wishes|would\s+like|plan(?:s|ned|ning)?|order(?:s|ed)|ask(?:s|ed)|thinking\s+of|consider(?:s|ing)|"
    r"hop(?:es?|ing)|propos(?:es|ed)|"
    r"quier\w+|piens\w+|planea\w*|pide\w*|propon\w+)\b",
    re.IGNORECASE,
)
# Who tells of one person tells what is so with her.
OF_ONE = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|im|me|my|we['’]re|she|he|her|his|she['’]s|he['’]s|pt|the\s+patient|had|yo|me|mi|mis|su|sus|tengo|estoy|"
    r"ella|él|won?t|dont|cant|isnt|arent|doesnt)\b",
    re.IGNORECASE,
)
MORE_VERBS = re.compile(
    r"\b(?:prolong|lengthen|beat|holds?|match(?:es)?|chang(?:e|es)|differs?|varies|vary|work|respond|improve|carry|differ|stay|run|qualify|show|make|cure|help|shorten|outlive|"
    r"stay(?:s|ed)?|runs?|responds?|carr(?:y|ies)|enters?|lengthens?|obliga|es|son|fue|fueron|está|están|va|van|sirve|cura|alarga|mejora|reduce|reducen|"
    r"retrasa)\b|\b(?:se|no|ya)\s+\w+",
    re.IGNORECASE,
)

# Where the thing ends that is forbidden: "avoid X during Y, due to Z" forbids X.
AFTER_FORBIDDEN = re.compile(
    r"[,;]|\b(?:during|because|due\s+to|when|while|unless|before|after|until|as|for|in|durante|porque|debido|cuando|mientras|antes|tras|para|en|por)\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(r"(?:do\s+not|avoid|no\s+(?:use|combine|realice|administre|se\s+base)|evite)\b", re.IGNORECASE)
SPEAKS_ILL = re.compile(
    r"\b(?:harm\w*|danger\w*|risk\w*|unsafe|bad|worse|toxic\w*|problem\w*|contraindicated|forbidden|wrong|hurts?|useless|no-?no|"
    r"dañin\w+|peligro\w*|riesgo\w*|mal[oa]?|peor|tóxic\w+|contraindicad\w+|prohibid\w+)\b",
    re.IGNORECASE,
)

# For good, or for so long: what the statement calls unknown.
FIXED = re.compile(
    r"\b(?:lifelong|life-long|for\s+(?:life|ever|good)|forever|indefinitely|never\s+(?:be\s+)?stopp\w*|for\s+exactly|after\s+exactly|"
    r"(?:is|are)\s+(?:well\s+)?(?:known|established|settled|fixed)|de\s+por\s+vida|para\s+siempre|exactamente|indefinidamente)\b",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"\b(?:duration|timing|interval|length|duraci[oó]n|momento|intervalo)\b[^.;]*?\b(?:unknown|undefined|not\s+(?:known|defined|established)|"
    r"unclear|desconoc\w+|no\s+(?:est[aá]|se\s+ha)\s+(?:definid\w+|establecid\w+)|indefinid\w+|sin\s+definir)\b",
    re.IGNORECASE,
)
CURES = re.compile(
    r"\b(?:curative|cure[sd]?|curable|curativ[oa]s?|curar\w*|curan?|curable|(?:gone|goes?\s+away|go\s+away)\s+(?:for\s+(?:good|ever)|forever)|"
    r"(?:desaparec\w+|se\s+va)\s+(?:del\s+todo|para\s+siempre))\b",
    re.IGNORECASE,
)
PALLIATES = re.compile(r"\b(?:palliat\w+|comfort\s+(?:care|only|measures)|paliativ[oa]s?|paliar|incurable\w*)\b", re.IGNORECASE)
