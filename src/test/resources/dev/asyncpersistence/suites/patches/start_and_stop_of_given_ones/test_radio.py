from unittest import mock
from unittest.mock import MagicMock, Mock

import pytest

from radio import Radio


@pytest.fixture
def station():
    patcher = mock.patch("radio.Radio.station", Mock(return_value="jazz"))
    yield patcher.start()
    patcher.stop()


class TestRadio:
    def setup_method(self):
        self.given = MagicMock(return_value=9)
        self.volume_patcher = mock.patch.object(Radio, "volume", new=self.given)
        self.volume = self.volume_patcher.start()

    def teardown_method(self):
        self.volume_patcher.stop()

    async def test_play(self, station):
        assert await Radio(None).play("x") == "jazz at 9"
        station.assert_called_once_with("x")
        self.volume.assert_called_once_with()
        assert self.volume is self.given


async def test_stopall():
    station = mock.patch.object(Radio, "station", Mock()).start()
    try:
        station.return_value = "news"
        assert await Radio(None).play("y") == "news at 3"
        assert station.call_count == 1
    finally:
        mock.patch.stopall()
