import pytest

from gate import admit, queue, spell
from layer import PersistenceLayer


def test_refused():
    pytest.raises(PermissionError, admit, PersistenceLayer(), "bob")


def test_refused_by_limit():
    raised = pytest.raises(PermissionError, admit, PersistenceLayer(), "ann", limit=4)
    assert raised.value.args == ("ann",)


def test_lambda():
    pytest.raises(KeyError, lambda: admit(PersistenceLayer(), "eve"))


def test_spell():
    pytest.raises(IndexError, spell, "")


@pytest.mark.asyncio
async def test_queue():
    with pytest.raises(PermissionError):
        await queue(PersistenceLayer(), ["ann", "bob"])
