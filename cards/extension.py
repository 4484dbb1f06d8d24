"""The dialogs of the message extension: a message's words are looked over before they go anywhere."""

from microsoft_teams.cards.core import OpenUrlAction, SubmitAction

from cards.buttons import text_box
from cards.kit import aside, present, prompt, sentence
from cards.payloads import PortalSubmitWith
from domain.language import _
from domain.ports import Outgoing


def ask_to_begin(words: str) -> Outgoing:
    """Show a message's words, to be changed before a submission is begun with them.

    A dialog knows Action.Submit alone (Microsoft, dialogs with Adaptive Cards).
    """
    question = _("Start a submission with these words?")
    box = text_box("words", _("What you would tell the Hub"), _("Write a few words first."), kept=words)
    begin = SubmitAction(title=_("Start it"), style="positive", data=PortalSubmitWith(words="").as_data())
    return present(
        question,
        [
            prompt(question),
            aside(
                _("Change them as you like, and take out names. Nothing goes to the Hub before you send it.")
            ),
            box,
        ],
        [begin],
    )


def say_begun(link: str) -> Outgoing:
    """Say that the submission waits in the person's own chat."""
    said = _("It is begun, and waits in your chat with me. Carry on there; the Hub has nothing of it yet.")
    return present(said, [sentence(said)], [OpenUrlAction(title=_("Open the chat"), url=link)])


def say_where_to_open(link: str) -> Outgoing:
    """Ask somebody to open their chat with the bot first."""
    said = _(
        "I cannot reach you yet, and have kept nothing. Open 'Prevention First' in a chat once, say hello, "
        "and then send this again."
    )
    return present(said, [sentence(said)], [OpenUrlAction(title=_("Open the chat"), url=link)])
