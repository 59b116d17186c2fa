import pytest

import hall


@pytest.fixture
def ann_inside():
    hall.enter("ann")
    yield
    hall.db.rows["ann"].pop("inside")
