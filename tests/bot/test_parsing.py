"""What is made of the JSON that Teams sends."""

import json
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming import Happening, Incoming
from bot.parsing import UnreadableError, read_activity, read_json
from domain.ports import PlaceKind

BOT = "28:bot"


def read(kind: str = "message", **parts: Any) -> Incoming:  # noqa: ANN401 - an activity's parts
    return read_activity(
        {
            "type": kind,
            "id": "7",
            "channelId": "msteams",
            "serviceUrl": "https://smba.trafficmanager.net/uk/",
            "from": {"id": "29:sam", "aadObjectId": "sam", "name": "Sam Carter"},
            "recipient": {"id": BOT},
            "conversation": {"id": "a:1", "conversationType": "personal"},
            "channelData": {"tenant": {"id": "t"}},
            **parts,
        }
    )


WORDS: list[tuple[str, str, str]] = [
    ("plain", "hello", "hello"),
    ("plain", "  hello \r\n  there \r world  ", "hello\nthere\nworld"),
    ("plain", "a < b & c > d", "a < b & c > d"),
    ("plain", "a <b and c> d", "a <b and c> d"),
    ("plain", "R&amp;D", "R&amp;D"),
    ("plain", "one\u00a0two&nbsp;three\u200b\ufeff", "one two three"),
    ("plain", "café 🙂 👩\u200d👧 \U0001f1ec\U0001f1e7", "café 🙂 👩\u200d👧 \U0001f1ec\U0001f1e7"),
    ("plain", "zero\u200dwidth \u200d!", "zerowidth !"),
    ("plain", "left\u202eright", "leftright"),
    ("plain", "one\n\n\n\n\ntwo", "one\n\ntwo"),
    ("plain", "<p>Hello</p>\n<p>you &amp; me</p>", "Hello\nyou & me"),
    ("plain", "see <https://example.org>", "see <https://example.org>"),
    ("xml", "<p>Tom &lt;b&gt; &amp; Jo</p>", "Tom <b> & Jo"),
    ("xml", "<div>one<br/>two<br>three</div>", "one\ntwo\nthree"),
    ("xml", "<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
    ("xml", '<p>hi <img alt="🙂" itemtype="http://schema.skype.com/Emoji"/></p>', "hi 🙂"),
    ("xml", '<p>hi <emoji id="x" alt="👍"></emoji></p>', "hi 👍"),
    ("xml", "<!-- a comment --><custom-tag>kept</custom-tag>", "kept"),
    ("plain", "", ""),
]


@pytest.mark.parametrize(("text_format", "text", "words"), WORDS)
def test_words_are_as_they_were_typed(text_format: str, text: str, words: str) -> None:
    assert read(text=text, textFormat=text_format).text == words


def test_a_tag_that_somebody_typed_stays() -> None:
    copy = {"contentType": "text/html", "content": "<p>use &lt;b&gt;bold&lt;/b&gt;</p>"}
    incoming = read(text="use <b>bold</b>", textFormat="plain", attachments=[copy])
    assert incoming.text == "use <b>bold</b>"
    assert incoming.files == ()


@pytest.mark.parametrize(
    ("text", "as_written", "words"),
    [
        ("<at>Prevention First</at> queue", "<at>Prevention First</at>", "queue"),
        ("<at>Prevention First</at>&nbsp;queue\n", "<at>Prevention First</at>", "queue"),
        ('<at id="0">PF</at> ask <at id="1">Lee Shaw</at>', "<at>PF</at>", "ask Lee Shaw"),
        ("ask <at>PF</at> please", "<at>PF</at>", "ask please"),
        ("no mention in the words", "<at>PF</at>", "no mention in the words"),
    ],
)
def test_the_mention_of_the_bot_is_taken_out(text: str, as_written: str, words: str) -> None:
    ours = {"type": "mention", "mentioned": {"id": BOT}, "text": as_written}
    lee = {"type": "mention", "mentioned": {"id": "29:lee"}, "text": "<at>Lee Shaw</at>"}
    incoming = read(text=text, entities=[ours, lee, {"type": "clientInfo"}])
    assert " ".join(incoming.text.split()) == words
    assert incoming.mentioned


def test_the_mention_of_somebody_else_addresses_nobody() -> None:
    lee = {"type": "mention", "mentioned": {"id": "29:lee"}, "text": "<at>Lee Shaw</at>"}
    incoming = read(text="<at>Lee Shaw</at> look", entities=[lee])
    assert incoming.text == "Lee Shaw look"
    assert not incoming.mentioned


def test_files_are_told_from_the_copy_of_the_words() -> None:
    kinds = [
        "text/html",
        "image/png",
        "application/vnd.microsoft.teams.file.download.info",
        "messageReference",
    ]
    incoming = read(text="look", attachments=[{"contentType": kind} for kind in kinds])
    assert incoming.files == ("image/png", "application/vnd.microsoft.teams.file.download.info")


def test_a_submitted_card_is_a_message_with_a_value() -> None:
    incoming = read(value={"verb": "next", "answer": "x"}, replyToId="5")
    assert (incoming.text, incoming.value, incoming.reply_to_id) == ("", {"verb": "next", "answer": "x"}, "5")


def test_an_invoke_keeps_its_whole_value() -> None:
    value = {"action": {"type": "Action.Execute", "verb": "next"}, "trigger": "manual"}
    incoming = read("invoke", name="adaptiveCard/action", value=value)
    assert (incoming.happening, incoming.invoke_name, incoming.value) == (
        Happening.INVOKE,
        "adaptiveCard/action",
        value,
    )


def test_a_channel_message_says_team_channel_and_thread() -> None:
    incoming = read(
        conversation={"id": "19:x@thread.tacv2;messageid=1", "conversationType": "channel", "isGroup": True},
        channelData={
            "tenant": {"id": "t"},
            "team": {"id": "19:team", "name": "Hub"},
            "channel": {"id": "19:x"},
        },
    )
    assert incoming.place.kind is PlaceKind.CHANNEL
    assert incoming.place.conversation_id == "19:x@thread.tacv2;messageid=1"
    assert (incoming.team_id, incoming.channel_id, incoming.extra["teamName"]) == ("19:team", "19:x", "Hub")


def test_a_team_may_be_known_by_its_group_alone() -> None:
    assert read(channelData={"team": {"aadGroupId": "g"}}).team_id == "g"


@pytest.mark.parametrize(
    ("kind", "event", "happening"),
    [
        ("messageUpdate", "editMessage", Happening.EDITED),
        ("messageUpdate", "undeleteMessage", Happening.OTHER),
        ("messageUpdate", None, Happening.EDITED),
        ("messageDelete", "softDeleteMessage", Happening.OTHER),
        ("conversationUpdate", "teamRenamed", Happening.MEMBERS_CHANGED),
        ("installationUpdate", None, Happening.INSTALLATION),
        ("other", None, Happening.OTHER),
        ("typing", None, Happening.OTHER),
    ],
)
def test_what_happened(kind: str, event: str | None, happening: Happening) -> None:
    channel_data = {"tenant": {"id": "t"}} | ({"eventType": event} if event else {})
    assert read(kind, channelData=channel_data).happening is happening


def test_who_came_and_went() -> None:
    incoming = read(
        "conversationUpdate",
        membersAdded=[{"id": BOT}, {"id": "29:lee", "name": "Lee"}, {}, 5],
        membersRemoved={},
    )
    assert [(member.teams_id, member.is_bot) for member in incoming.added] == [(BOT, True), ("29:lee", False)]
    assert incoming.removed == ()


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026-03-02T09:00:00.1234567Z", datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)),
        ("2026-03-02T10:00:00+01:00", datetime(2026, 3, 2, 9, 0, tzinfo=UTC)),
        ("2026-03-02T09:00:00", datetime(2026, 3, 2, 9, 0, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
    ],
)
def test_when_it_was_sent(stamp: str, moment: datetime | None) -> None:
    assert read(timestamp=stamp).sent_at == moment


def test_words_made_to_hurt_are_read_in_no_time() -> None:
    begin = time.process_time()
    for nasty in ("<" * 200_000, "<!--" * 50_000, "<a " * 60_000, "<p>" * 60_000, "</at><at>" * 25_000):
        read(text=nasty, textFormat="xml", entities=[{"type": "mention", "mentioned": {"id": BOT}}])
        read(text=nasty + "</p>")
    for nasty in (" " * 200_000, "\n " * 90_000, "&nbsp;" * 30_000, '<p a="' * 30_000, "<p a=''" * 30_000):
        read(text="x" + nasty + "x")
    assert time.process_time() - begin < 3


STRAY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
)


