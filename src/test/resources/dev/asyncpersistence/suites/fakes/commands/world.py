from repo import WorldRepo


class World:
    def __init__(self, repo: WorldRepo):
        self.repo = repo
        self.commands = {"look": self.look, "wait": self.wait}

    def room_text(self, room):
        row = self.repo.room(room)
        return row["text"].strip()

    async def look(self, player):
        return self.room_text(player["room"])

    async def wait(self, player):
        return "..."

    async def run(self, player, line):
        command = self.commands.get(line)
        if command is None:
            return "huh?"
        return await command(player)
