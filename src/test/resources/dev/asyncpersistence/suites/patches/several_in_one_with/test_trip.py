from unittest.mock import patch

import pytest

import trip


@pytest.mark.asyncio
async def test_one_with():
    with patch("trip.is_open", return_value=True) as is_open, patch("trip.distance") as distance:
        distance.return_value = 12
        assert await trip.travel("a", "b") == "12 miles to B"
        is_open.assert_called_once_with("b")
    distance.assert_called_once_with("a", "b")


@pytest.mark.asyncio
async def test_nested():
    with patch("trip.is_open", return_value=False):
        with patch("trip.name_of") as name_of:
            assert await trip.travel("a", "b") == "closed"
            name_of.assert_not_called()


@pytest.mark.asyncio
async def test_in_parentheses():
    with (
        patch.object(trip, "is_open", new=lambda place: True),
        patch.object(trip, "distance", side_effect=lambda start, end: 3),
        patch.object(trip, "name_of", new=lambda place: "home"),
    ):
        assert await trip.travel("a", "b") == "3 miles to home"
