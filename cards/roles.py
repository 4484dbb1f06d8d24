"""Who was given which role: an administrator looks, gives and takes away."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.admin_payloads import RoleGive, RoleList, RoleTake
from cards.buttons import Box, button, choice_box
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.people_picker import person_inputs, say_not_reached, say_person
from domain.dates import say_day
from domain.grants import Grant
from domain.language import N_, _
from domain.people import GRANTED_ROLES, Person, Reach
from domain.ports import Outgoing

NOBODY = N_("Nobody has been given a role yet.")
_BY_TEAM = N_(
    "Members of the Hub's team have the Hub's rights by being in it. Administrators whom the settings name "
    "are not listed here."
)


def roles(  # noqa: PLR0913 (a page has these parts, and each is named at the call)
    grants: Sequence[Grant],
    people: Sequence[Person],
    *,
    page: int = 0,
    pages: int = 1,
    note: str = "",
    reach: Reach = Reach.REACHED,
    link: str = "",
    error: str = "",
    given: RoleGive | None = None,
) -> Outgoing:
    """List one page of who has which role, and offer to give one.

    Args:
        grants: The roles of this page.
        people: Who is likely to be given one.
        page: Which page this is, from nought.
        pages: How many there are.
        note: What has just been done.
        reach: Whether the person it was done for can be reached.
        link: The address that opens a chat with this assistant.
        error: What does not fit in the form.
        given: What was filled in there.
    """
    box = _make_box(people, given or RoleGive())
    title, nobody = _("Roles"), _(NOBODY)
    body: list[CardElement | None] = [
        heading(title),
        sentence(note) if note else None,
        say_not_reached(reach, link) if note else None,
        sentence(nobody) if not grants else None,
    ]
    for grant in grants:
        body += _list_parts(grant)
    body += turn_pages(page, pages, lambda to: RoleList(page=to))
    offer = [box.opened(error)] if error else rows([box.behind_button()], spacing="Medium")
    return present(
        f"{title}. {note or nobody}" if note or not grants else title, [*body, *offer, aside(_(_BY_TEAM))]
    )


def confirm_taking(person: Person, payload: RoleTake) -> Outgoing:
    """Ask before a role is taken away."""
    role = next((_(title) for one, title in GRANTED_ROLES.items() if one == payload.role), payload.role)
    question = _("Take this role away from {name}: {role}?").format(name=say_person(person), role=role)
    choices = [
        button(_("Yes, take it away"), payload.model_copy(update={"sure": True})),
        button(_("Keep it"), RoleList()),
    ]
    effect = _("It counts from their next press or message on. You can give it back at any time.")
    return present(question, [sentence(question), aside(effect), *rows(choices)])


def _list_parts(grant: Grant) -> list[CardElement | None]:
    day = say_day(grant.granted_at)
    since = (
        _("given by {name} on {day}").format(name=grant.granted_by, day=day)
        if grant.granted_by
        else _("given on {day}").format(day=day)
    )
    facts = [_(GRANTED_ROLES[grant.role]), since]
    if grant.reach is Reach.NOT_YET:
        facts.append(_("has not opened this assistant yet"))
    name = say_person(grant.person, first=True)
    take = button(
        _("Take away"),
        RoleTake(holder=grant.person.id, role=grant.role),
        tip=_("Take this role away from {name}").format(name=say_person(grant.person)),
    )
    return [
        line(strong(name), spacing="Medium", separator=True),
        aside(DOT.join(facts), "None"),
        *rows([take]),
    ]


def _make_box(people: Sequence[Person], given: RoleGive) -> Box:
    options = [(role.value, _(title)) for role, title in GRANTED_ROLES.items()]
    which = choice_box("role", _("Role"), _("Choose which role."), options, chosen=given.role)
    who = person_inputs("person", _("Who"), people, chosen=given.person, typed=given.person_email)
    send = button(_("Give the role"), RoleGive(), main=True, sends_inputs=True)
    return Box(_("Give a role"), (*who, which), send)
