"""What is worn on the hair: hats, bands, ribbons, flowers, headphones."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y, skull
from pipeline.drawing.geometry import HEAD, OUTLINE, SKULL, Attach, taper
from pipeline.drawing.palette import Ramp, mix
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_HAT = Attach(turn=0.35)


def _arch(kit: AccessoryKit, lift: float, half: float, count: int = 15) -> FloatArray:
    """The dome's outline at ``lift`` units over the hair, ``half`` degrees to both sides of the top, [count, 2]."""
    angle = np.radians(np.linspace(-half, half, count))
    out = kit.hair.out + lift / 128
    return np.column_stack([SKULL_X * out * np.sin(angle), SKULL_TOP - SKULL_Y * out * np.cos(angle)])


def headphones(kit: AccessoryKit) -> None:
    """A band over the head and two big shells."""
    pen, gear = kit.pen, kit.tones.gear
    body = Ramp.cloth("#34313d") if gear.lch.lightness > 0.35 else gear
    arch = flat(_arch(kit, 9, 84), 0)
    for width, colour in ((7.2, body.line), (6.0, body.base), (2.0, body.light)):
        pen.line(arch, taper(len(arch), width * 0.75, width), colour, Layer.HEAD_WEAR, OUTLINE)
    for sign in (-1, 1):
        shell = oval(sign * 112, 22, 21, 36)
        kit.piece(flat(shell, -6), body.base, body.line, attach=Attach(turn=0.3), width=1.2)
        pad = oval(sign * 104, 22, 11, 33)
        kit.piece(flat(pad, 4), body.shade, body.line, attach=Attach(turn=0.3), width=0.9)
        disc = oval(sign * 116, 22, 12, 22)
        kit.piece(flat(disc, -8), kit.gradient(gear, -2, 46), gear.line, attach=Attach(turn=0.3), width=0.9)
        glint = oval(sign * 116 - 4, 13, 3.5, 7, 8)
        pen.fill(flat(glint, -8), gear.shine, Layer.HEAD_WEAR, Attach(turn=0.3), detail=0.15)


def hair_ribbon(kit: AccessoryKit) -> None:
    """A big bow at the side of the head."""
    ramp, pen = kit.tones.gear, kit.pen
    x, y, size = 62.0, -112.0, 46.0
    attach = Attach(turn=0.8)
    for side in (-1, 1):
        end = (x + side * 22 + 8, y + 62, 20.0)
        fix = Attach(turn=0.8, chain=kit.chain((x, y, 30), end, 2.4, hang=0.5))
        tail = np.array(
            [(0, 0), (side * 10 + 2, 8), (side * 30 + 8, 58), (side * 18 + 8, 54), (side * 8 + 6, 66)], float
        ) + np.array([x, y])
        kit.piece(flat(tail, 26), kit.gradient(ramp, y, y + 66, attach), ramp.line, attach=fix, corners=(0, 2, 3, 4))
    turned = np.radians(18)
    spin = np.array([[np.cos(turned), np.sin(turned)], [-np.sin(turned), np.cos(turned)]])
    loop = np.array(
        [(0.06, -0.10), (0.40, -0.52), (0.95, -0.62), (1.08, -0.05), (0.95, 0.50), (0.42, 0.40), (0.06, 0.12)]
    )
    for side in (-1, 1):
        fix = Attach(turn=0.8, chain=kit.chain((x, y, 30), (x + side * size, y, 26), 3.6))
        shape = (loop * [side * size, size]) @ spin + np.array([x, y])
        kit.piece(flat(shape, 28), kit.gradient(ramp, y - 30, y + 30, attach), ramp.line, attach=fix, corners=(0, 6))
        under = (
            np.array([(0.1, 0.12), (0.5, 0.12), (1.0, 0.2), (0.95, 0.5), (0.42, 0.4)]) * [side * size, size]
        ) @ spin + np.array([x, y])
        pen.fill(flat(under, 28), ramp.shade, Layer.HEAD_WEAR, fix, (0, 2, 3))
        crease = (np.array([(0.12, 0.0), (0.42, -0.16), (0.66, -0.18)]) * [side * size, size]) @ spin + np.array([x, y])
        pen.stroke(flat(crease, 28), 0.9, ramp.deep, Layer.HEAD_WEAR, fix)
    knot = oval(x, y, 8, 9.5, 8)
    kit.piece(flat(knot, 34), ramp.light, ramp.line, attach=attach)


