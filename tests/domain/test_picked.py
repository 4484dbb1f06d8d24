"""Reading whom somebody picked: a directory id, an e-mail, or nothing that can be read."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInput
from domain.picked import NOBODY, NOT_AN_EMAIL, NOT_READABLE, TOO_MANY, Picked, find_email, read_picked

ID = "a1b2c3d4-0000-4000-8000-00000000000f"


@pytest.mark.parametrize(
    ("chosen", "typed", "read"),
    [
        (ID, "", Picked(object_id=ID)),
        (f" {ID.upper()} ", "", Picked(object_id=ID)),
        (f"{ID},", "", Picked(object_id=ID)),
        ("29:Sam-Reed", "", Picked(teams_id="29:Sam-Reed")),
        (ID, "sam.reed@force.example", Picked(object_id=ID)),
        ("", " Sam.Reed@Force.Example. ", Picked(email="sam.reed@force.example")),
        ("", "Sam Reed <sam.reed@force.example>", Picked(email="sam.reed@force.example")),
        ("", "sam.reed@\u200bforce.example", Picked(email="sam.reed@force.example")),
        ("", "mailto:sam.reed@force.example", Picked(email="sam.reed@force.example")),
        ("sam.reed@force.example", "", Picked(email="sam.reed@force.example")),
    ],
)
def test_one_person_is_read(chosen: str, typed: str, read: Picked) -> None:
    assert read_picked(chosen, typed) == read


@pytest.mark.parametrize(
    ("chosen", "typed", "sentence", "field"),
    [
        ("", "", NOBODY, "who"),
        (" , ", "  ", NOBODY, "who"),
        (f"{ID},{uuid.UUID(int=7)}", "", TOO_MANY, "who"),
        ("Sam Reed", "", NOT_READABLE, "who"),
        ("", "Sam Reed", NOT_AN_EMAIL, "who_email"),
        ("", "sam@force", NOT_AN_EMAIL, "who_email"),
        ("", "sam@force.example, lee@force.example", NOT_AN_EMAIL, "who_email"),
    ],
)
def test_what_names_nobody_is_said_with_the_box_it_stood_in(
    chosen: str, typed: str, sentence: str, field: str
) -> None:
    with pytest.raises(BadInput) as raised:
        read_picked(chosen, typed, field=field.removesuffix("_email"))
    assert (raised.value.sentence, raised.value.field) == (sentence, field)


def test_what_was_typed_is_kept_with_the_error() -> None:
    with pytest.raises(BadInput) as raised:
        read_picked("", "sam at force")
    assert raised.value.kept == "sam at force"


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Jo Ashby, Jo.Ashby@force.example.", "jo.ashby@force.example"),
        ("jo.ashby@force.example", "jo.ashby@force.example"),
        ("Jo Ashby <jo.ashby@force.example>", "jo.ashby@force.example"),
        ("Jo Ashby", ""),
        ("@jo", ""),
        ("", ""),
    ],
)
def test_an_e_mail_is_found_in_what_somebody_wrote(text: str, email: str) -> None:
    assert find_email(text) == email


@given(st.uuids())
def test_any_object_id_is_read_as_the_directory_writes_it(key: uuid.UUID) -> None:
    assert read_picked(str(key).upper()) == Picked(object_id=str(key))


@given(st.text(max_size=300), st.text(max_size=300))
def test_anything_else_is_read_as_one_person_or_refused_kindly(chosen: str, typed: str) -> None:
    said, picked = "", None
    try:
        picked = read_picked(chosen, typed)
    except BadInput as wrong:
        said = wrong.sentence
    assert (picked is None) == (said in (NOBODY, NOT_AN_EMAIL, NOT_READABLE, TOO_MANY))
    if picked is not None:
        assert [bool(picked.object_id), bool(picked.email), bool(picked.teams_id)].count(True) == 1
        assert picked.email == picked.email.casefold().strip()