@given(STRAY)
def test_any_json_is_an_activity_or_unreadable(data: Any) -> None:  # noqa: ANN401 - any JSON
    try:
        read_activity(data)
    except UnreadableError:
        return


@given(st.dictionaries(st.sampled_from(["text", "entities", "attachments", "value", "from"]), STRAY))
def test_any_part_may_be_anything(parts: dict[str, Any]) -> None:
    try:
        incoming = read(**parts)
    except UnreadableError:
        return
    assert isinstance(incoming.text, str)


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_unreadable(body: bytes) -> None:
    try:
        read_json(body)
    except UnreadableError:
        return


@given(STRAY)
def test_what_is_read_can_be_kept(data: Any) -> None:  # noqa: ANN401 - any JSON
    try:
        kept = json.dumps(read_json(json.dumps(data).encode()), ensure_ascii=False).encode()
    except UnreadableError:
        return
    assert b"\x00" not in kept


CLIENT = {"type": "clientInfo", "locale": "cy-GB"}


@pytest.mark.parametrize(
    ("parts", "locale"),
    [
        ({"locale": "cy-GB"}, "cy-GB"),
        ({"locale": "cy-GB", "entities": [{"type": "clientInfo", "locale": "en-GB"}]}, "cy-GB"),
        ({"entities": ["stray", {"type": "mention"}, CLIENT]}, "cy-GB"),
        ({"locale": "", "entities": [CLIENT]}, "cy-GB"),
        ({}, ""),
        ({"locale": ""}, ""),
        ({"locale": 7}, ""),
        ({"locale": "c" * 200}, ""),
        ({"locale": "../../etc"}, ""),
        ({"locale": "cy\n"}, ""),
    ],
)
def test_the_language_somebodys_teams_is_set_to_is_read(parts: dict[str, Any], locale: str) -> None:
    assert read(text="hello", **parts).sender.locale == locale
