"""What looks like somebody's identifier, and what only nearly does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.privacy import Finding, Identifier, say_kinds, screen


@pytest.mark.parametrize(
    ("text", "kind", "exact"),
    [
        ("write to jo.o'brien@example.co.uk, please", Identifier.EMAIL, "jo.o'brien@example.co.uk"),
        ("ring 07700 900123 2 times", Identifier.TELEPHONE, "07700 900123"),
        ("ring +44 (0)7700 900123.", Identifier.TELEPHONE, "+44 (0)7700 900123"),
        ("ring +447700900123", Identifier.TELEPHONE, "+447700900123"),
        ("ring (01632) 960123", Identifier.TELEPHONE, "(01632) 960123"),
        ("NI number AB 12 34 56 C", Identifier.NATIONAL_INSURANCE, "AB 12 34 56 C"),
        ("ni ab123456c", Identifier.NATIONAL_INSURANCE, "ab123456c"),
        ("lives at SG5 1AT", Identifier.POSTCODE, "SG5 1AT"),
        ("lives at ec1a1bb", Identifier.POSTCODE, "ec1a1bb"),
        ("a van, AB12 CDE, comes", Identifier.VEHICLE, "AB12 CDE"),
        ("a van, ab12cde, comes", Identifier.VEHICLE, "ab12cde"),
        ("NHS 943 476 5919", Identifier.NHS_NUMBER, "943 476 5919"),
        ("in 2026 4111 1111 1111 1111 was used 20 times", Identifier.PAYMENT_CARD, "4111 1111 1111 1111"),
        ("card 378282246310005", Identifier.PAYMENT_CARD, "378282246310005"),
        ("DOB: 3/4/1999", Identifier.DATE_OF_BIRTH, "3/4/1999"),
        ("was born on 3rd March 1999 in", Identifier.DATE_OF_BIRTH, "3rd March 1999"),
        ("date of birth is 03-04-99", Identifier.DATE_OF_BIRTH, "03-04-99"),
    ],
)
def test_an_identifier_is_spotted_with_its_exact_characters(text: str, kind: Identifier, exact: str) -> None:
    assert screen(text) == (Finding(kind, exact),)


@pytest.mark.parametrize(
    "text",
    [
        "Two or three a week since September, about 40 in all",
        "PF-2026-0001 and crime 41/12345/26",
        "from 01/02/2026 to 03/04/2026, born out by the figures",
        "call 101, 999 or 0800 555 111; the council is on 0300 123 4040",
        "the A1 1st exit, M1 2nd exit, M25 7am, the no19 bus",
        "SG5 and the N1 area, platform 2b",
        "4111 1111 1111 1112 fails its check, so does 943 476 5918",
        "GB123456A was never given out",
        "AB99 CDE has no such age",
        "12:30 to 14:45, 2.5 million pounds, 1,234,567 calls",
        "meet @ the station",
    ],
)
def test_what_only_nearly_is_one_is_let_pass(text: str) -> None:
    assert screen(text) == ()


def test_several_are_listed_in_the_order_of_the_text_each_once() -> None:
    found = screen("07700 900123, a@example.org, 07700 900123")
    assert [finding.text for finding in found] == ["07700 900123", "a@example.org"]
    assert say_kinds(found) == "a telephone number and an e-mail address"


def test_a_false_start_does_not_hide_what_begins_within_it() -> None:
    assert [finding.kind for finding in screen("1234 4111 1111 1111 1111")] == [Identifier.PAYMENT_CARD]


def test_many_kinds_read_as_a_list() -> None:
    found = screen("AB12 CDE, SG5 1AT and 943 476 5919")
    assert say_kinds(found) == "a vehicle registration, a full postcode and an NHS number"


@given(st.text(alphabet=st.sampled_from("0123456789 +-()@.aABdobG"), max_size=400))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for finding in screen(text):
        assert finding.text
        assert finding.text in text
