from tickets import Tickets


class Lottery:
    def __init__(self, tickets: Tickets, shout):
        self.tickets = tickets
        self.shout = shout

    async def draw(self, numbers):
        winners = [self.tickets.owner(number) for number in numbers]
        self.shout(winners[0])
        return winners
