import pytest

import layer
import mail
from mail import address


@pytest.mark.parametrize(
    "key, expected",
    [
        ("ann", "ann@example.org"),
        pytest.param("bob", "bob@example.org", id="the other"),
    ],
)
def test_address(key, expected):
    assert address(layer.PersistenceLayer(), key) == expected


async def test_send():
    assert await mail.send(layer.PersistenceLayer(), "ann", "hi") == ("ann@example.org", "hi")
