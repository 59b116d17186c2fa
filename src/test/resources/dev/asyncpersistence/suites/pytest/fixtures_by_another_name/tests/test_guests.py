def test_guest(ask_for):
    assert ask_for("ann") == "Ann"
