async def look(data, user, store):
    player = store.get_player(user)
    if player is None:
        return "who are you?"
    return player["room"]


async def rest(data, user, store):
    player = store.get_player(user)
    store.save_player(player | {"resting": True})
    return "zzz"


class Commands:
    def __init__(self):
        self.handlers = {"look": look, "rest": rest}

    def register(self, name, handler):
        self.handlers[name] = handler

    async def run(self, name, user, store):
        handler = self.handlers.get(name)
        if handler is None:
            return "huh?"
        return await handler({"name": name}, user, store)
