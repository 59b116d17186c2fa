from unittest.mock import AsyncMock, patch

import console


async def test_look():
    assert await console.handle("look ann") == "you see Ann"


async def test_patched():
    look = AsyncMock(return_value="dark")
    with patch.dict(console.COMMANDS, {"look": look}):
        assert await console.handle("look bob") == "dark"
        assert await console.handle("wait") == "time passes"
    look.assert_awaited_once_with(["bob"])


async def test_what():
    with patch.dict(console.COMMANDS, clear=True):
        assert await console.handle("look") == "what?"
