"""Spotting likely personal identifiers in free text, before anything is stored.

A nudge to the writer, not protection: it finds what its few patterns were written for, and misses names,
descriptions and anything spelt unusually. Nobody may rely on it to make a text safe to share.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.language import N_, _
from domain.lists import say_all


class Identifier(StrEnum):
    """What kind of identifier it looks like, in the words a person reads."""

    EMAIL = "e-mail address"
    PAYMENT_CARD = "payment card number"
    TELEPHONE = "telephone number"
    NHS_NUMBER = "NHS number"
    NATIONAL_INSURANCE = "National Insurance number"
    VEHICLE = "vehicle registration"
    POSTCODE = "full postcode"
    DATE_OF_BIRTH = "date of birth"


@dataclass(frozen=True, slots=True)
class Finding:
    """One likely identifier: its kind, and its exact characters as they stand in the text."""

    kind: Identifier
    text: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How one kind is spotted: the shape (its group ``found``), and a check on those characters."""

    kind: Identifier
    shape: re.Pattern[str]
    check: Callable[[str], bool]


def _only_digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _anything(_text: str) -> bool:
    return True


def _is_private_telephone(text: str) -> bool:
    """Ofcom's numbering plan: 01 and 02 are places, 07 mobiles; 03, 08 and 09 are services, nobody's own."""
    national = re.sub(r"^(?:\+44|0044)\D*(?:0|\(0\))?", "0", text)
    digits = _only_digits(national)
    return len(digits) in (10, 11) and digits[:2] in {"01", "02", "07"}


def _is_nhs_number(text: str) -> bool:
    """The check digit is 11 minus the weighted sum (10 down to 2) modulo 11 (NHS Data Dictionary)."""
    digits = [int(digit) for digit in _only_digits(text)]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return len(set(digits)) > 1 and (11 - weighted % 11) % 11 == digits[-1]


def _is_payment_card(text: str) -> bool:
    """Luhn's check (ISO/IEC 7812), over numbers that begin as payment cards do."""
    digits = [int(digit) for digit in reversed(_only_digits(text))]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[1::2]]  # noqa: PLR2004 (Luhn casts out nines from 5 up)
    return digits[-1] in range(2, 7) and (sum(digits[::2]) + sum(doubled)) % 10 == 0


_UNUSED_PREFIXES = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})


def _is_national_insurance(text: str) -> bool:
    """HMRC never gives out these prefixes (National Insurance Manual, NIM39110)."""
    return text[:2].upper() not in _UNUSED_PREFIXES


_FIRST_AGES = range(2, 30)
_SECOND_AGES = range(51, 80)


def _is_registration(text: str) -> bool:
    """The age number of a registration since 2001 (INF104): 02 to 29 for March, 51 to 79 for September.

    With a gap, capitals are asked for: "no19 bus" is none.
    """
    age = int(_only_digits(text))
    return (age in _FIRST_AGES or age in _SECOND_AGES) and (text.isupper() or " " not in text)


_POSTCODE_AREA = (
    "A[BL]|B[ABDHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|"
    "L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE"
)
"""Royal Mail's postcode areas."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$", re.IGNORECASE)


def _is_postcode(text: str) -> bool:
    """Let "M1 2nd exit" pass: it is a road."""
    return _ORDINAL.search(text) is None


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE = (
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}}\d{{2,4}}"
)


def _shape(pattern: str) -> re.Pattern[str]:
    """Compile the shape so that it matches whole words only."""
    return re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)


_PATTERNS = (
    _Pattern(
        Identifier.EMAIL,
        _shape(r"(?P<found>[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})"),
        _anything,
    ),
    _Pattern(
        Identifier.PAYMENT_CARD,
        _shape(r"(?P<found>(?:\d{4}[ -]?){3}\d{1,7}|\d{4}[ -]?\d{6}[ -]?\d{5})"),
        _is_payment_card,
    ),
    _Pattern(
        Identifier.TELEPHONE,
        _shape(r"(?P<found>(?:(?:\+44|0044) ?(?:\(?0\)?)?|\(?0)(?:[ ().-]{0,2}\d){9,10})"),
        _is_private_telephone,
    ),
    _Pattern(
        Identifier.NHS_NUMBER,
        _shape(r"(?P<found>\d{3}[ -]?\d{3}[ -]?\d{4})"),
        _is_nhs_number,
    ),
    _Pattern(
        Identifier.NATIONAL_INSURANCE,
        _shape(r"(?P<found>[a-ceghj-prstw-z][a-ceghj-nprstw-z](?:[ -]?\d{2}){3}[ -]?[a-d])"),
        _is_national_insurance,
    ),
    _Pattern(
        Identifier.VEHICLE,
        _shape(r"(?P<found>[a-hj-pr-y][a-hj-pr-y]\d{2} ?[a-hj-pr-z]{3})"),
        _is_registration,
    ),
    _Pattern(
        Identifier.POSTCODE,
        _shape(rf"(?P<found>(?:{_POSTCODE_AREA})\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{{2}})"),
        _is_postcode,
    ),
    _Pattern(
        Identifier.DATE_OF_BIRTH,
        _shape(rf"(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[\s:=-]{{0,4}}(?:is )?(?P<found>{_DATE})"),
        _anything,
    ),
)


def _spot(pattern: _Pattern, text: str) -> Iterator[tuple[int, int]]:
    """Give where one kind stands; a false start hides nothing that begins within it."""
    position = 0
    while match := pattern.shape.search(text, position):
        fits = pattern.check(match["found"])
        if fits:
            yield match.span("found")
        position = match.end() if fits else match.start() + 1


def screen(text: str) -> tuple[Finding, ...]:
    """List what in a text looks like somebody's identifier, in the order of the text, each once.

    Where two kinds fit the same characters, the earlier row of the table wins.
    """
    spotted: list[tuple[int, int, Finding]] = []
    for pattern in _PATTERNS:
        for start, end in _spot(pattern, text):
            if not any(start < other_end and other_start < end for other_start, other_end, _other in spotted):
                spotted.append((start, end, Finding(pattern.kind, text[start:end])))
    ordered = sorted(spotted, key=lambda spot: spot[0])
    return tuple(dict.fromkeys(finding for _start, _end, finding in ordered))


_NAMES: Mapping[Identifier, str] = MappingProxyType(
    {
        Identifier.EMAIL: N_("an e-mail address"),
        Identifier.PAYMENT_CARD: N_("a payment card number"),
        Identifier.TELEPHONE: N_("a telephone number"),
        Identifier.NHS_NUMBER: N_("an NHS number"),
        Identifier.NATIONAL_INSURANCE: N_("a National Insurance number"),
        Identifier.VEHICLE: N_("a vehicle registration"),
        Identifier.POSTCODE: N_("a full postcode"),
        Identifier.DATE_OF_BIRTH: N_("a date of birth"),
    }
)


def say_kinds(findings: Iterable[Finding]) -> str:
    """Name the kinds found, each once: ``an e-mail address and a telephone number``."""
    kinds = dict.fromkeys(finding.kind for finding in findings)
    return say_all([_(_NAMES[kind]) for kind in kinds])
