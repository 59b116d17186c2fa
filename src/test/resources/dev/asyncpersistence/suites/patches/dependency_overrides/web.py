class Depends:
    def __init__(self, dependency):
        self.dependency = dependency


class App:
    def __init__(self):
        self.routes = {}
        self.dependency_overrides = {}

    def get(self, path):
        def register(function):
            self.routes[path] = function
            return function

        return register

    async def call(self, path, **given):
        function = self.routes[path]
        for name, default in zip(("store",), function.__defaults__ or ()):
            dependency = self.dependency_overrides.get(default.dependency, default.dependency)
            given[name] = dependency()
        return await function(**given)
