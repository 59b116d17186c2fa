from votes import Votes, clean, tally


class Poll:
    def __init__(self, votes: Votes):
        self.votes = votes

    async def close(self, poll):
        count = tally(poll)
        self.votes.store(poll, count)
        return clean(f" {count} votes")
