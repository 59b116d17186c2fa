from guard import Guard


class Gate:
    def __init__(self, guard: Guard):
        self.guard = guard

    async def enter(self, name):
        if not self.guard.is_admin(name):
            return "halt"
        return self.guard.salute(name)
