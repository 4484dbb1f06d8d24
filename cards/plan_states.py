"""How plans stand, in marks and words: the picture of all of them, and a line for one."""

from collections.abc import Mapping
from types import MappingProxyType

from microsoft_teams.cards.core import (
    CardElement,
    Column,
    ColumnSet,
    Container,
    HorizontalBarChart,
    HorizontalBarChartDataValue,
    TextRun,
)

from cards.kit import aside, line, plain, strong
from domain.language import N_, _, _n
from domain.plan_overview import FEWEST_PEOPLE, ORDER, PlanOverview, share
from domain.plan_state import PlanState

STATE_NAMES: Mapping[PlanState, tuple[str, str]] = MappingProxyType(
    {
        PlanState.STUCK: ("◆", N_("Stuck")),
        PlanState.LATE: ("▲", N_("Late")),
        PlanState.ON_TRACK: ("●", N_("On track")),
        PlanState.DONE: ("✓", N_("Done")),
    }
)
"""The mark and the word of each; never a colour alone."""

_WIDEST = 9
"""Blocks of the longest bar where a client draws no charts."""


def say_state(state: PlanState) -> str:
    """Say how a plan stands."""
    mark, word = STATE_NAMES[state]
    return f"{mark} {_(word)}"


def picture_states(overview: PlanOverview) -> list[CardElement]:
    """Draw how many plans stand how: a chart, or a table where a client draws none; then the shares in words.

    Nothing is drawn where too few people have a plan for a picture of them.
    """
    if overview.people < FEWEST_PEOPLE:
        few = _("Fewer than {count} people have a plan here, so no picture and no shares are shown.")
        return [aside(few.format(count=FEWEST_PEOPLE))] if overview.total else []
    values = [
        HorizontalBarChartDataValue(x=_(STATE_NAMES[state][1]), y=overview.counts.get(state, 0))
        for state in ORDER
    ]
    chart = HorizontalBarChart(
        title=_("Plans by how they stand"),
        x_axis_title=_("Plans"),
        display_mode="AbsoluteNoAxis",
        color_set="categorical",
        data=values,
        fallback=_write_table(overview),
    )
    return [chart, aside(_say_shares(overview))]


def say_counts(overview: PlanOverview) -> str:
    """Say how many plans there are and how they stand."""
    counted = [
        f"{overview.counts[state]} {_(STATE_NAMES[state][1]).lower()}"
        for state in ORDER
        if overview.counts.get(state)
    ]
    if not counted:
        return _("No plans.")
    total = _n("{count} plan", "{count} plans", overview.total).format(count=overview.total)
    return f"{total}: {', '.join(counted)}."


def _say_shares(overview: PlanOverview) -> str:
    shares = [f"{_(STATE_NAMES[state][1])} {share(overview, state)}%" for state in ORDER]
    people = _n("{count} person", "{count} people", overview.people).format(count=overview.people)
    return _("Of the plans of {people}: {shares}.").format(people=people, shares=", ".join(shares))


def _write_table(overview: PlanOverview) -> Container:
    most = max(overview.counts.values(), default=0) or 1
    return Container(
        items=[
            _write_row(state, overview.counts.get(state, 0), overview.counts.get(state, 0) / most)
            for state in ORDER
        ]
    )


def _write_row(state: PlanState, count: int, of_longest: float) -> ColumnSet:
    bar = "▇" * max(round(_WIDEST * of_longest), 1 if count else 0)
    return ColumnSet(
        spacing="Small",
        columns=[
            Column(width="90px", items=[line(plain(say_state(state)))]),
            Column(width="40px", items=[line(strong(str(count)))]),
            Column(width="stretch", items=[line(TextRun(text=bar or " ", color="Accent"))]),
        ],
    )
