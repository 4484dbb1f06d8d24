"""All plans at a glance, for the Academy's trainers and coordinators."""

from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet

from cards.buttons import Box, button, choice_box
from cards.care_payloads import ANY, CareList, CareNudge, CareOpen
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.plan import STEP_NAMES
from cards.plan_states import STATE_NAMES, picture_states, say_counts, say_state
from cards.words import capital, one_line, share_out
from domain.clock import in_london
from domain.dates import say_date, say_due
from domain.language import N_, _
from domain.plan_overview import FINISHED_FOR, ORDER, Choice, PlanLine, PlanOverview
from domain.plan_state import PlanState
from domain.ports import Outgoing

NONE_AT_ALL = N_(
    "No plans yet. They appear here as people make them, at the end of their training or at any time."
)
NONE_HERE = N_("No plan fits that. Show all plans, or choose something else.")
TITLES_BUDGET = 3_500
WHOSE_BUDGET = 4_000
CHOICES_BUDGET = 3_000
"""Bytes of people's words in all rows together, and in each list of the filter."""
MOST_CHOICES = 40
"""Cohorts and supervisors in a list."""
_NEEDS_SOMEBODY = frozenset({PlanState.STUCK, PlanState.LATE})
"""Plans whose row offers a nudge at once."""


def plan_overview(overview: PlanOverview, now: datetime, *, note: str = "") -> Outgoing:
    """Show how all plans stand that fit, then one page of them, those that need somebody first."""
    if not overview.total and not _is_filtered(overview):
        return present(_(NONE_AT_ALL), [heading(_("Action plans")), sentence(_(NONE_AT_ALL))])
    counts = say_counts(overview)
    return present(
        " ".join(part for part in (_("Action plans."), note, counts) if part),
        [
            heading(_("Action plans")),
            sentence(note) if note else None,
            aside(_say_chosen(overview, now), "None"),
            sentence(counts),
            *picture_states(overview),
            *rows(_list_states(overview)),
            sentence(_(NONE_HERE)) if not overview.lines else None,
            *_list_rows(overview, now),
            *turn_pages(overview.page, overview.pages, lambda to: _list_as(overview, page=to)),
            *rows([_choose(overview).behind_button()], spacing="Medium"),
        ],
    )


def _is_filtered(overview: PlanOverview) -> bool:
    chosen = overview.chosen
    return bool(chosen.cohort) or chosen.supervisor_id is not None


def _list_as(overview: PlanOverview, **different: object) -> CareList:
    """Carry the present filter with something changed in it."""
    chosen = overview.chosen
    present_one = {
        "state": chosen.state or "",
        "cohort": chosen.cohort,
        "supervisor": "" if chosen.supervisor_id is None else str(chosen.supervisor_id),
        "wishes": chosen.wishes_only,
    }
    return CareList.model_validate(present_one | different)


def _say_chosen(overview: PlanOverview, now: datetime) -> str:
    """Say which plans these are, and of which time."""
    since = say_date(in_london(now - FINISHED_FOR).date(), in_london(now).date())
    parts = [
        _("Cohort: {name}").format(name=one_line(overview.cohort, 80)) if overview.cohort else "",
        _("Supervisor: {name}").format(name=one_line(overview.supervisor, 60)) if overview.supervisor else "",
        _("under way, or finished since {day}").format(day=since),
    ]
    return capital(DOT.join(part for part in parts if part))


def _list_states(overview: PlanOverview) -> list[Action]:
    """Give a button for each state that there is, and for all of them where one is chosen."""
    chosen = overview.chosen
    actions: list[Action] = []
    if overview.wishes and not chosen.wishes_only:
        title = _("Wishes for more time ({count})").format(count=overview.wishes)
        actions.append(button(title, _list_as(overview, wishes=True, state="", page=0), main=True))
    for state in ORDER:
        count = overview.counts.get(state, 0)
        if count and state is not chosen.state:
            title = _("{state} ({count})").format(state=_(STATE_NAMES[state][1]), count=count)
            actions.append(button(title, _list_as(overview, state=state, wishes=False, page=0)))
    if chosen.state is not None or chosen.wishes_only:
        actions.append(button(_("All of these"), _list_as(overview, state="", wishes=False, page=0)))
    if _is_filtered(overview):
        actions.append(button(_("All plans"), CareList(page=0)))
    return actions


