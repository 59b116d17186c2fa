from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pair import PersistenceLayer


class Bank:
    def __init__(self, persistence: PersistenceLayer) -> None:
        self._persistence = persistence

    async def gold(self, key: str) -> int:
        return self._persistence.gold(key)
