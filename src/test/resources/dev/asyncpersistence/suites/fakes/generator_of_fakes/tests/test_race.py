from pool import Race


async def test_winner(swimmers):
    assert await Race(swimmers).winner(["ann", "bob"]) == "bob"
    assert swimmers.asked == 2


async def test_made(make_swimmers):
    assert await Race(make_swimmers(x=5, y=3)).winner("xy") == "x"
    assert await Race(make_swimmers(x=1, y=3)).winner("xy") == "y"
