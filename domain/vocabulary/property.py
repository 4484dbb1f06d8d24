"""What is taken, and how: ideas and the words for them."""

from domain.vocabulary.idea import idea

PROPERTY = (
    idea(
        "bicycle",
        "bicycle, bike, cycle, pedal cycle, pushbike, push bike, e-bike, ebike, cyclist, cycles, bikes, "
        "bike rack",
    ),
    idea(
        "motorcycle",
        "motorbike, motorcycle, moped, scooter, scrambler, surron, sur-ron, dirt bike, trail bike, pit "
        "bike, off-road bike, off road bike, offroad bike, quad, quad bike, e-scooter, electric scooter, "
        "electric motorbike, scramblers",
    ),
    idea(
        "car",
        "car, vehicle, motor, motor vehicle, automobile, hatchback, suv, range rover, land rover, bmw, "
        "audi, ford, fiesta, toyota, honda, prius, lexus, hybrid, saloon, motorist, driver",
    ),
    idea(
        "van or lorry",
        "van, transit, lorry, hgv, truck, works vehicle, tipper, wagon, trailer, sprinter, flatbed",
    ),
    idea(
        "catalytic converter",
        "catalytic converter, catalytic converters, cat converter, cats, exhaust, exhaust part, cat theft, "
        "prius, hybrid, jacked up, grinder",
    ),
    idea(
        "keyless car",
        "keyless, relay, relay attack, signal booster, key fob, fob, cloned key, high value vehicle, can "
        "injection, faraday, range rover, no sign of the keys, driven off",
    ),
    idea(
        "number plate",
        "number plate, registration plate, reg plate, plate, plates, vrm, cloned plate, false plate, ghost "
        "plate, registration",
    ),
    idea(
        "fuel",
        "fuel, petrol, diesel, filling station, forecourt, garage, drive off, drive-off, drive offs, "
        "bilking, bilk, pump, making off without payment, without paying, service station, heating oil",
    ),
    idea(
        "tools",
        "tool, tools, power tool, drill, saw, tradesman, tradesmen, tradespeople, builder, plumber, "
        "electrician, works van, kit, contractor, side door",
    ),
    idea(
        "theft",
        "theft, thief, thieves, steal, stealing, stole, stolen, taken, took, nick, nicked, gone, snatch, "
        "snatched, grab, grabbed, lift, lifted, swipe, pinch, pinched, lose, losing, lost, missing, "
        "stripped, strip, loot, helped themselves, disappear, disappearing, vanish, take, taking, removed, "
        "targeted, emptied",
    ),
    idea(
        "burglary",
        "burglary, burgle, burgled, burglar, break-in, break in, break-ins, breaking in, broken into, broke "
        "into, forced entry, walk in theft, walk-in, intruder, creeper, distraction burglary, insecure, "
        "unlocked, unlocked door, open window, screwed",
    ),
    idea(
        "robbery",
        "robbery, rob, robbed, robbing, mug, mugged, mugging, snatch, snatched, held up, knifepoint, demand "
        "money, steaming, handed over",
    ),
    idea(
        "mobile phone",
        "mobile, mobile phone, phone, phones, handset, iphone, smartphone, airpods, earphones, headphones, "
        "tablet",
    ),
    idea(
        "jewellery",
        "jewellery, gold, heirloom, wedding gold, watch, rolex, necklace, chain, bracelet, asian gold",
    ),
    idea(
        "shoplifting",
        "shoplifting, shoplift, shoplifter, shop theft, bulk theft, walk out without paying, self checkout, "
        "self scan, walking out, clearing shelves, filling bags, suitcase, baby milk, formula, razor "
        "blades, spirits, perfume, meat, cheese, steak",
    ),
    idea(
        "metal theft",
        "metal, metal theft, lead, lead theft, copper, cable, cables, cabling, roof lead, scrap, scrap "
        "dealer, manhole, manhole covers, bronze, plaque",
    ),
    idea(
        "farm machinery",
        "tractor, tractors, combine, combines, gps, satellite guidance, guidance system, navigation, farm "
        "machinery, quad, telehandler, plant, digger, agricultural machinery, dome, domes",
    ),
    idea(
        "parcel",
        "parcel, parcels, package, porch, delivery, deliveries, delivery driver, courier van, doorstep "
        "parcel",
    ),
    idea(
        "bank card or cash",
        "cash, cash machine, bank card, debit card, card, cards, contactless, wallet, wallets, purse, "
        "purses, handbag, handbags, pickpocket, pickpockets, pin",
    ),
    idea(
        "courier fraud",
        "courier fraud, courier, bogus police, fake police, fake police officer, bogus officer, bogus "
        "detective, impersonating police, bank card, withdraw cash, collect, savings, fake detective, "
        "pretending to be police, hand over cash",
    ),
    idea(
        "doorstep crime",
        "rogue trader, rogue traders, doorstep, doorstep crime, cold caller, cold callers, cold calling, "
        "roofer, roofers, roof, tarmac, tarmacking, driveway, bogus workman, bogus workmen, workmen, "
        "overcharge, overcharged, overcharging, home repair, gardener, needless repairs, nottingham "
        "knockers, paving, guttering",
    ),
    idea(
        "fraud",
        "fraud, fraudster, fraudulent, scam, scams, scammed, scammer, con, conned, con man, fake, bogus, "
        "trick, deceive, deception, phishing, money mule, transfer money, deposit, payment, paid, sending "
        "money, send money, investment, bank, cryptocurrency, bitcoin, savings, defraud",
    ),
    idea(
        "online sale",
        "marketplace, ebay, gumtree, vinted, online listing, listings, seller, buyer, buyers, fake payment, "
        "never get goods, rental, deposit, goods, advert, rent a flat",
    ),
    idea(
        "romance fraud",
        "romance, romance fraud, dating, dating site, dating app, never met, lonely, online relationship, "
        "widow, widows, love, tinder",
    ),
    idea(
        "cyber crime",
        "cyber, hack, hacked, hacking, hacker, ransomware, malware, account takeover, password, ddos, email "
        "compromise, data breach",
    ),
    idea(
        "identity documents",
        "passport, passports, identity, driving licence, forged, forgery, counterfeit, counterfeit goods, "
        "fake id",
    ),
    idea(
        "fly-tipping",
        "fly-tipping, fly tipping, fly tip, flytipping, flytip, dumped, dump, dumping, tipped, tipping, "
        "rubbish, waste, builders' waste, rubble, asbestos, skip, litter, waste carrier, mattress",
    ),
    idea(
        "criminal damage",
        "criminal damage, damage, damaged, vandal, vandals, vandalism, vandalise, smash, smashed, smashing, "
        "graffiti, tag, tags, tagging, break windows, windows, window, spray paint, wreck, wrecked, broken",
    ),
    idea(
        "fire",
        "fire, fires, arson, set alight, alight, burn, burning, burnt, torch, torched, blaze, set fire, bin "
        "fire, petrol bomb, deliberate fire, arsonist, wheelie bin",
    ),
    idea(
        "gambling",
        "gambling, betting, betting shop, bookmaker, poker, casino, slot machine",
    ),
)
