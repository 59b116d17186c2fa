import member
from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.leader = member.Member(self, "ann")

    def wealth(self):
        return [self.leader.amount(), member.Member(self, "bob").amount()]