def _list_rows(overview: PlanOverview, now: datetime) -> list[CardElement]:
    """Give a row for each plan, its words cut to what a card can carry of all of them together."""
    titles = share_out([one_line(one.title, 100) for one in overview.lines], TITLES_BUDGET)
    whose = share_out([_say_whose(one) for one in overview.lines], WHOSE_BUDGET)
    return [_row(one, title, who, now) for one, title, who in zip(overview.lines, titles, whose, strict=True)]


def _say_whose(one: PlanLine) -> str:
    supervisor = _("supervisor {name}").format(name=one_line(one.supervisor, 60)) if one.supervisor else ""
    parts = [one_line(one.owner, 60), one_line(one.cohort, 60), supervisor]
    return DOT.join(part for part in parts if part)


def _row(one: PlanLine, title: str, whose: str, now: datetime) -> ColumnSet:
    facts = [one.reference, _(STEP_NAMES[one.step]).lower()]
    if one.actions:
        facts.append(_("{done} of {all} actions done").format(done=one.done, all=one.actions))
    said: list[CardElement] = [
        line(strong(title)),
        sentence(DOT.join([say_state(one.state), _say_why(one, now)]), "None"),
        aside(whose, "None"),
        aside(DOT.join(facts), "None"),
    ]
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=_offer(one)),
        ],
    )


def _say_why(one: PlanLine, now: datetime) -> str:
    """Say what is to be known first: a call for help, a wish, else when it is due or was finished."""
    today = in_london(now).date()
    if one.finished_at is not None:
        return _("finished {day}").format(day=say_date(in_london(one.finished_at).date(), today))
    if one.is_help_wanted:
        return _("asks for help")
    if one.is_wish_open:
        return _("asks for more time")
    return say_due(one.due_on, today)


def _offer(one: PlanLine) -> list[CardElement]:
    tip = _("Open {reference}").format(reference=one.reference)
    actions: list[Action] = [button(_("Open"), CareOpen(reference=one.reference), tip=tip)]
    columns = rows(actions)
    if one.state in _NEEDS_SOMEBODY:
        tip = _("Nudge the owner of {reference}").format(reference=one.reference)
        columns += rows([button(_("Nudge"), CareNudge(reference=one.reference), tip=tip)])
    return columns


def _choose(overview: PlanOverview) -> Box:
    chosen = overview.chosen
    states = [(state.value, _(STATE_NAMES[state][1])) for state in ORDER]
    cohorts, supervisors = _list_choices(overview.cohorts), _list_choices(overview.supervisors)
    boxes = (
        _list_box("state", _("How they stand"), states, chosen.state or ""),
        _list_box("cohort", _("Cohort"), cohorts, chosen.cohort),
        _list_box("supervisor", _("Supervisor"), supervisors, str(chosen.supervisor_id or "")),
    )
    send = button(_("Show these"), CareList(), main=True, sends_inputs=True)
    return Box(_("Filter"), boxes, send)


def _list_box(key: str, label: str, options: list[tuple[str, str]], chosen: str) -> CardElement:
    everything = [(ANY, _("All")), *options]
    return choice_box(key, label, _("Choose one."), everything, chosen=chosen or ANY, required=False)


def _list_choices(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    shown = choices[:MOST_CHOICES]
    names = share_out([one_line(one.title, 60) for one in shown], CHOICES_BUDGET)
    counted = _("{name} ({count})")
    return [
        (one.value, counted.format(name=name, count=one.count))
        for one, name in zip(shown, names, strict=True)
    ]
