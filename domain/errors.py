"""What can go wrong, each with the sentence that a person gets to read."""


class ProductError(Exception):
    """Something that was asked for cannot be done; ``sentence`` says why and what to do instead.

    Nothing has changed when one is raised.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(ProductError):
    """The person may not do that."""


class NotPossible(ProductError):
    """It does not fit the present state: a stage that cannot follow, a closed submission, nothing to send."""


class Outdated(ProductError):
    """Somebody else was quicker: the decision was made on an older picture."""


class NotFound(ProductError):
    """What was named does not exist, or not for this person."""


class BadInput(ProductError):
    """What was filled in cannot be used; ``field`` names the input and ``kept`` is what was typed."""

    def __init__(self, sentence: str, field: str = "", kept: str = "") -> None:
        super().__init__(sentence)
        self.field = field
        self.kept = kept


class Personal(BadInput):
    """What was written seems to name somebody; it is answered to its writer alone."""
