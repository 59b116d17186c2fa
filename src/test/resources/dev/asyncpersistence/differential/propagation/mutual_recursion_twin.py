# Unchanged
import asyncio

from layer import PersistenceLayer


class Maze:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def left(self, depth):
        return ["left", self.db.peek("ann")] + (self.right(depth - 1) if depth else [])

    def right(self, depth):
        return ["right"] + (self.left(depth - 1) if depth else [])

    async def run(self):
        print(self.left(3))
        print(self.right(1))


async def main():
    maze = Maze(PersistenceLayer())
    await maze.run()
    print(maze.db.log, maze.db.rows)


asyncio.run(main())
