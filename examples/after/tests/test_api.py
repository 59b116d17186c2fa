# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The REST endpoints of a started server."""

import httpx


async def test_health(http: httpx.AsyncClient) -> None:
    answer = (await http.get("/api/health")).json()
    assert answer["database"] == "up"
    assert answer["milliseconds"] >= 0


async def test_rooms(http: httpx.AsyncClient) -> None:
    rooms = (await http.get("/api/rooms")).json()
    assert len(rooms) == 12
    assert rooms == sorted(rooms, key=lambda room: room["name"])


async def test_players(http: httpx.AsyncClient) -> None:
    top = (await http.get("/api/players/top", params={"limit": 1})).json()
    assert [player["id"] for player in top] == ["isolde"]
    assert (await http.get("/api/players/wren")).json()["health"] == 80
    assert (await http.get("/api/players/wren/worn")).json() == {}
    assert (await http.get("/api/players/nobody")).status_code == 404
    assert (await http.get("/api/players/nobody/items")).status_code == 404


async def test_move(http: httpx.AsyncClient) -> None:
    assert (await http.post("/api/players/wren/move", json={"direction": "west"})).json()["id"] == "moth-alley"
    refused = await http.post("/api/players/wren/move", json={"direction": "north"})
    assert (refused.status_code, refused.json()) == (409, {"detail": "There is no way north."})


async def test_take_and_put(http: httpx.AsyncClient) -> None:
    torch = {"player_id": "brannoch", "item_id": "pitch-torch"}
    assert (await http.post("/api/containers/market-crate/take", json=torch)).status_code == 200
    assert [item["id"] for item in (await http.get("/api/players/brannoch/items")).json()] == ["pitch-torch"]
    assert (await http.post("/api/containers/market-crate/put", json=torch)).status_code == 200
    summary = (await http.get("/api/containers/market-crate")).json()
    assert summary == {"text": "The market crate holds 2 of 5 items.", "last_visitor": "brannoch"}
    history = (await http.get("/api/containers/market-crate/history", params={"limit": 1})).json()
    assert [event["action"] for event in history] == ["put pitch-torch"]


async def test_out_of_reach_is_forbidden(http: httpx.AsyncClient) -> None:
    torch = {"player_id": "wren", "item_id": "pitch-torch"}
    assert (await http.post("/api/containers/market-crate/take", json=torch)).status_code == 403


async def test_only_administrators_lock(http: httpx.AsyncClient) -> None:
    lock = "/api/containers/glass-rack/lock"
    assert (await http.post(lock, json={"player_id": "wren", "locked": True})).status_code == 403
    assert (await http.post(lock, json={"player_id": "isolde", "locked": True})).json()["locked"] is True


async def test_containers_in_a_room(http: httpx.AsyncClient) -> None:
    found = (await http.get("/api/containers/in-room/ember-shrine")).json()
    assert [container["id"] for container in found] == ["shrine-chest"]
    assert len((await http.get("/api/containers/shrine-chest/items")).json()) == 3
    assert (await http.get("/api/containers/in-room/nowhere")).status_code == 404
