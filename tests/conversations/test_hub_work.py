"""The Hub's day: a submission arrives as a thread, is taken, asked about, answered, moved and closed."""

from tests.conversations.force import Force


async def test_the_hub_works_a_submission_and_the_officer_sees_each_step(force: Force) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = await force.find_thread(force.priya, reference)
    print(priya.sees())

    await priya.presses("Take it")
    await force.sam.until_sees("Priya Nair has it")
    await priya.presses("Send the question", words_ask="At what time of day?")
    await force.sam.until_sees("At what time of day?")
    print("=====sam", force.sam.sees()[-1500:])
    await force.sam.presses("Send my answer", words_reply="Between two and five")
    print("=====sam", force.sam.sees()[-1500:])
    await priya.until_sees("Between two and five")
    print("=====priya", priya.sees())
    await priya.presses("Send the answer", words_answer="The operator will mend the light by Friday")
    await force.sam.until_sees("mend the light by Friday")
    await priya.presses("Close it", outcome="addressed", words_close="The light is mended")
    print("=====priya", priya.sees())
    await force.sam.until_sees("The light is mended")
    print("=====sam", force.sam.sees()[-2500:])
