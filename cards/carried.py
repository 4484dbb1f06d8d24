"""What all payloads of buttons share: a verb, a version of their own shape, and bounds on what comes back."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from domain.ports import JSON, JSONObject

LONGEST_WORDS = 20_000
"""Characters accepted from a box: more than may be kept, so that too long a text is met by a sentence."""


def _refuse_truth(value: JSON) -> JSON:
    """Take no true or false where a number belongs: pydantic would read true as 1."""
    if isinstance(value, bool):
        raise ValueError("not a number")  # noqa: TRY004 (pydantic makes a validation error of this one alone)
    return value


def read_nothing(value: JSON) -> JSON:
    """Take null for an empty box: some clients send it."""
    return "" if value is None else value


Number = Annotated[int, BeforeValidator(_refuse_truth), Field(ge=0, le=2**53)]
Name = Annotated[str, Field(min_length=1, max_length=64)]
Reference = Annotated[str, Field(pattern=r"^[A-Z]{1,4}-\d{4}-\d{1,8}$")]
Words = Annotated[str, Field(max_length=LONGEST_WORDS), BeforeValidator(read_nothing)]
Short = Annotated[str, Field(max_length=120), BeforeValidator(read_nothing)]


class Carried(BaseModel):
    """What a button carries; ``v`` is the version of its own shape: another means an old card."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    verb: str
    v: Annotated[Number, Field(ge=1, le=1)] = 1

    def as_data(self) -> JSONObject:
        """Give what the button carries; what is filled in later is left out."""
        return {**self.model_dump(exclude_unset=True), "verb": self.verb, "v": self.v}


class Asked(Carried):
    """A press on a card that asked one thing; with ``folds`` that card is a line from now on."""

    folds: bool = False


class Begins(Asked):
    """A press that begins a walkthrough, with what its writer decided about the one that was open."""

    parks: Number = 0
    """The draft that is saved for later."""
    drops: Number = 0
    """The draft that is thrown away."""
    anew: bool = False
    """Begin another, even though one of the kind is unfinished."""
