"""More about a submission that the Hub has already: the deeper questions, all of them free to skip."""

from dialogs import deeper
from dialogs.walkthrough import Walkthrough

TELL_MORE = Walkthrough(
    name="tell more",
    version=2,
    title="Tell the Hub more",
    sections=deeper.list_sections(on_request=False),
    finish="Add to the submission",
    before_finish="The Hub sees it with your submission. What you left out stays out.",
)
