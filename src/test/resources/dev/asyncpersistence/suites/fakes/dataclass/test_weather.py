from dataclasses import dataclass, field

from stations import Stations
from weather import Forecast


@dataclass
class FakeStations:
    winds: dict = field(default_factory=dict)
    limit: int = 5
    asked: list = field(default_factory=list)

    def wind(self, place):
        self.asked.append(place)
        return self.winds.get(place, 0)

    def unit(self):
        return "m/s"


async def test_wind():
    stations = FakeStations({"home": 4})
    assert await Forecast(stations).tomorrow("home") == "wind 4 m/s"
    assert stations.asked == ["home"]


async def test_storm():
    assert await Forecast(FakeStations({"sea": 6})).tomorrow("sea") == "storm"


def test_unit():
    assert Stations(None).unit() == "knots"
