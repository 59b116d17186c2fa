from types import SimpleNamespace

from gate import Gate
from layer import PersistenceLayer
from toll import Toll


async def test_assigned():
    toll = Toll(PersistenceLayer())
    toll.has_paid = lambda key: key == "ann"
    toll.greet = lambda key: "hi " + key
    assert await Gate(toll).state("ann") == ("hi ann", "open")
    assert await Gate(toll).state("bob") == ("hi bob", "shut")


async def test_namespace():
    toll = SimpleNamespace(has_paid=lambda key: True, greet=lambda key: "")
    assert await Gate(toll).state("eve") == ("", "open")
