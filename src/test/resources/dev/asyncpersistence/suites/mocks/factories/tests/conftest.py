from unittest.mock import Mock

import pytest


def make_actors(found="Ann"):
    actors = Mock(name="actors")
    actors.find.return_value = found
    return actors


@pytest.fixture
def actors():
    return make_actors()


@pytest.fixture
def nobody():
    return make_actors(found=None)


@pytest.fixture
def light():
    return Mock()
