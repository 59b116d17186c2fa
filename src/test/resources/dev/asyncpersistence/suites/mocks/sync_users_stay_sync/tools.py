from layer import PersistenceLayer


class Report:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def lines(self):
        return [self.db.load(name)["name"] for name in self.db.names()]


class Export:
    def __init__(self, report: Report):
        self.report = report

    def text(self):
        lines = self.report.lines()
        return "\n".join(lines)


async def count(db: PersistenceLayer):
    names = db.names()
    return len(names)
