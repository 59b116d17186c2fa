# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The world of Lanternfall as it is before anybody plays."""

from dataclasses import dataclass

from .models import Container, ContainerKind, Item, NpcSpawn, Player, Room


@dataclass(frozen=True)
class ContainerTemplate:
    """A container that belongs to a room, and what it holds when the world is new."""

    container: Container
    items: tuple[Item, ...] = ()


ROOMS = (
    Room(
        "ember-shrine",
        "The Ember Shrine",
        "Warm coals glow in a stone bowl. Those who fall in the dark wake here.",
        9,
        {"north": "wick-street", "east": "oil-market"},
    ),
    Room(
        "wick-street",
        "Wick Street",
        "Lanterns hang from every second hook; the others were stolen long ago.",
        7,
        {"south": "ember-shrine", "north": "glassblowers-row", "west": "moth-alley"},
    ),
    Room(
        "oil-market",
        "The Oil Market",
        "Stalls sell whale oil, pitch and promises by the pint.",
        8,
        {"west": "ember-shrine", "south": "barrel-cellar", "east": "canal-steps"},
    ),
    Room(
        "glassblowers-row",
        "Glassblowers' Row",
        "Furnaces roar behind half-open doors, and the cobbles glitter with splinters.",
        8,
        {"south": "wick-street", "up": "beacon-stair"},
    ),
    Room(
        "moth-alley",
        "Moth Alley",
        "Pale wings brush your face. Something larger breathes behind the crates.",
        3,
        {"east": "wick-street", "down": "undercroft"},
    ),
    Room(
        "barrel-cellar",
        "The Barrel Cellar",
        "Empty casks are stacked to the vault. The air tastes of old lamp oil.",
        4,
        {"north": "oil-market"},
    ),
    Room(
        "canal-steps",
        "The Canal Steps",
        "Black water slaps the lowest stair. A single lamp swings over the landing.",
        5,
        {"west": "oil-market", "down": "flooded-vault"},
    ),
    Room(
        "undercroft",
        "The Undercroft",
        "Pillars vanish upwards. Your own footsteps come back a moment too late.",
        1,
        {"up": "moth-alley", "east": "silent-ossuary"},
    ),
    Room(
        "silent-ossuary",
        "The Silent Ossuary",
        "Thousands of skulls face the wall, as if they did not want to see you.",
        0,
        {"west": "undercroft"},
    ),
    Room(
        "flooded-vault",
        "The Flooded Vault",
        "Knee-deep water, and coins that move when you reach for them.",
        2,
        {"up": "canal-steps"},
    ),
    Room(
        "beacon-stair",
        "The Beacon Stair",
        "Three hundred steps, worn hollow by keepers who are no longer here.",
        6,
        {"down": "glassblowers-row", "up": "beacon-top"},
    ),
    Room(
        "beacon-top",
        "The Beacon",
        "The great lamp is cold. From here the whole city could be lit again.",
        5,
        {"down": "beacon-stair"},
    ),
)

PLAYERS = (
    Player("isolde", "Isolde", room_id="beacon-top", is_admin=True, experience=900),
    Player("brannoch", "Brannoch", room_id="oil-market", experience=120),
    Player("wren", "Wren", room_id="wick-street", health=80, experience=40),
)

BARRED_NAMES = ("keeper", "system", "the-dark")

NPC_SPAWNS = (
    NpcSpawn("gutter-moth", "a gutter moth", "moth-alley", 30, 4, 10),
    NpcSpawn("cask-rat", "a cask rat", "barrel-cellar", 20, 3, 5),
    NpcSpawn("drowned-clerk", "a drowned clerk", "flooded-vault", 60, 9, 35),
    NpcSpawn("echo", "an echo with teeth", "undercroft", 80, 12, 60),
    NpcSpawn("bone-warden", "the bone warden", "silent-ossuary", 150, 20, 150),
)

CONTAINERS = (
    ContainerTemplate(
        Container("shrine-chest", ContainerKind.ENVIRONMENT, "offering chest", 10, room_id="ember-shrine"),
        (
            Item("oil-flask", "flask of lamp oil", "shrine-chest"),
            Item("canvas-satchel", "canvas satchel", "shrine-chest", slot="back", capacity=6),
            Item("wick-belt", "wick-seller's belt", "shrine-chest", slot="waist", capacity=3),
        ),
    ),
    ContainerTemplate(
        Container("market-crate", ContainerKind.ENVIRONMENT, "market crate", 5, room_id="oil-market"),
        (
            Item("pitch-torch", "pitch torch", "market-crate"),
            Item("brass-funnel", "brass funnel", "market-crate"),
        ),
    ),
    ContainerTemplate(
        Container("cellar-cask", ContainerKind.ENVIRONMENT, "sealed cask", 2, room_id="barrel-cellar", locked=True),
        (Item("whale-oil", "pint of whale oil", "cellar-cask"),),
    ),
    ContainerTemplate(
        Container("glass-rack", ContainerKind.ENVIRONMENT, "cooling rack", 4, room_id="glassblowers-row"),
        (Item("lamp-glass", "warm lamp glass", "glass-rack"),),
    ),
    ContainerTemplate(
        Container("vault-coffer", ContainerKind.ENVIRONMENT, "rusted coffer", 8, room_id="flooded-vault"),
        (Item("beacon-key", "key to the beacon", "vault-coffer"),),
    ),
)
