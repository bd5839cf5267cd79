"""A game controller."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A game controller."""
    shell = kit.ramp("#4a4c58")
    with held(kit) as grip:
        body = [(-44, 34), (-20, 38), (20, 38), (44, 34), (58, 12), (62, -22), (48, -30), (32, -8), (-32, -8), (-48, -30),
                (-62, -22), (-58, 12)]  # fmt: skip
        raised = [(u, v + 12) for u, v in body]
        grip.piece(raised, shell.base, shell)
        grip.fill([(20, 50), (44, 46), (58, 24), (62, -10), (48, -18), (46, 20)], shell.shade)
        grip.fill([(-42, 44), (-20, 47), (16, 47), (-18, 43)], shell.light)
        for u, v in ((-34, 30), (-18, 16), (18, 16)):
            grip.piece(oval(u, v, 8, 8, 10), shell.dark, shell, (), 0.8)
            grip.fill(oval(u - 2, v + 3, 2.6, 2, 6), shell.shine)
        for u, v, colour in ((34, 38, "#f2c93f"), (42, 30, "#d2384a"), (26, 30, "#3c6fc8"), (34, 22, "#3f9a5c")):
            ramp = Ramp.cloth(colour, kit.tones.look)
            grip.piece(oval(u, v, 4.4, 4.4, 8), ramp.base, ramp, (), 0.7)


PART: Final = AccessoryStyle(
    Accessory.CONTROLLER,
    draw=draw,
    words={
        "en": "controller, game controller, gamepad, holding controller, joystick, holding game controller, "
        "game console, handheld console, playing video games, gaming controller",
        "ja": "コントローラー, ゲームパッド, ゲーム機, コントローラ",
        "*": "🎮, 🕹",
    },
    spots=(Spot.HAND,),
)
