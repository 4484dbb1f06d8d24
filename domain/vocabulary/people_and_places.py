"""Who and where: ideas and the words for them."""

from domain.vocabulary.idea import idea

PEOPLE_AND_PLACES = (
    idea(
        "young people",
        "youth, youths, teenager, teen, kid, kids, lad, lads, boy, boys, girl, girls, juvenile, child, "
        "children, pupil, schoolchildren, schoolboy, schoolgirl, young people, young person, under 18, "
        "under age, underage, minor, adolescent, student, year 7, year 8, year 9, year 10, year 11, "
        "youngster, toddler",
    ),
    idea(
        "older people",
        "elderly, pensioner, older, old lady, old man, widow, widower, vulnerable adult, retired, dementia, "
        "alzheimer's, over 70, oap, senior citizen, frail",
    ),
    idea(
        "women and girls",
        "woman, women, girl, girls, female, females, lady, ladies, she, schoolgirl",
    ),
    idea(
        "disabled people",
        "disabled, disability, learning difficulties, learning disability, learning disabled, autism, "
        "autistic, down's syndrome, wheelchair, special needs, blue badge",
    ),
    idea(
        "school",
        "school, schools, pupil, college, academy, primary, secondary, classroom, teacher, headteacher, "
        "lesson, lessons, term, half term, school gate, playground, year 9, year 10, schoolchildren, home "
        "time, drop off, pick up time, sixth form",
    ),
    idea(
        "university",
        "university, student, undergraduate, campus, fresher, freshers, halls, halls of residence, student "
        "house, hmo",
    ),
    idea(
        "flats",
        "flat, flats, tower block, high rise, stairwell, stairwells, landing, landings, lobby, communal, "
        "block of flats, communal door, entrance hall, maisonette, apartment, tenement, bin store, door "
        "entry",
    ),
    idea(
        "housing",
        "tenant, tenants, tenancy, landlord, housing association, council house, estate, resident, "
        "residents, household, home, homes, house",
    ),
    idea(
        "shop",
        "shop, store, supermarket, co-op, coop, tesco, retail, retailer, convenience store, checkout, till, "
        "chemist, pharmacy, boots, superdrug, aldi, lidl, shopping centre, precinct, off-licence, corner "
        "shop, newsagent, shopkeeper, shelf, shelves",
    ),
    idea(
        "shop staff",
        "shop staff, retail staff, shop worker, store worker, checkout staff, security guard, cashier, "
        "shopkeeper, store team, checkout team, door staff, staff",
    ),
    idea(
        "nightlife",
        "night-time economy, nte, night time economy, nightclub, nightclubs, club, clubs, pub, pubs, bar, "
        "bars, closing time, kicking out time, kebab, takeaway, taxi rank, door staff, bouncer, night out, "
        "weekend nights, town centre, chucking out time, licensed premises, dance floor",
    ),
    idea(
        "taxi",
        "taxi, taxis, cab, cabs, minicab, uber, private hire, taxi rank, taxi driver, fare",
    ),
    idea(
        "bus",
        "bus, buses, bus stop, bus station, bus driver, bus interchange, coach, interchange, top deck, bus "
        "shelter",
    ),
    idea(
        "railway",
        "railway, rail, train, trains, station, platform, railway station, commuter, commuters, track, "
        "tracks, line, level crossing, british transport police, btp, rail line, railway line, underground, "
        "footbridge",
    ),
    idea(
        "car park",
        "car park, carpark, parking, parked, park and ride, multi storey, multi-storey, multistorey, bay, "
        "bays, long stay, parking lot",
    ),
    idea(
        "pedestrian",
        "pedestrian, walker, dog walker, pavement, footpath, crossing, passer by, passers by, on foot, "
        "walking home",
    ),
    idea(
        "subway or path",
        "underpass, subway, tunnel, alley, alleyway, footpath, towpath, canal path, cut through, passage, "
        "ginnel, snicket, path, walkway, footbridge",
    ),
    idea(
        "darkness",
        "dark, after dark, unlit, lighting, street light, street lights, streetlight, lamp, night, nights, "
        "poorly lit, evening, dusk, light",
    ),
    idea(
        "park",
        "park, parks, recreation ground, rec, playing field, playing fields, common, open space, green, "
        "garden, gardens, woods, woodland, skate park, playground, nature reserve, leisure centre, bench, "
        "benches",
    ),
    idea(
        "open water",
        "river, lake, weir, quarry, reservoir, canal, water, swim, swimming, tombstoning, drown, drowned, "
        "drowning, pond, sea, jetty, lock, jumping in, open water, beach",
    ),
    idea(
        "farm",
        "farm, farms, farmer, farmers, farmland, field, fields, barn, crop, crops, arable, livestock, "
        "harvest, landowner, gamekeeper, rural, agricultural, countryside, stubble, sheep, cattle, horse, "
        "horses, pony, equestrian, parish, village",
    ),
    idea(
        "hospital",
        "hospital, a&e, accident and emergency, emergency department, ward, nurse, nurses, ambulance, "
        "paramedic, nhs, bed, bed watch, health, gp, surgery, crisis team, ed",
    ),
    idea(
        "children in care",
        "care home, children's home, residential unit, looked-after, looked after, lac, placement, placed, "
        "foster, foster carer, care leaver, unregulated, semi-independent, supported accommodation, key "
        "worker, in care",
    ),
    idea(
        "prison",
        "prison, prisons, jail, hmp, inmate, inmates, prisoner, prisoners, cell phone, throwover, "
        "throwovers, wing, perimeter wall, over the wall, youth offender institution",
    ),
    idea(
        "place of worship",
        "church, churches, mosque, synagogue, temple, gurdwara, chapel, cathedral, worship, worshippers, "
        "prayer, prayers, prayed, vicar, imam, parish, religious, place of worship",
    ),
    idea(
        "fast food",
        "mcdonald's, mcdonalds, kfc, takeaway, takeaways, fast food, chicken shop, kebab, kebab shop, "
        "burger king, restaurant, cafe",
    ),
    idea(
        "business premises",
        "business, businesses, business park, industrial, industrial estate, commercial, unit, units, "
        "warehouse, factory, office, retail park, trading estate, construction site, building site",
    ),
    idea(
        "benches and square",
        "bench, benches, memorial, war memorial, square, market square, library, high street, town centre, "
        "gardens",
    ),
    idea(
        "short-term let",
        "short term let, short-term let, airbnb, holiday let, holiday flat, holiday flats, serviced "
        "apartment, serviced apartments, party house, rental",
    ),
    idea(
        "council",
        "council, local authority, licensing, environmental health, trading standards, housing officer, "
        "wardens, asb team",
    ),
    idea(
        "volunteers",
        "volunteer, volunteers, special constable, specials, neighbourhood watch, cadets, community group, "
        "speedwatch",
    ),
    idea(
        "emergency workers",
        "emergency worker, emergency crews, firefighter, firefighters, fire crew, ambulance crew, "
        "paramedic, paramedics, officers attacked, police attacked, fire engine",
    ),
    idea(
        "caravan",
        "caravan, caravans, traveller, encampment, unauthorised encampment, mobile home",
    ),
    idea(
        "overnight",
        "overnight, at night, by morning, in the early hours, early hours, small hours, 3am, while owners "
        "sleep, while they sleep, 2am, nights",
    ),
    idea(
        "football",
        "football, match day, fan, fans, hooligan, hooligans, supporters, away fans, stadium, derby, ground",
    ),
    idea(
        "social media",
        "social media, snapchat, instagram, tiktok, facebook, whatsapp, online, internet, app, telegram, "
        "discord, post, posts, viral, dating site, marketplace",
    ),
    idea(
        "outbuilding",
        "shed, garage, outbuilding, allotment, lock-up, lock up, garden store, bike store, barn, lawnmower, "
        "strimmer, mower",
    ),
)
