from unittest.mock import Mock

import pytest

from doctor import Doctor


@pytest.fixture
def patients():
    return Mock()


async def test_list(patients):
    patients.pulse.side_effect = [60, 120, TimeoutError]
    doctor = Doctor(patients)
    assert [await doctor.see(key) for key in "abc"] == ["fine", "ill", "later"]


async def test_exception(patients):
    patients.pulse.side_effect = TimeoutError("no answer")
    assert await Doctor(patients).see("ann") == "later"
    patients.pulse.side_effect = None
    patients.pulse.return_value = 80
    assert await Doctor(patients).see("ann") == "fine"


async def test_exception_type():
    patients = Mock(**{"pulse.side_effect": KeyError})
    with pytest.raises(KeyError):
        await Doctor(patients).see("bob")


async def test_function(patients):
    def pulse(key):
        return {"ann": 60, "bob": 140}[key]

    patients.pulse.side_effect = pulse
    assert await Doctor(patients).see("bob") == "ill"


async def test_lambda(patients):
    patients.pulse = Mock(side_effect=lambda key: len(key) * 50)
    assert await Doctor(patients).see("a") == "fine"
    assert await Doctor(patients).see("bob") == "ill"


async def test_iterator(patients):
    patients.pulse.side_effect = iter((99, 100))
    assert await Doctor(patients).see("x") == "fine"
    assert await Doctor(patients).see("x") == "ill"