def hair_clip(kit: AccessoryKit) -> None:
    """Two crossed clips over the temple."""
    ramp = kit.tones.gear
    for lon, down, tilt in ((44, 0.80, 16), (47, 0.90, -8)):
        ends = skull([lon - 12, lon + 12], [down - tilt / 300, down + tilt / 300], kit.hair.out * 1.03)
        for width, colour in ((5.0, ramp.line), (3.9, ramp.base), (1.2, ramp.shine)):
            kit.pen.line(ends, width, colour, Layer.HEAD_WEAR, SKULL)


def headband(kit: AccessoryKit) -> None:
    """A band across the hair."""
    ramp, pen = kit.tones.gear, kit.pen
    longitudes = np.linspace(-92, 92, 13)
    down = 0.46 + 0.44 * (np.abs(longitudes) / 92) ** 2.2
    front = skull(longitudes, down + 0.07, kit.hair.out * 1.03)
    rear = skull(longitudes, down - 0.05, kit.hair.out * 1.03)
    shape = np.vstack([front, rear[::-1]])
    kit.piece(shape, kit.gradient(ramp, -120, -20), ramp.line, attach=SKULL, corners=(0, 12, 13, 25))
    shine = skull(np.linspace(-40, 10, 5), np.full(5, 0.47), kit.hair.out * 1.035)
    pen.stroke(shine, 1.6, ramp.shine, Layer.HEAD_WEAR, SKULL, detail=0.15)


def maid_headdress(kit: AccessoryKit) -> None:
    """A frilled band."""
    white, pen = kit.tones.white, kit.pen
    longitudes = np.linspace(-78, 78, 33)
    down = 0.40 + 0.30 * (np.abs(longitudes) / 78) ** 2.2
    foot = skull(longitudes, down, kit.hair.out * 1.03)
    rise = 26 + 7 * np.abs(np.sin(np.arange(33) * np.pi / 4))
    crest = foot + np.column_stack(
        [np.sin(np.radians(longitudes)) * rise, -np.cos(np.radians(longitudes)) * rise, np.zeros(33)]
    )
    pinches = tuple(range(0, 33, 4))
    shape = np.vstack([foot, crest[::-1]])
    attach = Attach(turn=0.8, wrap=True)
    pen.fill(shape, kit.gradient(white, -190, -110), Layer.HEAD_WEAR, attach, (0, 32, *(65 - i for i in pinches)))
    pen.line(crest, 1.0, white.line, Layer.HEAD_WEAR, attach, pinches)
    for index in pinches[1:-1]:
        pen.line(
            np.array([crest[index], foot[index] * 0.75 + crest[index] * 0.25]),
            [0.9, 0.1],
            white.deep,
            Layer.HEAD_WEAR,
            attach,
        )
    for width, colour in ((5.4, kit.tones.gear.line), (4.2, kit.tones.gear.base)):
        pen.line(foot, width, colour, Layer.HEAD_WEAR, attach)


