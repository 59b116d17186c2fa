"""Runs test suites by pytest, and counts their assertions.

`runner.py PLUGIN...` runs the suite of the working directory with the named plugins and no others. `runner.py --all JOBS SECONDS` runs many.
"""

import functools
import gc
import os
import sys
import unittest
import unittest.mock

import anyio.pytest_plugin
import pytest
import pytest_asyncio.plugin
import pytest_mock

import forked_jobs
import written_assertions

PLUGINS = {"asyncio": pytest_asyncio.plugin, "anyio": anyio.pytest_plugin, "mock": pytest_mock}

# Warnings are errors, by the interpreter's option, so that a project can make exceptions. That it leaves this setting out is no fault of its tests.
UNSET = 'ignore:The configuration option "asyncio_default_fixture_loop_scope" is unset'
OPTIONS = ["-W", UNSET, "-p", "no:cacheprovider", "--tb=short", "--color=no", "--basetemp=.temporary"]


class Counter:
    """Counts the assertions that are made, each once, however many others it makes in turn."""

    def __init__(self):
        self.count = 0
        self.is_inside = False

    def add_methods_of(self, owner, prefix):
        for name, method in list(vars(owner).items()):
            if name.startswith(prefix) and callable(method):
                setattr(owner, name, self.counted(method))

    def counted(self, method):
        @functools.wraps(method)
        def call(*args, **kwargs):
            __tracebackhide__ = True
            if self.is_inside:
                return method(*args, **kwargs)
            self.is_inside = True
            self.count += 1
            try:
                return method(*args, **kwargs)
            finally:
                self.is_inside = False

        return call


class Recorder:
    """Notes what becomes of each test."""

    def __init__(self, counter):
        self.counter = counter
        self.outcomes = {}

    def pytest_collectreport(self, report):
        if report.failed:
            self.outcomes[report.nodeid] = "not collected"

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self):
        # What is left un-awaited is noticed when it is collected; this way the test is blamed that did it.
        gc.collect()

    def pytest_runtest_logreport(self, report):
        if report.failed:
            # What has failed in the test itself stays failed.
            self.outcomes.setdefault(report.nodeid, "failed" if report.when == "call" else "error")
        elif report.when == "teardown":
            self.outcomes.setdefault(report.nodeid, "passed")
        elif report.skipped:
            self.outcomes[report.nodeid] = "skipped"

    def pytest_assertion_pass(self):
        self.counter.count += 1


def write(name, lines):
    with open(name, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


forked_jobs.enter()
plugins = sys.argv[1:]
sys.path[0] = os.getcwd()
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
counter = Counter()
counter.add_methods_of(unittest.TestCase, "assert")
counter.add_methods_of(unittest.mock.NonCallableMock, "assert_")
counter.add_methods_of(unittest.mock.AsyncMockMixin, "assert_")
pytest.raises = counter.counted(pytest.raises)
pytest.warns = counter.counted(pytest.warns)
recorder = Recorder(counter)
status = pytest.main(OPTIONS + ["-o", "enable_assertion_pass_hook=true"], [recorder, *(PLUGINS[name] for name in plugins)])
write("outcomes.txt", (f"{test}\t{outcome}" for test, outcome in recorder.outcomes.items()))
write("assertions.txt", [counter.count, written_assertions.count(".")])
sys.exit(status)
