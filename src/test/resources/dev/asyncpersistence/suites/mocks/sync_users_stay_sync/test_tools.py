from unittest.mock import Mock, patch

from tools import Export, Report, count


def test_report():
    db = Mock()
    db.names.return_value = ["a", "b"]
    db.load.side_effect = lambda key: {"name": key * 2}
    assert Report(db).lines() == ["aa", "bb"]
    db.names.assert_called_once_with()


def test_export():
    with patch("tools.Report.lines", return_value=["x", "y"]) as lines:
        assert Export(Report(None)).text() == "x\ny"
    lines.assert_called_once_with()


async def test_count():
    db = Mock(names=Mock(return_value=["a"]))
    assert await count(db) == 1
    assert db.names.call_count == 1
