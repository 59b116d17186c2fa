from unittest.mock import Mock, call

from post import Office


def make():
    post = Mock()
    post.stamp.side_effect = lambda text: text + "!"
    return post, Office(post)


async def test_once():
    post, office = make()
    await office.send("ann", "hi")
    post.deliver.assert_called_once()
    post.deliver.assert_called_once_with("ann", text="hi!")
    post.stamp.assert_called_once()
    post.stamp.assert_called_once_with("hi")


async def test_last():
    post, office = make()
    await office.send("ann", "hi")
    await office.send("bob", "ho")
    post.deliver.assert_called()
    post.deliver.assert_called_with("bob", text="ho!")
    post.deliver.assert_any_call("ann", text="hi!")
    post.stamp.assert_called()
    post.stamp.assert_called_with("ho")
    post.stamp.assert_any_call("hi")


async def test_lists():
    post, office = make()
    await office.send("ann", "a")
    await office.send("bob", "b")
    post.deliver.assert_has_calls([call("ann", text="a!")])
    post.stamp.assert_has_calls([call("b"), call("a")], any_order=True)
    assert post.deliver.call_count == 2 and post.stamp.call_count == 2
    assert post.deliver.call_args == call("bob", text="b!")
    assert post.deliver.call_args.args == ("bob",)
    assert post.deliver.call_args.kwargs == {"text": "b!"}
    assert post.deliver.call_args[0] == ("bob",) and post.deliver.call_args[1]["text"] == "b!"
    assert post.stamp.call_args.args[0] == "b"
    assert post.deliver.call_args_list == [call("ann", text="a!"), call("bob", text="b!")]
    assert post.stamp.call_args_list == [call("a"), call("b")]
    assert post.deliver.mock_calls == [call("ann", text="a!"), call("bob", text="b!")]
    assert post.stamp.mock_calls == [call("a"), call("b")]


async def test_none():
    post, office = make()
    post.deliver.assert_not_called()
    post.stamp.assert_not_called()
    assert not post.deliver.called and not post.stamp.called
    await office.send("ann", "")
    assert post.deliver.called and post.stamp.called
    post.reset_mock()
    post.deliver.assert_not_called()
    assert post.stamp.call_count == 0
    assert post.deliver.call_count == 0
