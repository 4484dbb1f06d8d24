"""What the coach listens for: words and turns of phrase, looked for in flattened text alone."""

import re


def flatten(text: str) -> str:
    """Take capitals, curly apostrophes and hyphens away."""
    folded = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("-", " ")
    return " ".join(folded.split())


def _find(*phrases: str) -> re.Pattern[str]:
    """Look for any of these as whole words; ``*`` stands for the rest of a word."""
    joined = "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{joined})\b")


BEGINS_WITH_AN_ANSWER = re.compile(
    r"^(?:i think |perhaps |maybe )?(?:we|they|the council|the police|somebody) "
    r"(?:need|should|must|want|could do with)\b"
    r"|^(?:there should be|put|install|fit|get) (?:up |in |more |a |an |some )*"
    r"(?:cctv|cameras?|lights?|lighting|patrols?|officers?|signs?|fences?|gates?)\b"
    r"|^more (?:cctv|cameras|lighting|patrols|officers)\b"
)
ONE_TIME = _find("last night", "yesterday", "this morning", "last week a", "the other day")
COMES_AGAIN = _find(
    *("keep*", "every", "each", "often", "again", "repeat*", "regular*", "always", "most", "weekly", "daily"),
    *("times", "several", "two or three", "third", "second", "another", "never", "since"),
)
FAR_AND_WIDE = _find(
    *(
        "everywhere",
        "all over",
        "the whole of",
        "whole town",
        "whole county",
        "whole district",
        "across town",
    ),
    *("across the county", "across the district", "across the borough", "across the force", "force wide"),
    *("county wide", "countywide", "borough wide", "nationwide", "various places", "various locations"),
)
OUR_OWN_LACK = _find(
    *("not enough police", "not enough officers", "not enough patrols", "lack of police", "lack of officers"),
    *("lack of patrols", "no police", "no officers", "no patrols", "too few officers", "too few police"),
    *("short staffed", "understaffed", "under resourced", "lack of resources", "no resources", "police cuts"),
    *("never any police", "more police", "more officers", "more patrols"),
)
PATROLS = _find(
    "patrol*", "visibility", "high visibility", "police presence", "uniformed presence", "foot beat"
)
BEYOND_PATROLS = _find(
    *("ask*", "light*", "lock*", "gate*", "council", "owner*", "landlord*", "school*", "licen*", "sign*"),
    *("design*", "cctv", "camera*", "move*", "mark*", "partner*", "operator*", "club*", "parent*", "shop*"),
    *("staff", "order", "manager*", "resident*", "youth", "housing", "letter*", "train*", "talk*", "map*"),
    *("where", "speak*", "meet*", "work with", "problem solving"),
)
A_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|halve[ds]?|third|quarter|twice|none|"
    r"no more|zero|nobody|per ?cent|every)\b"
)
A_DATE = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"by may|in may|of may|\d+ may|may \d+|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"spring|summer|autumn|winter|christmas|easter|tomorrow|today|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|days?|weeks?|fortnight|months?|quarter|year|\d{1,2}[/.]\d{1,2}|20\d\d)\b"
)
SOMETHING_TO_COUNT = _find(
    *(
        "count*",
        "number*",
        "fewer",
        "less",
        "more",
        "rate*",
        "report*",
        "calls",
        "survey*",
        "figure*",
        "data",
    ),
    *("record*", "how many", "how often", "half", "per cent", "percent", "crimes", "incidents", "complaints"),
    *(
        "ask*",
        "questionnaire*",
        "compare*",
        "compared",
        "measure*",
        "statistics",
        "repeat*",
        "nobody",
        "none",
    ),
)
NOT_LOOKED = re.compile(
    r"\b(?:not (?:yet )?(?:looked|checked|seen|had)|haven'?t (?:looked|checked|seen|had)|"
    r"no (?:data|figures|records)|"
    r"nothing (?:yet|so far)|none (?:yet|so far)|not yet)\b"
)
A_TEST = _find(
    *("wrong", "if", "unless", "would show", "would mean", "test*", "disprove*", "otherwise", "expect*"),
    *("rule* out", "compare*", "differ*"),
)
SOMEBODY_ELSE = _find(
    *("council", "owner*", "landlord*", "school*", "college*", "housing", "operator*", "company", "shop*"),
    *("partner*", "nhs", "hospital*", "health", "probation", "fire", "ambulance", "charit*", "church*"),
    *(
        "mosque*",
        "club*",
        "resident*",
        "neighbour*",
        "parent*",
        "business*",
        "retailer*",
        "manager*",
        "staff",
    ),
    *("licensing", "social", "youth", "parish", "borough", "county", "agency", "agencies", "volunteer*"),
    *("community", "watch", "pub*", "bus", "rail", "store*", "landlady", "authorit*"),
)
A_GUESS = _find(
    *("probably", "maybe", "perhaps", "i think", "i guess", "i suppose", "must be", "might be", "could be"),
    *("i reckon", "i imagine", "no doubt", "just bored", "being kids", "who knows"),
)
A_SIGN = re.compile(
    rf"{A_FIGURE.pattern}|\b(?:seen?|saw|notic\w*|hear\w*|told|tells?|sa(?:y|ys|id)|record\w*|report\w*|"
    r"statements?|cctv|cameras?|footage|data|crime system|logs?|since|because|always|after|when|where|"
    r"between|light\w*|wall\w*|gates?|hedges?|hidden|dark|found|caught|arrest\w*)\b"
)
