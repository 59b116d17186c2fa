from fixtures import guest_of_a_tavern as visitor
from layer import PersistenceLayer
from tavern import Tavern


async def test_greets(visitor):
    assert await Tavern(PersistenceLayer()).greet("ann") == "Welcome, Ann!"
    visitor.assert_called_once_with("ann")
