import logging

from audit import check, sweep
from layer import PersistenceLayer


def test_warns(caplog):
    assert not check(PersistenceLayer(), "eve")
    assert [record.getMessage() for record in caplog.records] == ["no eve"]


def test_says_nothing_more(caplog):
    with caplog.at_level(logging.WARNING, logger="audit"):
        check(PersistenceLayer(), "ann")
    assert not caplog.records


async def test_sweep(caplog):
    caplog.set_level(logging.INFO)
    assert await sweep(PersistenceLayer(), ["ann", "eve"]) == ["ann"]
    assert "found ann" in caplog.text
