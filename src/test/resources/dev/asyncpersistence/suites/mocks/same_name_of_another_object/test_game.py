from unittest.mock import Mock, patch

import game
from game import Game, Scores
from images import Images
from layer import PersistenceLayer


class LoudImages(Images):
    def load(self, name):
        return name.upper()


async def test_mocks():
    scores = Mock()
    scores.load.return_value = 4
    images = Mock()
    images.load.return_value = "ann!"
    assert await Game(scores, images).start("ann") == ("ann!", 4)
    scores.load.assert_called_once_with("ann")
    images.load.assert_called_once_with("ann.png")


async def test_fake_images():
    assert await Game(Scores(PersistenceLayer()), LoudImages()).start("ann") == ("ANN.PNG", 5)


async def test_patched_images():
    with patch.object(Images, "load", return_value="x") as load, patch.object(game.Scores, "load", return_value=0):
        assert await Game(Scores(None), Images()).start("ann") == ("x", 0)
    load.assert_called_once_with("ann.png")
