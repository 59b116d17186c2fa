from stations import Stations


class Forecast:
    def __init__(self, stations: Stations):
        self.stations = stations

    async def tomorrow(self, place):
        wind = self.stations.wind(place)
        if wind > self.stations.limit:
            return "storm"
        return f"wind {wind} {self.stations.unit()}"
