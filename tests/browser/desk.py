"""One person's screen: the Playground's page, driven as that person would."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from playwright.async_api import Browser, Locator, Page, expect
from playwright.async_api import TimeoutError as TookTooLong

WIDE = 1280
PHONE = 360
HEIGHT = 900
CONNECTED_WITHIN = 30_000
DONE_WITHIN = 10_000
REDRAWN_WITHIN = 1_500
TRIES = 5
NOTHING: Mapping[str, str] = MappingProxyType({})
PANE = (
    'xpath=//*[@role="textbox"]/ancestor::div'
    '[not(.//h1) and not(.//*[@aria-label="Chat and Teams Channel"])][last()]'
)
"""The column with the messages: what holds the compose box and neither the header nor the list of chats."""

BOX = "[role=textbox][contenteditable=true]"

# The Playground's own layout does not fit a phone; Teams' does, so the column may shrink here.
PHONE_STYLE = """
#root div { min-width: 0 !important }
#root .fai-OutputCard, #root .fai-OutputCard > div { width: auto !important }
#root .fui-Toolbar { display: none }
#root h1 { font-size: 0 }
"""


class Desk:
    """The page of one Playground.

    Everything waits for its condition. ``on`` narrows to the newest card or thread with that text; without it
    the newest card that fits is meant. Between two presses of the same button, wait with ``sees`` for what
    the first one changed.
    """

    def __init__(self, page: Page, bot_name: str) -> None:
        self.page = page
        self._bot_name = bot_name
        self._pane = page.locator(PANE)

    @classmethod
    async def open(
        cls,
        browser: Browser,
        address: str,
        *,
        width: int = WIDE,
        scale: float = 1,
        bot_name: str = "Prevention First",
    ) -> "Desk":
        """Open the page, wait until it is connected to the bot, and put its log away."""
        page = await browser.new_page(viewport={"width": width, "height": HEIGHT}, device_scale_factor=scale)
        page.set_default_timeout(DONE_WITHIN)
        desk = cls(page, bot_name)
        await page.goto(address)
        await desk._settle()
        return desk

    async def reload(self) -> None:
        """Load the page anew, which empties its history."""
        await self.page.reload()
        await self._settle()

    async def say(self, text: str) -> None:
        """Type a message in the chat and send it."""
        box = self._boxes().last
        await box.fill(text)
        await box.press("Enter")

    async def press(self, title: str, *, on: str = "", row: str = "") -> None:
        """Press a card's button; of several alike, the last one, or the one in the row with this text."""
        button = self.page.get_by_role("button", name=title, exact=True).locator("visible=true")
        card = self._cards(button, on).last
        # The innermost part that holds both is the row.
        place = card.locator("div").filter(has_text=row).filter(has=button).last if row else card
        await place.locator(button).last.click()

    async def press_behind(
        self,
        opener: str,
        title: str,
        *,
        on: str,
        words: Mapping[str, str] = NOTHING,
        chosen: Mapping[str, str] = NOTHING,
    ) -> None:
        """Open what a button hides, fill it in and press there.

        A card that is redrawn meanwhile closes again; then begin anew, as anybody would.
        """
        self.page.set_default_timeout(REDRAWN_WITHIN)
        try:
            for _ in range(TRIES - 1):
                with suppress(TookTooLong):
                    await self._press_behind(opener, title, on, words, chosen)
                    return
        finally:
            self.page.set_default_timeout(DONE_WITHIN)
        await self._press_behind(opener, title, on, words, chosen)

    async def _press_behind(
        self, opener: str, title: str, on: str, words: Mapping[str, str], chosen: Mapping[str, str]
    ) -> None:
        if not await self.offers(title, on=on):
            await self.press(opener, on=on)
        for label, option in chosen.items():
            await self.choose(label, option, on=on)
        for label, text in words.items():
            await self.fill(label, text, on=on)
        await self.press(title, on=on)

    async def write(self, label: str, text: str, title: str, *, on: str) -> None:
        """Write into a box that stands open and press its button, which goes once the words are taken.

        A card that is redrawn meanwhile empties its box; then write anew, as anybody would.
        """
        button = self.page.get_by_role("button", name=title, exact=True).locator("visible=true")
        for _ in range(TRIES):
            await self.fill(label, text, on=on)
            await self.press(title, on=on)
            with suppress(AssertionError):
                await expect(self._cards(button, on)).to_have_count(0, timeout=REDRAWN_WITHIN)
                return
        raise AssertionError(f"[{title}] was pressed {TRIES} times and stands there still.")

    async def fill(self, label: str, text: str, *, on: str = "") -> None:
        """Write into a card's input, found by its label or its placeholder."""
        box = self.page.get_by_label(label).or_(self.page.get_by_placeholder(label)).locator("visible=true")
        await self._cards(box, on).last.locator(box).last.fill(text)

    async def choose(self, label: str, option: str, *, on: str = "") -> None:
        """Pick an option of a choice, be it a list that opens or one that stands open."""
        closed = self.page.get_by_role("combobox", name=label).locator("visible=true")
        standing = self.page.locator(f'input[aria-label="{option}"]')
        choice = self._cards(closed.or_(standing), on).last
        await choice.wait_for()
        if await choice.locator(closed).count():
            await choice.locator(closed).last.click()
            await self.page.get_by_role("option", name=option, exact=True).click()
        else:
            await choice.locator(standing).last.check()

    async def sees(self, text: str, *, on: str = "", within: float = 10) -> None:
        """Wait until the text stands on the screen, in the newest card or thread with ``on`` if given."""
        await expect(self._part(on)).to_contain_text(text, use_inner_text=True, timeout=within * 1000)

    async def misses(self, text: str, *, on: str = "", within: float = 10) -> None:
        """Wait until the text is gone from the screen."""
        await expect(self._part(on)).not_to_contain_text(text, use_inner_text=True, timeout=within * 1000)

    async def sees_on_card(self, text: str, *, on: str, within: float = 10) -> None:
        """Wait until one of the cards with the text ``on`` shows this text too."""
        cards = self._pane.locator(".ac-preview-panel").filter(has_text=on).filter(has_text=text)
        await expect(cards.last).to_be_attached(timeout=within * 1000)

    async def offers(self, title: str, *, on: str = "") -> bool:
        """Whether a card on the screen has this button now."""
        button = self.page.get_by_role("button", name=title, exact=True).locator("visible=true")
        return await self._cards(button, on).count() > 0

    async def open_channel(self, name: str) -> None:
        """Go to a channel of the team."""
        await self._go_to(f"- {name}")
        await self.page.get_by_role("button", name="Post", exact=True).wait_for()

    async def open_group(self) -> None:
        """Go to the group chat."""
        await self._go_to("Group Chat")
        await self.page.get_by_role("button", name="Send Message").wait_for()

    async def open_chat(self) -> None:
        """Go to the personal chat with the bot."""
        await self._go_to("Personal Chat")
        await self.page.get_by_role("button", name="Send Message").wait_for()

    async def post(self, text: str, *, mention: bool = True) -> None:
        """Start a thread in the channel, addressed to the bot unless told otherwise."""
        await self._write(self._boxes().first, text, mention=mention)

    async def tell(self, text: str) -> None:
        """Say something to the bot in the group chat, by mention."""
        await self._write(self._boxes().last, text, mention=True)

    async def reply(self, text: str, *, on: str, mention: bool = True) -> None:
        """Answer in the newest thread that has the text ``on``."""
        await self._write(self._threads().filter(has_text=on).first.locator(BOX), text, mention=mention)

    async def fits(self) -> None:
        """Hold that no card is wider than the column it stands in."""
        wider = await self._pane.evaluate(
            """pane => [...pane.querySelectorAll('.ac-preview-panel')]
                .filter(card => card.scrollWidth > card.clientWidth + 1
                    || card.getBoundingClientRect().right > window.innerWidth + 1)
                .map(card => card.innerText)"""
        )
        assert not wider, f"wider than the screen: {wider[-1]}"

    async def screenshot(self, path: Path) -> None:
        """Keep a picture of the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=path)

    async def read(self) -> str:
        """Everything that stands in the open chat or channel, as text."""
        return await self._pane.inner_text()

    async def _settle(self) -> None:
        await self.page.get_by_text("Connected.", exact=True).first.wait_for(timeout=CONNECTED_WITHIN)
        await self.page.get_by_title("Hide log panel").click()
        if self._width() < WIDE:
            await self.page.add_style_tag(content=PHONE_STYLE)
        await self._pane.wait_for()

    def _width(self) -> int:
        size = self.page.viewport_size
        return size["width"] if size else WIDE

    async def _go_to(self, name: str) -> None:
        list_covers_chat = self._width() < WIDE
        if list_covers_chat:
            await self.page.get_by_title("Toggle app bar and conversation window").click()
        await self.page.get_by_role("treeitem", name=name).click()
        if list_covers_chat:
            # The list goes when something beside it is pressed; the bottom right corner holds nothing.
            await self.page.mouse.click(self._width() - 4, HEIGHT - 4)
            await expect(self.page.get_by_role("treeitem", name=name)).not_to_be_in_viewport()

    async def _write(self, box: Locator, text: str, *, mention: bool) -> None:
        await box.click()
        if mention:
            await self.page.keyboard.type("@" + self._bot_name[:4])
            await self.page.locator("#typeahead-menu").get_by_role("menuitem", name=self._bot_name).click()
        await self.page.keyboard.insert_text(f" {text}" if mention else text)
        await box.press("Enter")

    def _boxes(self) -> Locator:
        return self._pane.locator(BOX)

    def _threads(self) -> Locator:
        return self._pane.locator('.fui-Card:has(button[aria-label="Send Message"])')

    def _cards(self, inner: Locator, on: str) -> Locator:
        """The cards with this element, oldest first; in a channel those of the newest thread that has any."""
        cards = self.page.locator(".ac-preview-panel").filter(has_text=on).filter(has=inner)
        in_threads = self._threads().filter(has=cards).first.locator(cards)
        in_chat = (
            self.page.locator(".ac-preview-panel:not(.fui-Card *)").filter(has_text=on).filter(has=inner)
        )
        return in_threads.or_(in_chat)

    def _part(self, on: str) -> Locator:
        if not on:
            return self._pane
        cards = self.page.locator(".ac-preview-panel").filter(has_text=on)
        thread = self._threads().filter(has_text=on).first
        return thread.or_(self._pane.locator(".ac-preview-panel:not(.fui-Card *)").and_(cards)).last
