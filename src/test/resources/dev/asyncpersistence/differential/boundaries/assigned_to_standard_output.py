# Lifted: Tee.write
# Left: CALLBACK 1
# Still blocks: 1
import asyncio
import sys

from layer import PersistenceLayer


class Tee:
    def __init__(self, db: PersistenceLayer, out):
        self.db = db
        self.out = out

    def write(self, text):
        if text.strip():
            self.db.save("last", text)
        return self.out.write(text)

    def flush(self):
        self.out.flush()


async def main():
    db = PersistenceLayer()
    tee = Tee(db, sys.stdout)
    tee.write("directly\n")
    sys.stdout = tee
    print("through print")
    sys.stdout = tee.out
    print(db.rows)


asyncio.run(main())
