class FixedClock:
    def __init__(self, hour):
        self.hour = hour

    def now(self):
        return self.hour


class FixedMembers:
    def __init__(self, *keys):
        self.keys = keys

    def is_member(self, key):
        return key in self.keys
