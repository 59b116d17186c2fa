from base import TavernTests


class TestTavern(TavernTests):
    async def test_greets(self, guest, tavern):
        assert await tavern.greet("ann") == "Welcome, Ann!"
        guest.assert_called_once_with("ann")

    async def test_regular(self, regular, tavern):
        assert await tavern.greet("bob") == f"Welcome, {regular}!"
