"""What people do to each other: ideas and the words for them."""

from domain.vocabulary.idea import idea

HARM = (
    idea(
        "off-road riding",
        "off-road bike, off road bike, off-road bikes, quad, quad bike, scrambler, surron, dirt bike, no "
        "helmet, helmets, wheelie, wheelies, pit bike, trail bike, electric motorbike, nuisance bike, "
        "illegal motorbike",
    ),
    idea(
        "violence",
        "assault, assaulted, attack, attacked, attacking, violence, violent, fight, fighting, punch, "
        "punched, punch up, kick, kicked, beat, beaten, beating, abh, gbh, wounding, injury, injured, "
        "brawl, disorder, affray, scrap, spat, spit, glassed, hit, hurt, brawling, headbutt",
    ),
    idea(
        "threat and abuse",
        "threat, threaten, threatened, threatening, abuse, abused, abusive, intimidate, intimidated, "
        "intimidating, intimidation, verbally abused, shout, shouted, shouting, swear, swearing, insult, "
        "taunt, taunted, harass, harassed, harassment, bully, bullied, aggressive, aggression, confront, "
        "frighten, frightened, scare, scared, fear, mock, mocked, menace, spat, bullying, jeering",
    ),
    idea(
        "knife",
        "knife, knives, blade, blades, bladed, stab, stabbed, stabbing, machete, zombie knife, sword, "
        "kitchen knife, weapon, weapons, armed, arm themselves, arming, carrying for protection, knife "
        "crime",
    ),
    idea(
        "gun",
        "gun, firearm, shotgun, pistol, shooting, shots, air rifle, bb gun, imitation firearm, gel blaster",
    ),
    idea(
        "catapult",
        "catapult, catapults, slingshot, ball bearing, ball bearings, pellet, air rifle",
    ),
    idea(
        "gang",
        "gang, gangs, organised crime, ocg, crew, crews, mob, gang nominal, postcode, organised team, "
        "travelling criminals, organised teams",
    ),
    idea(
        "drugs",
        "drug, drugs, cannabis, weed, skunk, heroin, crack, cocaine, coke, ketamine, spice, dealer, "
        "dealers, dealing, deal, substance, substances, needles, syringes, pills, mdma, supply, user, "
        "users, addict, overdose, smoking weed, stash, class a",
    ),
    idea(
        "laughing gas",
        "nitrous, nitrous oxide, laughing gas, nos, canister, canisters, balloon, balloons, cylinder, "
        "cylinders, smartwhip",
    ),
    idea(
        "county lines",
        "county lines, county line, line, cuckoo, cuckooed, cuckooing, trap house, runner, runners, drug "
        "runner, deal line, taken over, takeover, out of town dealers, london dealers, running drugs",
    ),
    idea(
        "cuckooing",
        "cuckoo, cuckooed, cuckooing, taken over, takeover, home invasion, trap house, using a tenant's "
        "home, flat taken over",
    ),
    idea(
        "alcohol",
        "alcohol, drink, drinking, drunk, drunken, drinker, drinkers, cider, lager, beer, cans, bottle, "
        "bottles, street drinking, street drinker, intoxicated, booze, vodka, wine, binge, psp",
    ),
    idea(
        "spiking",
        "spike, spiked, spiking, drink tampered, drinks tampered, tampered, needle spiking, needle, put in "
        "their drink, unwell",
    ),
    idea(
        "trespass",
        "trespass, trespassing, trespasser, on the tracks, climb, climbing, fence, unauthorised, roof, "
        "rooftop, urban explorer, derelict",
    ),
    idea(
        "obstructive parking",
        "zigzag, zigzags, zig zag, double parking, inconsiderate parking, obstruction, pavement parking, "
        "school run, blocked drive, double yellow, parking outside, dropped kerb, stopping outside, blocks "
        "the road, dangerous parking",
    ),
    idea(
        "speeding",
        "speed, speeding, speeder, excess speed, race, racing, racer, fast, mph, 30 limit, thirty limit, "
        "twenty zone, speedwatch, community speedwatch, limit, speed camera, speed gun, limits, 20 zone",
    ),
    idea(
        "car meet",
        "car meet, car meets, car cruise, cruise, cruising, boy racer, boy racers, modified car, modified "
        "cars, doughnuts, donuts, drag race, drag racing, street racing, revving, drifting, skidding, "
        "burnouts, antisocial driving, anti-social driving",
    ),
    idea(
        "road collision",
        "collision, crash, accident, rtc, near miss, nearly hit, ksi, killed or seriously injured, knocked "
        "down, casualty, fatal, road death",
    ),
    idea(
        "drink and drug driving",
        "drink driving, drink drive, drug driving, drug drive, over the limit, impaired driver, fatal four, "
        "seat belt, phone while driving",
    ),
    idea(
        "feeling unsafe",
        "unsafe, avoid, fear, afraid, scared, frightened, worried, feel unsafe, feeling unsafe, "
        "intimidated, put off, nervous, uncomfortable",
    ),
    idea(
        "sexual harassment",
        "harass, harassed, harassment, catcall, catcalled, catcalling, followed, followed home, flash, "
        "flashed, flasher, exposure, indecent exposure, grope, groped, touch, sexual assault, upskirt, "
        "upskirting, leer, sexual, voyeur, vawg, lone female",
    ),
    idea(
        "rape",
        "rape, raped, raso, sexual assault, sexual offence, serious sexual offence, sexual violence",
    ),
    idea(
        "stalking",
        "stalk, stalking, stalker, tracker, trackers, airtag, airtags, tracking device, ex partner, "
        "ex-partner, exes, ex boyfriend, former boyfriend, former partner, obsessed, repeatedly messaging, "
        "location device, spyware, ex",
    ),
    idea(
        "domestic abuse",
        "domestic, domestic abuse, domestic violence, dv, dva, partner, couple, couples, coercive, "
        "controlling, coercive control, dash, marac, idva, refuge, abusive relationship, husband, wife, "
        "non-molestation, violent partner, domestics, strangulation",
    ),
    idea(
        "mental health",
        "mental health, mental ill health, mentally ill, mh, crisis, crisis team, distressed, suicidal, "
        "suicide, self harm, self-harm, section 136, s136, 136, detained under, psychiatric, schizophrenia, "
        "welfare check, concern for welfare, concern for safety, right care right person, health based "
        "place of safety, mental health act, bed, mental",
    ),
    idea(
        "missing people",
        "missing, misper, mispers, missing person, missing child, missing children, missing from home, "
        "missing from care, runaway, run away, running away, absent, absconder, goes missing, go missing, "
        "abscond, absconds, walked out",
    ),
    idea(
        "child exploitation",
        "exploit, exploited, exploitation, exploiting, groom, groomed, grooming, cse, cce, older men, older "
        "man, lifts, vapes, gifts, picked up, child sexual exploitation, child criminal exploitation, hotel "
        "parties, trafficked",
    ),
    idea(
        "sextortion",
        "sextortion, sextorted, nude, nudes, naked, intimate image, intimate images, blackmail, "
        "blackmailed, extort, extorted, sexting, explicit photos, revenge porn, pictures, images, webcam",
    ),
    idea(
        "hare coursing",
        "hare, hares, hare coursing, hare courser, coursing, courser, coursers, lurcher, lurchers, "
        "greyhound, poach, poacher, poachers, poaching, deer, illegal hunting",
    ),
    idea(
        "wildlife",
        "wildlife, swan, swans, duck, ducks, bird, birds, badger, deer, animal, animals, nature reserve, "
        "nest, raptor, fox",
    ),
    idea(
        "dangerous dog",
        "dangerous dog, dangerous dogs, xl bully, xl bullies, bully breed, dog bite, bitten, bite, off the "
        "lead, off lead, unmuzzled, muzzle, status dog, status breed, pit bull, pitbull, dog attack, dogs "
        "attacking, out of control dog, sheep worrying, dogs, bites",
    ),
    idea(
        "fireworks",
        "firework, fireworks, rocket, rockets, roman candle, banger, bangers, bonfire night, diwali, "
        "halloween, november, pyrotechnic, flares",
    ),
    idea(
        "noise",
        "noise, noisy, loud, music, loud music, party, parties, sleep, can't sleep, revving, shouting, "
        "keeping people awake, barking",
    ),
    idea(
        "neighbour dispute",
        "neighbour, neighbours, neighbour dispute, dispute, boundary, hedge, hedges, fence, row, feud, "
        "allegations both ways, counter allegations, next door, each side",
    ),
    idea(
        "begging",
        "beg, begging, beggar, beggars, asking for change, asking for money, spare change, cash machine, "
        "cash machines, atm, atms, rough sleeper, rough sleepers, rough sleeping, homeless, homelessness, "
        "panhandling, cash point",
    ),
    idea(
        "prostitution",
        "prostitution, prostitute, prostitutes, sex work, sex worker, sex workers, kerb crawler, kerb "
        "crawlers, kerb crawling, curb crawling, punter, punters, brothel, brothels, pop-up brothel, "
        "escort, condoms, red light, massage parlour, off street sex",
    ),
    idea(
        "modern slavery",
        "modern slavery, slavery, slave, slaves, trafficking, trafficked, forced labour, labour "
        "exploitation, gangmaster, passport, passports, never paid, unpaid workers, car wash, nail bar, "
        "domestic servitude, living in a container, exploited workers, foreign workers, nrm",
    ),
    idea(
        "hate crime",
        "hate, hate crime, racist, racism, racial, racially, islamophobic, islamophobia, muslim, muslims, "
        "mosque, antisemitic, antisemitism, jewish, jew, synagogue, homophobic, homophobia, transphobic, "
        "gay, trans, sikh, hindu, xenophobic, prejudice, slur, disablist, hostility, asian, black, ethnic",
    ),
    idea(
        "friend exploitation",
        "mate crime, befriend, befriended, so called friends, so called mates, false friends, financial "
        "abuse, benefits, taking his money",
    ),
    idea(
        "drone",
        "drone, drones, uav, flown, fly over, quadcopter, remote aircraft",
    ),
    idea(
        "protest",
        "protest, protests, protester, protesters, demonstration, march, activist, activists, blockade, "
        "rally",
    ),
    idea(
        "vape",
        "vape, vapes, vaping, e-cigarette, tobacco, cigarettes, illegal cigarettes, illicit tobacco, "
        "underage sales",
    ),
    idea(
        "loitering",
        "loiter, loitering, hang round, hanging round, hanging around, hang about, gather, gathers, "
        "gathering, congregate, congregating, groups of youths, large groups, meet up",
    ),
)
