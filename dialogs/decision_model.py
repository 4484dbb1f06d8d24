"""The National Decision Model (College of Policing, CIAPOAR), in questions of our own.

The Code of Ethics stands at the model's centre: it is asked first, and looked back at last.
"""

from dialogs.thinking import PROBLEM, YOURS, ask
from dialogs.walkthrough import DayAnswer, Question, Section, Walkthrough

_ETHICS = ask(
    "ethics",
    "What is right",
    "What would be fair and right here, to everybody it touches?",
    "The Code of Ethics is at the centre; every other step is measured against it.",
    "Commuters deserve their bicycles; young people near the racks deserve not to be suspects.",
)
_INFORMATION = ask(
    "information",
    "What you know",
    "What do you know, and how sure are you of it?",
    "A decision is as good as what it rests on.",
    "31 reports since September, sure. That it is one group: only a guess of ours.",
)
_GAPS = ask(
    "gaps",
    "What you do not know",
    "What do you still need to find out, and can it wait?",
    "Sometimes deciding now is right, and sometimes one call is worth making first.",
    "What the cameras show. It can wait until Thursday.",
)
_THREAT = ask(
    "threat",
    "Threat and risk",
    "Who could be harmed, how badly and how likely, and what if you do nothing?",
    "It says how soon something has to happen, and for whom.",
    "Two thefts a week go on; one confrontation so far, nobody hurt.",
)
_STRATEGY = ask(
    "strategy",
    "Working strategy",
    "What are you trying to achieve first?",
    "A short aim helps to choose between the options.",
    "Stop the thefts at the racks without making anybody feel watched.",
)
_POWERS = ask(
    "powers",
    "Powers and policy",
    "Which powers, policy or guidance apply, and is it proportionate?",
    "You can then stand up for it, and nobody acts outside what is allowed.",
    "No power is needed to move racks; the operator owns the land.",
)
_OPTIONS = ask(
    "options",
    "Options",
    "What could you do, and what speaks for and against each?",
    "Doing nothing is an option too. Writing it down shows that you looked.",
    "Move the racks: cheap, slow. Patrols: quick, do not last. Nothing: thefts go on.",
)
_CONTINGENCY = ask(
    "contingency",
    "If it goes otherwise",
    "What will you do if it does not go as planned?",
    "A second way thought of now saves time later.",
    "If the operator refuses, ask the council for racks on its own land.",
)
_ACTION = ask(
    "action",
    "What you will do",
    "What will you do, and why this rather than the rest?",
    "This is the rationale: one or two honest sentences are enough.",
    "Ask for the racks to move, since it removes the cover and lasts.",
)
_REVIEW_DAY = Question(
    name="review_date",
    label="When you look again",
    prompt="When will you look again?",
    why="What is not looked at again teaches nobody. The day can move later.",
    example="31 March, or in three months.",
    answer=DayAnswer(ahead=1100, limits="Give a day from today on, within three years."),
    may_skip=True,
)
_REVIEW = ask(
    "looking_back",
    "What will tell you",
    "What will tell you whether it worked?",
    "Saying it now makes it harder to see only what one hoped for.",
    "Reports from the racks, before and after; what the station's staff say.",
)
_EXPLAIN = ask(
    "explain",
    "How you would explain",
    "How would you explain it to those it touches?",
    "If it is hard to say to them, it may be worth another look.",
    "We made the racks safer and asked nobody to prove who they are.",
)

DECISION_MODEL = Walkthrough(
    name="decision model",
    version=2,
    title="Decision model",
    sections=(
        Section("start", "Decision model", (PROBLEM,)),
        Section("code", "Code of Ethics", (_ETHICS,)),
        Section("information", "Information and intelligence", (_INFORMATION, _GAPS)),
        Section("assessment", "Threat, risk and strategy", (_THREAT, _STRATEGY)),
        Section("powers", "Powers and policy", (_POWERS,)),
        Section("options", "Options and contingencies", (_OPTIONS, _CONTINGENCY)),
        Section("action", "Action and review", (_ACTION, _REVIEW_DAY, _REVIEW)),
        Section("code_again", "Back to the Code of Ethics", (_EXPLAIN,)),
    ),
    finish="Finish",
    before_finish=YOURS,
    look_through="Look through and finish",
    ends_early=True,
    phrases=("decision model", "ndm", "national decision model", "the decision model"),
    purpose="write down why you decide as you do",
)
"""Attached to a submission it is the rationale of the response."""