def beret(kit: AccessoryKit) -> None:
    """A soft round cap, tilted."""
    ramp, pen = kit.tones.gear, kit.pen
    top = [(-112, -62), (-140, -104), (-112, -158), (-30, -190), (62, -178), (126, -132), (124, -86), (104, -58)]
    crown = np.vstack([np.array(top, float), [(60, -84), (0, -92), (-62, -84)]])
    kit.piece(flat(crown, 10), kit.gradient(ramp, -190, -60), ramp.line, attach=_HAT, corners=(0, 7), width=1.3)
    shade = np.array(
        [
            (104, -58),
            (124, -86),
            (126, -132),
            (96, -112),
            (40, -98),
            (-20, -104),
            (-80, -92),
            (-112, -62),
            (-62, -84),
            (0, -92),
            (60, -84),
        ],
        float,
    )
    pen.fill(flat(shade, 10), ramp.shade, Layer.HEAD_WEAR, _HAT, (0, 7))
    longitudes = np.linspace(-88, 88, 9)
    down = 0.60 + 0.24 * (np.abs(longitudes) / 88) ** 2
    band = np.vstack(
        [skull(longitudes, down + 0.09, kit.hair.out * 1.03), skull(longitudes, down - 0.02, kit.hair.out * 1.05)[::-1]]
    )
    kit.piece(band, ramp.deep, ramp.line, attach=SKULL, corners=(0, 8, 9, 17))
    stem = np.array([(-6, -186), (-2, -204), (8, -202), (4, -184)], float)
    kit.piece(flat(stem, 10), ramp.base, ramp.line, attach=_HAT, corners=(0, 3))
    pen.fill(flat(oval(-46, -150, 30, 11, 10), 12), (*ramp.light[:3], 150), Layer.HEAD_WEAR, _HAT)


def cap(kit: AccessoryKit) -> None:
    """A baseball cap."""
    ramp, accent, pen = kit.tones.gear, kit.tones.accent, kit.pen
    if kit.tones.gear.base == accent.base:
        accent = kit.tones.white
    dome = _arch(kit, 8, 88, 13)
    longitudes = np.linspace(88, -88, 9)
    front = skull(longitudes, 0.72 - 0.10 * np.cos(np.radians(longitudes)), kit.hair.out * 1.05)
    crown = np.vstack([flat(dome, 0), front[1:-1]])
    turn = np.r_[np.zeros(13), np.full(7, 0.9)]
    kit.piece(
        crown, kit.gradient(ramp, -150, -50, OUTLINE), ramp.line, attach=Attach(turn=turn), corners=(0, 12), width=1.3
    )
    for lon in (-34, 34):
        seam = skull(np.linspace(lon * 0.4, lon, 5), np.linspace(0.06, 0.62, 5), kit.hair.out * 1.07)
        pen.stroke(seam, 0.9, ramp.deep, Layer.HEAD_WEAR, SKULL)
    badge = skull([-17, -15, 0, 15, 17, 0], [0.34, 0.52, 0.56, 0.52, 0.34, 0.28], kit.hair.out * 1.08)
    pen.fill(badge, accent.base, Layer.HEAD_WEAR, SKULL)
    pen.fill(flat(oval(0, -151, 7, 4, 8), 10), ramp.shade, Layer.HEAD_WEAR, OUTLINE)
    brim = [
        (-96, -72),
        (-60, -84),
        (0, -90),
        (60, -84),
        (96, -72),
        (102, -52),
        (60, -50),
        (0, -54),
        (-60, -50),
        (-102, -52),
    ]
    depth = np.array([30, 70, 90, 70, 30, 60, 120, 140, 120, 60], float)
    shape = np.column_stack([np.array(brim, float), depth])
    kit.piece(shape, kit.gradient(ramp, -92, -48), ramp.line, attach=HEAD, corners=(0, 4), width=1.3)
    edge = np.column_stack([np.array(brim[5:], float) - [0, 4], depth[5:]])
    pen.stroke(edge, 1.0, ramp.deep, Layer.HEAD_WEAR, HEAD)


