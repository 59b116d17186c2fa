import json


class HeroStore:
    def __init__(self, path):
        self.path = path

    def read(self):
        with open(self.path, encoding="utf-8") as file:
            return json.load(file)

    def write(self, heroes):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(heroes, file)
