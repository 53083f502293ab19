"""A card on the screen whose props go to the page and into the archive, and nowhere else."""

from __future__ import annotations

import asyncio

import chainlit as cl
from chainlit.data import get_data_layer


class Card(cl.CustomElement):
    """As the framework's element, but for the file that it would write its props into and that nobody would read."""

    async def _create(self, persist: bool = True) -> bool:
        """Keeps the card; its id stands where the file's would, for an element without one isn't sent."""
        layer = get_data_layer() if persist else None
        if layer:
            self._keeping = asyncio.create_task(layer.create_element(self))
        self.chainlit_key = self.id
        self.persisted = True
        return True