def witch_hat(kit: AccessoryKit) -> None:
    """A wide brim and a bent point."""
    ramp, accent, pen = Ramp.cloth(kit.spec.accessory_colour or "#3b3350"), kit.tones.accent, kit.pen
    rear = oval(0, -92, 188, 40, 16)
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), width=1.3)
    cone = np.array(
        [
            (-100, -92),
            (-84, -146),
            (-52, -198),
            (-16, -236),
            (38, -256),
            (66, -234),
            (44, -238),
            (30, -212),
            (52, -172),
            (82, -130),
            (100, -92),
            (0, -72),
        ],
        float,
    )
    chain = kit.chain((0, -150, 0), (66, -240, 0), 2.6)
    kit.piece(
        flat(cone, 6),
        kit.gradient(ramp, -250, -80, _HAT),
        ramp.line,
        attach=Attach(turn=0.35, chain=chain),
        corners=(0, 5, 10),
        width=1.3,
    )
    shade = np.array([(100, -92), (82, -130), (52, -172), (30, -212), (34, -176), (40, -128), (44, -84)], float)
    pen.fill(flat(shade, 6), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.35, chain=chain), (0, 3))
    band = np.array([(-98, -104), (-90, -130), (0, -112), (90, -130), (98, -104), (0, -84)], float)
    kit.piece(flat(band, 8), accent.base, accent.line, attach=_HAT, corners=(0, 1, 3, 4))
    buckle = np.array([(-14, -116), (14, -116), (14, -90), (-14, -90)], float)
    kit.piece(flat(buckle, 12), kit.tones.gear.light, kit.tones.gear.line, attach=_HAT, corners=(0, 1, 2, 3))
    inner = buckle * 0.6 + np.array([0, -103]) * 0.4
    kit.piece(flat(inner, 12), accent.base, accent.line, attach=_HAT, corners=(0, 1, 2, 3), width=0.7)
    brim = np.array(
        [
            (-188, -92),
            (-120, -84),
            (-60, -88),
            (0, -90),
            (60, -88),
            (120, -84),
            (188, -92),
            (150, -62),
            (70, -46),
            (0, -42),
            (-70, -46),
            (-150, -62),
        ],
        float,
    )
    kit.piece(
        flat(brim, 40), kit.gradient(ramp, -96, -40), ramp.line, attach=Attach(turn=0.45), corners=(0, 6), width=1.3
    )


def straw_hat(kit: AccessoryKit) -> None:
    """Straw with a ribbon."""
    ramp, accent, pen = Ramp.cloth("#ecd08f"), kit.tones.gear, kit.pen
    rear = oval(0, -84, 176, 38, 16)
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), width=1.3)
    crown = np.array(
        [(-100, -84), (-98, -128), (-74, -170), (0, -184), (74, -170), (98, -128), (100, -84), (0, -64)], float
    )
    whole = kit.piece(flat(crown, 6), kit.gradient(ramp, -184, -70), ramp.line, attach=_HAT, corners=(0, 6), width=1.3)
    with pen.clipped(whole), pen.detailed(0.2):
        for y in (-164, -150, -136, -122):
            weave = flat([(-100, y + 12), (0, y - 4), (100, y + 12)], 6)
            pen.stroke(weave, 0.7, ramp.shade, Layer.HEAD_WEAR, _HAT)
    band = np.array([(-100, -94), (-98, -122), (0, -104), (98, -122), (100, -94), (0, -74)], float)
    kit.piece(flat(band, 8), kit.gradient(accent, -122, -76), accent.line, attach=_HAT, corners=(0, 1, 3, 4))
    brim = np.array(
        [
            (-176, -84),
            (-110, -78),
            (0, -82),
            (110, -78),
            (176, -84),
            (140, -54),
            (70, -40),
            (0, -36),
            (-70, -40),
            (-140, -54),
        ],
        float,
    )
    disc = kit.piece(
        flat(brim, 40), kit.gradient(ramp, -88, -36), ramp.line, attach=Attach(turn=0.45), corners=(0, 4), width=1.3
    )
    with pen.clipped(disc), pen.detailed(0.2):
        for inset in (8, 18):
            ring = brim[4:] * [1, 1] - np.array([0, inset])
            pen.stroke(flat(ring, 40), 0.7, ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.45))


