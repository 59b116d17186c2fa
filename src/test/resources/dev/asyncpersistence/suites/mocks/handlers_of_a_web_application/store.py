import json


class ScoreStore:
    def __init__(self, path):
        self.path = path

    def top(self, count):
        with open(self.path, encoding="utf-8") as file:
            scores = json.load(file)
        return sorted(scores, key=scores.get)[-count:]

    def add(self, name, score):
        with open(self.path, "r+", encoding="utf-8") as file:
            scores = {**json.load(file), name: score}
            file.seek(0)
            json.dump(scores, file)
