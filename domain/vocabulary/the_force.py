"""The force's own work: ideas and the words for them."""

from domain.vocabulary.idea import idea

THE_FORCE = (
    idea(
        "duplicated work",
        "duplicate, duplicated, duplication, retype, retyping, rekey, double keying, key twice, enter "
        "twice, twice, same details, same information, several systems, systems do not talk, data entry, "
        "copy and paste, copying across",
    ),
    idea(
        "computer systems",
        "system, systems, computer, software, it, app, niche, athena, database, log on, login, laptop, "
        "form, forms, spreadsheet, record management",
    ),
    idea(
        "paperwork",
        "paperwork, form, forms, admin, bureaucracy, retype, briefing, handover, handovers, shift handover, "
        "email, emails, report writing, statement",
    ),
    idea(
        "case file",
        "case file, case files, file quality, file build, cps, crown prosecution, prosecutor, prosecutors, "
        "disclosure, redaction, redact, redacted, charging, charging decision, mg6, file, files, rejected "
        "by cps, court file",
    ),
    idea(
        "custody",
        "custody, cell, cells, booking in, booked in, book in, booking-in, detainee, detainees, detention, "
        "detention officer, arrest, arresting, custody block, custody sergeant, block, van dock, yard, "
        "suite, solicitor",
    ),
    idea(
        "property and exhibits",
        "property store, exhibit, exhibits, seized, seizure, seizures, detained property, evidence bag, "
        "evidence bags, property room, labelled, disposal, chain of evidence, lost property, exhibit store",
    ),
    idea(
        "body-worn video",
        "body worn, body-worn, bodycam, bodycams, bwv, body camera, video camera, footage, docking station, "
        "dock, docks, body worn video, camera battery, batteries",
    ),
    idea(
        "battery",
        "battery, batteries, charge, charging, charger, run flat, flat battery, dies, runs out, power, "
        "lithium",
    ),
    idea(
        "cctv",
        "cctv, camera, cameras, footage, video, doorbell, ring doorbell, anpr, dashcam, surveillance",
    ),
    idea(
        "false alarm",
        "false alarm, false alarms, alarm activation, alarm activations, intruder alarm, burglar alarm, "
        "automatic alarm, alarm company, activation, activations, turned out to be nothing, alarms, alarm",
    ),
    idea(
        "training idea",
        "training, course, learning, coaching, mentor, mentoring, mentors, buddy, induction, new starters, "
        "new officers, new constables, probationers, student officers",
    ),
    idea(
        "victim care",
        "victim, victims, victim support, victim contact, keep informed, update victims, victim's code, "
        "call back, follow up",
    ),
    idea(
        "staff wellbeing",
        "wellbeing, welfare, morale, stress, burnout, fatigue, tired, sickness, occupational health, rest "
        "days, cancelled leave",
    ),
    idea(
        "waiting",
        "wait, waits, waiting, queue, queues, delay, delays, delayed, backlog, hours, slow, stuck, sat, "
        "hold up, tie up, tied up, tying up, takes hours, held up",
    ),
    idea(
        "repeat demand",
        "repeat, repeated, repeatedly, again, again and again, over and over, call after call, weekly, same "
        "address, same addresses, same few, keep attending, keeps calling, go back, high demand, frequent "
        "caller, frequent, regular caller, nightly, time after time, constant, night after night",
    ),
    idea(
        "repeat caller",
        "repeat caller, frequent caller, regular caller, hoax, 999 twenty, vexatious, rings us, calls us "
        "daily, persistent caller",
    ),
)
