import asyncio

from quiz import Quiz


def test_score():
    quiz = Quiz()
    assert quiz.score("ann") == 50


def test_play():
    play = Quiz().play
    assert asyncio.run(play(["ann", "bob"])) == [50, 70]
