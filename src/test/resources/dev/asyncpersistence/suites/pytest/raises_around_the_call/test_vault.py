import pytest

from layer import PersistenceLayer
from vault import Vault


@pytest.fixture(name="vault")
def vault_fixture():
    return Vault(PersistenceLayer())


def test_too_much(vault):
    with pytest.raises(ValueError, match="only 5") as raised:
        vault.take("ann", 6)
    assert raised.type is ValueError
    with pytest.raises(KeyError):
        # Not in the layer.
        vault.take("eve", 1)


def test_too_little(vault):
    with pytest.raises(ValueError, match="little"):
        vault.check(0)


@pytest.mark.asyncio
async def test_withdraw(vault):
    await vault.withdraw("bob", 7)
    assert vault.db.rows["bob"] == {"gold": 0}
