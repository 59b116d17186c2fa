from unittest.mock import patch

import pytest

import inbox


@patch("inbox.mailbox_store.count", autospec=True)
async def test_count(count):
    count.return_value = 4
    assert await inbox.unread("ann") == "4 new"
    count.assert_called_once_with("ann")


@patch("inbox.mailbox_store.label", autospec=True, return_value="none")
@patch("inbox.mailbox_store.count", autospec=True, side_effect=ConnectionError)
async def test_error(count, label):
    with pytest.raises(ConnectionError):
        await inbox.unread("bob")
    label.assert_not_called()


async def test_module():
    with patch("inbox.mailbox_store", autospec=True) as store:
        store.count.return_value = 2
        store.label.return_value = "two"
        assert await inbox.unread("eve") == "two"
        store.count.assert_called_once_with("eve")
        store.label.assert_called_once_with(2)
