from unittest.mock import Mock, call

from chat import Chat


async def test_calls_of_one():
    users = Mock()
    users.name_of.return_value = "Ann"
    await Chat(users, Mock()).join("ann")
    assert users.mock_calls == [call.name_of("ann"), call.seen("ann")]
    assert users.method_calls == [call.name_of("ann"), call.seen("ann")]
    users.assert_has_calls([call.name_of("ann"), call.seen("ann")])


async def test_order_of_several():
    parent = Mock()
    parent.users.name_of.return_value = "Bob"
    await Chat(parent.users, parent.screen).join("bob")
    assert parent.mock_calls == [
        call.users.name_of("bob"),
        call.screen.clear(),
        call.screen.write("hi Bob"),
        call.users.seen("bob"),
    ]


async def test_attached():
    users = Mock()
    users.name_of.return_value = "Eve"
    screen = Mock()
    order = Mock()
    order.attach_mock(users.seen, "seen")
    order.attach_mock(screen.clear, "clear")
    await Chat(users, screen).join("eve")
    assert order.mock_calls == [call.clear(), call.seen("eve")]
    screen.write.assert_called_once_with("hi Eve")
