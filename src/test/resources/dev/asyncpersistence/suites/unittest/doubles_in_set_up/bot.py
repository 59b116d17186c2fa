from repo import BanRepo


class Moderator:
    def __init__(self, bans: BanRepo, channel):
        self.bans = bans
        self.channel = channel

    def is_banned(self, user):
        return self.bans.find(user) is not None

    async def on_message(self, user, text):
        if self.is_banned(user):
            await self.channel.send(f"{user} is banned")
            return None
        return text