def crown(kit: AccessoryKit) -> None:
    """A small golden crown."""
    ramp, pen = Ramp.cloth(kit.spec.accessory_colour or "#f2c14e"), kit.pen
    points = np.array(
        [
            (-52, -128),
            (-62, -182),
            (-36, -158),
            (-22, -192),
            (0, -160),
            (22, -192),
            (36, -158),
            (62, -182),
            (52, -128),
            (0, -118),
        ],
        float,
    )
    kit.piece(flat(points, 30), kit.gradient(ramp, -192, -120), ramp.line, corners=tuple(range(9)), width=1.2)
    foot = np.array([(-52, -142), (0, -132), (52, -142), (52, -126), (0, -116), (-52, -126)], float)
    kit.piece(flat(foot, 34), ramp.light, ramp.line, corners=(0, 2, 3, 5), width=1.0)
    for x, y, tone in ((0, -125, kit.tones.accent), (-30, -130, kit.tones.cloth), (30, -130, kit.tones.cloth)):
        kit.piece(flat(oval(x, y, 6, 6, 8), 38), tone.light, tone.line, width=0.7)
    for x, y in ((-62, -184), (-22, -194), (22, -194), (62, -184)):
        kit.piece(flat(oval(x, y, 5, 5, 8), 30), ramp.shine, ramp.line, width=0.7)
    pen.fill(
        flat([(-40, -150), (-36, -152), (-34, -136), (-38, -136)], 34),
        mix(ramp.shine, ramp.light, 0.3),
        Layer.HEAD_WEAR,
        detail=0.2,
    )


def flower(kit: AccessoryKit) -> None:
    """A flower over the ear, two leaves under it."""
    ramp, pen = kit.tones.gear, kit.pen
    x, y, size = -74.0, -78.0, 30.0
    attach = Attach(turn=0.75)
    leaf = Ramp.cloth("#6fae62")
    for a, b in (((-34, 12), (-52, 34)), ((20, 26), (26, 52))):
        mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        blade = flat(
            np.array([(a[0] * 0.4, a[1] * 0.4), (mid[0] - 8, mid[1] + 2), b, (mid[0] + 8, mid[1] - 2)], float)
            + np.array([x, y]),
            36,
        )
        kit.piece(blade, leaf.base, leaf.line, attach=attach, corners=(0, 2), width=0.9)
    for index in range(5):
        angle = -np.pi / 2 + index * 2 * np.pi / 5 + 0.2
        along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
        petal = np.array(
            [
                along * u * size + across * v * size
                for u, v in ((0.1, 0), (0.5, 0.46), (0.95, 0.36), (0.86, 0.0), (0.95, -0.36), (0.5, -0.46))
            ]
        ) + np.array([x, y])
        kit.piece(
            flat(petal, 40), ramp.base if index % 2 else ramp.light, ramp.line, attach=attach, corners=(0, 3), width=0.9
        )
        vein = np.array([along * 0.2 * size, along * 0.6 * size]) + np.array([x, y])
        pen.stroke(flat(vein, 40), 0.8, ramp.shade, Layer.HEAD_WEAR, attach, detail=0.2)
    kit.piece(
        flat(oval(x, y, 7, 7, 8), 44), Ramp.cloth("#f6cf5a").base, Ramp.cloth("#f6cf5a").line, attach=attach, width=0.8
    )


def earrings(kit: AccessoryKit) -> None:
    """Drops at both ears."""
    ramp = kit.tones.gear
    for sign in (-1, 1):
        root, tip = (sign * 89.0, 50.0, 0.0), (sign * 90.0, 84.0, 0.0)
        attach = Attach(turn=0.9, chain=kit.chain(root, tip, 3.0, hang=1.0, damping=0.16))
        kit.pen.line(np.array([root, (sign * 89.5, 62, 0)]), 0.9, ramp.line, Layer.HEAD_WEAR, attach)
        drop = flat([(sign * 89.5, 60), (sign * 89.5 + 6, 74), (sign * 89.5, 84), (sign * 89.5 - 6, 74)], 0)
        kit.piece(drop, ramp.base, ramp.line, attach=attach, corners=(0,), width=0.9)
        kit.pen.fill(flat(oval(sign * 89.5 - 2, 72, 1.6, 3, 6), 0), ramp.shine, Layer.HEAD_WEAR, attach)
