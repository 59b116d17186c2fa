# -*- coding: utf-8 -*-
"""Tests of `sail`."""
import pytest
from   sail import (  crew,
    sail )   # both

from layer import PersistenceLayer



def test_crew( ):   # counts the captain
    assert crew (
        PersistenceLayer() ,  # a new one
        'ann'
    )  ==  6


@pytest . mark . parametrize('key , aboard', [ ('ann',6), ("bob", 8) ])

def test_crews(key, aboard):
  # Two spaces, and no more.
  assert crew(PersistenceLayer(), key) == aboard


@pytest.mark.asyncio
async def test_sail():

    assert (await sail(PersistenceLayer(), 'bob')) \
        == '8 aboard'
# The end.
