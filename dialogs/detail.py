"""Something to add to a submission, in one's own words: asked about again where it may be personal."""

from dialogs.walkthrough import NO_NAMES, Question, Section, TextAnswer, Walkthrough

DETAIL = Walkthrough(
    name="detail",
    version=1,
    title="Add detail",
    sections=(
        Section(
            "detail",
            "Add detail",
            (
                Question(
                    name="detail",
                    label="What to add",
                    prompt="What would you like to add?",
                    why=f"The Hub reads it with your submission. {NO_NAMES}",
                    example="It has happened twice more since Monday, both times after nine in the evening.",
                    answer=TextAnswer(),
                ),
            ),
        ),
    ),
    finish="Add to the submission",
)
"""The detail goes to the Hub under its one question's name."""
