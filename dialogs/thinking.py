"""What the walkthroughs for thinking something through share: what it is about, and how each ends."""

from dialogs.walkthrough import NO_NAMES, Question, TextAnswer

WORDS = TextAnswer(longest=2000)
"""A thought: half of what a submission's answer may be, since there are many of them."""

YOURS = "Only you can read it. When it is finished you choose whether to attach it to a submission."
"""What a person should know before they finish."""

PROBLEM = Question(
    name="problem",
    label="What it is about",
    prompt="In a sentence: what would you like to think through?",
    why=f"You find it again by this, and whoever you show it to knows what it is about. {NO_NAMES}",
    example="Bicycles behind the railway station are taken on weekday afternoons.",
    answer=WORDS,
    may_skip=True,
)


def ask(name: str, label: str, prompt: str, why: str, example: str) -> Question:
    """Write a question that takes a few words and may be passed by."""
    return Question(name, label, prompt, why, WORDS, example, may_skip=True)
