# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Every statement the layers run, in the SQL that SQLite (3.35 or newer) and PostgreSQL share."""

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS rooms (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL,
        light INTEGER NOT NULL, exits TEXT NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS players (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, room_id TEXT NOT NULL,
        health INTEGER NOT NULL, max_health INTEGER NOT NULL, lucidity INTEGER NOT NULL,
        experience INTEGER NOT NULL, is_admin INTEGER NOT NULL, last_seen DOUBLE PRECISION NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS barred_names (name TEXT PRIMARY KEY)",
    """CREATE TABLE IF NOT EXISTS experience_log (
        player_id TEXT NOT NULL, amount INTEGER NOT NULL, source TEXT NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS containers (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, capacity INTEGER NOT NULL,
        room_id TEXT, owner_id TEXT, locked INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS items (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, container_id TEXT, slot TEXT NOT NULL, capacity INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS worn_containers (
        player_id TEXT NOT NULL, slot TEXT NOT NULL, item_id TEXT NOT NULL, container_id TEXT NOT NULL,
        PRIMARY KEY (player_id, slot))""",
    """CREATE TABLE IF NOT EXISTS container_events (
        container_id TEXT NOT NULL, player_id TEXT NOT NULL, action TEXT NOT NULL,
        happened_at DOUBLE PRECISION NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS npcs (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, room_id TEXT NOT NULL,
        health INTEGER NOT NULL, attack INTEGER NOT NULL, reward INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS npc_spawns (
        npc_id TEXT PRIMARY KEY, name TEXT NOT NULL, room_id TEXT NOT NULL,
        health INTEGER NOT NULL, attack INTEGER NOT NULL, reward INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS corpses (
        id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, room_id TEXT NOT NULL,
        container_id TEXT NOT NULL, decays_at DOUBLE PRECISION NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS items_by_container ON items (container_id)",
    "CREATE INDEX IF NOT EXISTS containers_by_room ON containers (room_id)",
    "CREATE INDEX IF NOT EXISTS events_by_container ON container_events (container_id, happened_at)",
)

PING = "SELECT 1 AS alive"

ALL_ROOMS = "SELECT * FROM rooms ORDER BY name"
INSERT_ROOM = "INSERT INTO rooms (id, name, description, light, exits) VALUES (?, ?, ?, ?, ?)"

PLAYER_BY_ID = "SELECT * FROM players WHERE id = ?"
PLAYER_BY_NAME = "SELECT * FROM players WHERE lower(name) = lower(?)"
TOP_PLAYERS = "SELECT * FROM players ORDER BY experience DESC, name LIMIT ?"
SAVE_PLAYER = """
    INSERT INTO players (id, name, room_id, health, max_health, lucidity, experience, is_admin, last_seen)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, room_id = excluded.room_id, health = excluded.health,
        max_health = excluded.max_health, lucidity = excluded.lucidity, experience = excluded.experience,
        is_admin = excluded.is_admin, last_seen = excluded.last_seen"""
UPDATE_PLAYER_ROOM = "UPDATE players SET room_id = ? WHERE id = ? RETURNING id"
UPDATE_LAST_SEEN = "UPDATE players SET last_seen = ? WHERE id = ?"
ADD_EXPERIENCE = "UPDATE players SET experience = experience + ? WHERE id = ? RETURNING experience"
LOG_EXPERIENCE = "INSERT INTO experience_log (player_id, amount, source) VALUES (?, ?, ?)"
ADJUST_HEALTH = """
    UPDATE players SET health = CASE
        WHEN health + ? < 0 THEN 0 WHEN health + ? > max_health THEN max_health ELSE health + ? END
    WHERE id = ? RETURNING health"""
ADJUST_LUCIDITY = """
    UPDATE players SET lucidity = CASE
        WHEN lucidity + ? < 0 THEN 0 WHEN lucidity + ? > 100 THEN 100 ELSE lucidity + ? END
    WHERE id = ? RETURNING id, lucidity"""
BARRED_NAME = "SELECT name FROM barred_names WHERE name = lower(?)"
INSERT_BARRED_NAME = "INSERT INTO barred_names (name) VALUES (?)"

CONTAINER_BY_ID = "SELECT * FROM containers WHERE id = ?"
CONTAINERS_IN_ROOM = "SELECT * FROM containers WHERE room_id = ? ORDER BY name"
SAVE_CONTAINER = """
    INSERT INTO containers (id, kind, name, capacity, room_id, owner_id, locked)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, name = excluded.name, capacity = excluded.capacity,
        room_id = excluded.room_id, owner_id = excluded.owner_id, locked = excluded.locked"""
DELETE_CONTAINER = "DELETE FROM containers WHERE id = ?"
INSERT_EVENT = "INSERT INTO container_events (container_id, player_id, action, happened_at) VALUES (?, ?, ?, ?)"
EVENTS_OF_CONTAINER = "SELECT * FROM container_events WHERE container_id = ? ORDER BY happened_at DESC LIMIT ?"

ITEM_BY_ID = "SELECT * FROM items WHERE id = ?"
ITEMS_IN_CONTAINER = "SELECT * FROM items WHERE container_id = ? ORDER BY name"
COUNT_ITEMS = "SELECT COUNT(*) AS amount FROM items WHERE container_id = ?"
INSERT_ITEM = """
    INSERT INTO items (id, name, container_id, slot, capacity) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING"""
MOVE_ITEM = "UPDATE items SET container_id = ? WHERE id = ? AND container_id = ? RETURNING id"
PLACE_ITEM = "UPDATE items SET container_id = ? WHERE id = ?"
MOVE_ALL_ITEMS = "UPDATE items SET container_id = ? WHERE container_id = ?"
DELETE_ITEMS = "DELETE FROM items WHERE container_id = ?"

WORN_IN_SLOT = "SELECT * FROM worn_containers WHERE player_id = ? AND slot = ?"
WORN_BY_PLAYER = "SELECT * FROM worn_containers WHERE player_id = ? ORDER BY slot"
INSERT_WORN = "INSERT INTO worn_containers (player_id, slot, item_id, container_id) VALUES (?, ?, ?, ?)"
DELETE_WORN = "DELETE FROM worn_containers WHERE player_id = ? AND slot = ?"

NPC_BY_ID = "SELECT * FROM npcs WHERE id = ?"
NPCS_IN_ROOM = "SELECT * FROM npcs WHERE room_id = ? ORDER BY name"
SAVE_NPC = """
    INSERT INTO npcs (id, name, room_id, health, attack, reward) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, room_id = excluded.room_id, health = excluded.health,
        attack = excluded.attack, reward = excluded.reward"""
DELETE_NPC = "DELETE FROM npcs WHERE id = ?"
ALL_SPAWNS = "SELECT * FROM npc_spawns ORDER BY npc_id"
INSERT_SPAWN = "INSERT INTO npc_spawns (npc_id, name, room_id, health, attack, reward) VALUES (?, ?, ?, ?, ?, ?)"

INSERT_CORPSE = "INSERT INTO corpses (id, owner_id, room_id, container_id, decays_at) VALUES (?, ?, ?, ?, ?)"
EXPIRED_CORPSES = "SELECT * FROM corpses WHERE decays_at <= ? ORDER BY decays_at"
DELETE_CORPSE = "DELETE FROM corpses WHERE id = ?"
