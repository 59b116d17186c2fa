"""Of FastAPI, what a program needs: finds and calls dependencies."""
import inspect
import typing


class Depends:
    def __init__(self, dependency=None, use_cache=True):
        self.dependency = dependency


class FastAPI:
    def __init__(self):
        self.routes = {}

    def get(self, path):
        def register(function):
            self.routes[path] = function
            return function

        return register

    async def call(self, path, **given):
        return await solve(self.routes[path], given)


def dependency_of(parameter, hints):
    if isinstance(parameter.default, Depends):
        return parameter.default.dependency or hints[parameter.name]
    for extra in getattr(hints.get(parameter.name), "__metadata__", ()):
        if isinstance(extra, Depends):
            return extra.dependency or hints[parameter.name].__origin__
    return None


async def solve(function, given):
    target = function.__init__ if inspect.isclass(function) else function
    hints = typing.get_type_hints(target, include_extras=True)
    values = {}
    for name, parameter in inspect.signature(function).parameters.items():
        dependency = dependency_of(parameter, hints)
        if dependency is not None:
            values[name] = await solve(dependency, given)
        elif name in given:
            values[name] = given[name]
        elif parameter.default is parameter.empty:
            raise TypeError(f"nothing gives {name}")
        elif "Layer" in str(hints.get(name)):
            raise TypeError(f"{name} is no field type")
    result = function(**values)
    return await result if inspect.isawaitable(result) else result
