"""The layer of the programs beside it: what sleeps must not run on the event loop's thread, what doesn't must stay there."""

import threading
import time


class PersistenceLayer:
    def __init__(self):
        self.rows = {"ann": {"name": "Ann", "gold": 5}, "bob": {"name": "Bob", "gold": 7}}
        self.log = []

    def load(self, key, *more, deep=False, **options):
        time.sleep(0.001)
        self.log.append((key, more, deep, sorted(options)))
        return dict(self.rows[key])

    def save(self, key, value):
        time.sleep(0.001)
        self.rows[key] = value

    def gold(self, key):
        time.sleep(0.001)
        return self.rows[key]["gold"]

    def exists(self, key):
        time.sleep(0.001)
        return key in self.rows

    def names(self):
        time.sleep(0.001)
        return sorted(self.rows)

    def function(self):
        time.sleep(0.001)
        return lambda x: x + 1

    def peek(self, key):
        return self.rows.get(key), threading.current_thread() is threading.main_thread()
