"""What submissions are about: the programme's topics, in the words officers use for them."""

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter

from dialogs.tokens import find_phrase, tokenise
from dialogs.walkthrough import Choice

SOMETHING_ELSE = "something else"
_MOST_SUGGESTED = 3


def _topic(name: str, title: str, words: str) -> Choice:
    """Write a topic with its other words separated by commas."""
    return Choice(name, title, tuple(words.split(", ")))


TOPICS = (
    _topic(
        "anti-social behaviour",
        "Anti-social behaviour",
        "asb, antisocial behaviour, anti social, nuisance, rowdy, off-road bike, off road motorbike, quad "
        "bike, e-scooter, fireworks, graffiti, litter, noise, noisy, begging, street drinking, neighbour "
        "dispute, criminal damage, vandalism, vandalise, gang of youths, groups of youths, antisocial, "
        "anti social behaviour",
    ),
    _topic(
        "burglary",
        "Burglary",
        "break-in, break in, breaking in, broken into, burgled, burglar, distraction burglary, shed, burgle",
    ),
    _topic(
        "child exploitation",
        "Child exploitation",
        "cse, cce, grooming, groomed, child sexual exploitation, child criminal exploitation, online "
        "grooming, sextortion, sexting, child abuse, exploited children",
    ),
    _topic(
        "county lines",
        "County lines",
        "county line, cuckooing, cuckooed, cuckoo, deal line, running drugs, drug runner, trap house",
    ),
    _topic(
        "domestic abuse",
        "Domestic abuse",
        "dv, domestic, domestic violence, coercive control, controlling behaviour, non-molestation order, "
        "dvpo, dvpn, clare's law, ex partner, honour based abuse",
    ),
    _topic(
        "drugs",
        "Drugs",
        "drug dealing, drug dealer, dealing, cannabis, weed, cocaine, heroin, crack, ketamine, nitrous "
        "oxide, nos canister, spice, needle, substance misuse, overdose, drug use",
    ),
    _topic(
        "fraud and cyber",
        "Fraud and cyber crime",
        "fraud, cyber, scam, phishing, courier fraud, romance fraud, rogue trader, hacking, hacked, "
        "online crime, identity theft, doorstep crime, scammed, scammer, defraud",
    ),
    _topic(
        "gangs",
        "Gangs",
        "gang, gang violence, urban street gang, usg, ocg, organised crime, gang nominal",
    ),
    _topic(
        "hate crime",
        "Hate crime",
        "hate, hate incident, racist, racism, racially aggravated, homophobic, transphobic, islamophobic, "
        "antisemitic, disability hate crime",
    ),
    _topic(
        "internal process and demand",
        "Our own processes and demand",
        "internal, process, demand, paperwork, shift handover, handover, case file, file quality, control "
        "room, it system, wasted time, duplication, rota, custody, repeat caller, 999 calls, training, "
        "recruitment, wellbeing",
    ),
    _topic(
        "knife crime",
        "Knife crime",
        "knife, knives, stabbing, stabbed, blade, bladed article, machete, zombie knife, knife bin",
    ),
    _topic(
        "mental health",
        "Mental health",
        "mh, 136, section 136, s136, mental ill health, suicide, suicidal, self harm, crisis team, "
        "welfare check, concern for welfare, concern for safety, right care right person",
    ),
    _topic(
        "missing people",
        "Missing people",
        "misper, missing person, missing child, missing from home, missing from care, missing children, "
        "goes missing, go missing, absconder, runaway, dementia, philomena protocol, herbert protocol, "
        "children's home, care home",
    ),
    _topic(
        "night-time economy",
        "Night-time economy",
        "nte, night time economy, nightclub, club, pub, bar, pubs and clubs, licensed premises, "
        "licensing, drunk, drunk and disorderly, door staff, taxi rank, drink spiking, spiking, spiked",
    ),
    _topic(
        "retail crime",
        "Retail crime",
        "shoplifting, shoplifter, shop lifting, shop theft, theft from shop, stealing from shops, shop, "
        "supermarket, shop staff, shop worker, store detective, making off without payment, bilking",
    ),
    _topic(
        "road safety",
        "Road safety",
        "rtc, road traffic collision, collision, speeding, fatal four, drink driving, drink drive, drug "
        "driving, dangerous driving, dangerous parking, parking, seat belt, mobile at the wheel, ksi, car "
        "meet, car cruise, pedestrian, school run, speeder",
    ),
    _topic(
        "robbery",
        "Robbery",
        "mugging, mugged, robbed, phone snatch, phone snatching, snatched, street robbery, watch robbery, "
        "rob",
    ),
    _topic(
        "rural crime",
        "Rural and wildlife crime",
        "rural, farm, farmer, tractor, hare coursing, poaching, livestock, sheep worrying, wildlife, "
        "fly-tipping, fly tipping, plant theft, gps theft, countryside, heritage crime, equestrian, field",
    ),
    _topic(
        "serious violence",
        "Serious violence",
        "violence, violent crime, gbh, abh, assault, wounding, affray, homicide, murder, firearm, gun, "
        "shooting, fight, serious violence duty, violence reduction, disorder, assaulted, fighting",
    ),
    _topic(
        "theft",
        "Theft",
        "bike, pedal cycle, bicycle, cycle theft, bike theft, stolen bike, stealing, stolen, nicked, "
        "pickpocket, pickpocketing, metal theft, lead theft, theft from person, parcel theft, stole",
    ),
    _topic(
        "vehicle crime",
        "Vehicle crime",
        "theft from motor vehicle, theft of motor vehicle, tfmv, tomv, car theft, stolen car, keyless, "
        "keyless theft, relay theft, catalytic converter, cat converter, van, tools from vans, tool "
        "theft, number plate, cloned plate, moped, motorbike, motorcycle, stolen vehicle, lorry, hgv",
    ),
    _topic(
        "violence against women and girls",
        "Violence against women and girls",
        "vawg, violence against women, spiking, spiked, drink spiking, stalking, stalker, sexual "
        "harassment, harassment of women, sexual assault, sexual offence, rape, raso, upskirting, "
        "followed home, indecent exposure, unwanted sexual, fgm, forced marriage, women's safety",
    ),
    _topic(
        SOMETHING_ELSE,
        "Something else",
        "other, else, none of these, none, not listed, don't know, not sure",
    ),
)
"""In the order of the alphabet, as the list is read; each name is kept with the submission."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that speak of topics; ``rank`` is smaller for the longer phrase."""

    rank: int
    words: tuple[str, ...]
    topics: list[str]


