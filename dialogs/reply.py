"""The answer to a question that the Hub has asked about a submission."""

from dialogs.walkthrough import NO_NAMES, Question, Section, TextAnswer, Walkthrough

REPLY = Walkthrough(
    name="reply",
    version=1,
    title="Answer the Hub",
    sections=(
        Section(
            "reply",
            "Your answer",
            (
                Question(
                    name="reply",
                    label="Your answer",
                    prompt="What would you like to answer?",
                    why=f"The person in the Hub who asked reads it with your submission. {NO_NAMES}",
                    example="The operator says that the light will be mended in May; the racks stay.",
                    answer=TextAnswer(),
                ),
            ),
        ),
    ),
    finish="Send to the Hub",
)
