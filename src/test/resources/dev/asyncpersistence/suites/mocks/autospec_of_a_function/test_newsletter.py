from unittest.mock import Mock, create_autospec, patch

import newsletter
from subscribers import addresses


async def test_patched():
    double = create_autospec(addresses, return_value=["a", "b"])
    mail = Mock(return_value=True)
    with patch.object(newsletter, "addresses", double):
        assert await newsletter.send_all(mail, ["x"]) == {"x": 2}
    double.assert_called_once_with("x")
    mail.assert_called_once_with("x")


async def test_for_real():
    mail = create_autospec(lambda address: None, return_value=True)
    assert await newsletter.send_all(mail, ["x", "y"]) == {"x": 2, "y": 2}
    assert mail.call_count == 2
