"""What is said among the rooms of delivery when there is nothing to show any more."""


class SubjectGoneError(Exception):
    """What a card was about is not there any more; there is nothing to show."""
