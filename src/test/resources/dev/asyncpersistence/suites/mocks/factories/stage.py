from actors import Actors


class Stage:
    def __init__(self, actors: Actors, light):
        self.actors = actors
        self.light = light

    async def open(self, key):
        actor = self.actors.find(key)
        if actor:
            self.light.on(actor)
        return bool(actor)