def _index_phrases() -> dict[str, list[_Phrase]]:
    """Find every topic's phrases by their first word, each with all the topics that use it."""
    topics: dict[tuple[str, ...], list[str]] = {}
    for topic in TOPICS:
        if topic.name != SOMETHING_ELSE:
            for phrase in {tokenise(words) for words in (topic.name, topic.title, *topic.words)}:
                topics.setdefault(phrase, []).append(topic.name)
    index: dict[str, list[_Phrase]] = {}
    for rank, phrase in enumerate(sorted(topics, key=lambda phrase: (-len(phrase), phrase))):
        index.setdefault(phrase[0], []).append(_Phrase(rank, phrase, topics[phrase]))
    return index


_PHRASES = _index_phrases()


def suggest_topics(text: str) -> list[str]:
    """Name the up to three likeliest topics of a text, best first, by whole words and phrases alone.

    Longer phrases are looked for first and use their words up: an off-road bike is not a stolen bike.
    """
    remaining = tokenise(text)
    scores: Counter[str] = Counter()
    begun = [phrase for word in frozenset(remaining) for phrase in _PHRASES.get(word, ())]
    for phrase in sorted(begun, key=attrgetter("rank")):
        start = find_phrase(phrase.words, remaining)
        if start is not None:
            scores.update(dict.fromkeys(phrase.topics, len(phrase.words)))
            remaining = (*remaining[:start], "", *remaining[start + len(phrase.words) :])
    return [name for name, _ in scores.most_common(_MOST_SUGGESTED)]


def name_topic(name: str) -> str:
    """Give what a topic is called on a card; one that is not known any more by its own name."""
    return next((topic.title for topic in TOPICS if topic.name == name), name)
