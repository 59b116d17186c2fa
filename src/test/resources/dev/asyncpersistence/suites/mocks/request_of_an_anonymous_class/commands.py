async def look(data, user, request):
    player = request.app.state.store.get_player(user)
    if player is None:
        return "who are you?"
    return player["room"]


class Commands:
    def __init__(self):
        self.handlers = {"look": look}

    async def run(self, name, user, request):
        handler = self.handlers.get(name)
        if handler is None:
            return "huh?"
        return await handler({"name": name}, user, request)
