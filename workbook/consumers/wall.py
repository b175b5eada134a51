"""The socket of the wall: it only looks, and what it gets is the plenary's part."""

import asyncio
from typing import Any

from lib.canonical_json import digest

from ..models import Workbook
from ..relay import walls_of
from ..standing import Standing, standing_of
from ..wall import wall_of
from .lasting import LastingConsumer, in_thread

CALM_SECONDS = 0.3


class WallConsumer(LastingConsumer):
    """One projector. Nothing is sent where what it may show is the same: silence tells nothing either."""

    sent = ""
    waiting = False

    def standing(self, active: bool) -> Standing:
        """Whoever leads the room or takes notes puts it on the wall."""
        return standing_of(self.session_key, self.workshop, "show")

    def groups_of(self) -> list[str]:
        """The walls of the room."""
        return [walls_of(self.workshop)]

    async def opened(self) -> None:
        """Draw at once."""
        await self.draw()

    async def looked_again(self) -> None:
        """What the layer lost is drawn now."""
        await self.draw()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """A wall has nothing to say."""

    async def workbook_changed(self, message: dict[str, Any]) -> None:
        """Something was stored or is to be shown: draw when it has been calm for a moment."""
        if not self.waiting:
            self.waiting = True
            self.beside(self._draw_soon())

    async def draw(self) -> None:
        """Send what the wall shows, where that has changed."""
        wall = await in_thread(self._wall)
        now = digest(wall)
        if now != self.sent:
            self.sent = now
            await self.say(wall)

    async def _draw_soon(self) -> None:
        await asyncio.sleep(CALM_SECONDS)
        self.waiting = False
        if await self.may_stay():
            await self.draw()

    def _wall(self) -> dict[str, Any]:
        return wall_of(Workbook.objects.get(workshop=self.workshop))
