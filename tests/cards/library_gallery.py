"""The evidence library, as everybody and as the Hub sees it."""

from datetime import UTC, date, datetime

from cards.evidence import entry_card
from cards.evidence_form import evidence_form
from cards.evidence_tool import evidence_tool
from cards.extension import ask_to_begin, say_begun, say_where_to_open
from cards.library import browse_card, find_card, looked_over
from cards.library_payloads import LibraryKeep
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.evidence_reading import write_texts
from domain.library import EntryPage, Filters, Match, MatchPage, State
from domain.ports import Outgoing
from domain.submission import Party
from tests.cards import samples as s

TODAY = date(2026, 11, 24)
_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

GATES = Evidence(
    id=1,
    reference="EV-2026-0001",
    kind=EvidenceKind.INTERVENTION,
    title="Lockable gates at the ends of alleys",
    summary="Gates that only residents can open keep people out of the alleys behind terraced houses.",
    topics=("burglary", "anti-social behaviour"),
    organisation="A college",
    label=Label.WORKED,
    effect=Effect.REDUCES,
    quality=Quality.STRONG,
    emmie=Emmie(
        effect="Fewer burglaries in the streets that were gated.",
        mechanism="It is harder to get in unseen.",
        moderators="Works where the alley was the way in.",
        implementation="Residents agree, hold keys and report what breaks.",
        economics="Costs come once; upkeep is small.",
    ),
    source="A review of studies",
    link="https://example.org/alley-gates",
    checked_on=date(2026, 11, 2),
    review_on=date(2027, 11, 2),
    published=True,
    by=Party(id=3, name="Priya Nair"),
    created_at=_AT,
    changed_at=_AT,
)
HARMFUL = GATES.model_copy(
    update={
        "id": 2,
        "reference": "EV-2026-0002",
        "title": "Prison visits to frighten young people",
        "label": Label.DID_NOT_WORK,
        "effect": Effect.BACKFIRES,
        "emmie": Emmie(),
        "review_on": date(2026, 11, 1),
    }
)
PARTNER = GATES.model_copy(
    update={
        "id": 3,
        "reference": "EV-2026-0003",
        "kind": EvidenceKind.PARTNER,
        "title": "A housing association",
        "contact": "Its safety team, by the switchboard",
        "label": None,
        "effect": Effect.UNKNOWN,
        "quality": Quality.NOT_RATED,
        "published": False,
        "link": "",
    }
)
LONGEST = GATES.model_copy(
    update={
        "title": "\N{LATIN SMALL LETTER E WITH ACUTE}" * 160,
        "summary": "\N{LATIN SMALL LETTER E WITH ACUTE}" * 2_000,
        "organisation": "\N{LATIN SMALL LETTER E WITH ACUTE}" * 300,
        "source": "\N{LATIN SMALL LETTER E WITH ACUTE}" * 300,
        "effect": Effect.BACKFIRES,
        "emmie": Emmie(**dict.fromkeys(Emmie.model_fields, "\N{LATIN SMALL LETTER E WITH ACUTE}" * 1_000)),
    }
)
FOUND = MatchPage((Match(GATES, ("burglary", "alley")), Match(HARMFUL, ("young",)), Match(PARTNER)), 1, 3)
EVERYTHING = EntryPage((GATES, HARMFUL, PARTNER), Filters(), TODAY, 0, 3, 12)
NARROWED = EntryPage((), Filters(EvidenceKind.PARTNER, "burglary", State.DUE), TODAY)
GIVEN = LibraryKeep.model_validate({"reference": GATES.reference, "version": 1, **write_texts(GATES)})


def library() -> dict[str, Outgoing]:
    """Give every card of the library."""
    return {
        "entry": entry_card(GATES, TODAY),
        "entry, for the hub": entry_card(GATES, TODAY, for_hub=True, note="Kept. Everybody finds it."),
        "entry that may do harm": entry_card(HARMFUL, TODAY, for_hub=True),
        "entry of a partner": entry_card(PARTNER, TODAY, for_hub=True),
        "entry, the longest": entry_card(LONGEST, TODAY, for_hub=True),
        "find": find_card("", MatchPage(())),
        "find, found": find_card("brglary in alleys", FOUND),
        "find, the longest": find_card("burglary", MatchPage((Match(LONGEST, ("burglary",)),) * 5)),
        "find, nothing found": find_card("unicorns", MatchPage(())),
        "library": browse_card(EVERYTHING),
        "library, narrowed down": browse_card(NARROWED),
        "library, empty": browse_card(EntryPage((), Filters(), TODAY)),
        "library, a new entry": evidence_form(LibraryKeep(checked_on=TODAY.isoformat())),
        "library, an entry edited": evidence_form(GIVEN),
        "library, what does not fit": evidence_form(
            GIVEN, error="That is 1,004 characters; up to 1,000 fit.", field="emmie_effect"
        ),
        "library, sources due": looked_over((GATES, HARMFUL), 7),
        "dialog, a message to the hub": ask_to_begin("Bicycles vanish from the racks every Friday"),
        "dialog, begun": say_begun("https://teams.microsoft.com/l/chat/0/0?users=28:bot"),
        "dialog, not reached yet": say_where_to_open("https://teams.microsoft.com/l/chat/0/0?users=28:bot"),
        "workbench, evidence": evidence_tool(s.OWNED, FOUND.matches),
        "workbench, no evidence": evidence_tool(s.OWNED, ()),
    }
