"""People of sports grounds, rings, stages and circuses."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, DARK, GOLD, RED, SMILES, boy, girl, job
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Age, Build, HairBack, Lower, Motif, Outfit, Physique

_GROWN: Final = (Age.ADULT,)

GROUNDS: Final[Table] = {
    "coach, football coach, basketball coach, sports coach, gym teacher, pe teacher, sports teacher": job(
        Accessory.CAP, outfit=(Outfit.JACKET, Outfit.T_SHIRT), age=_GROWN, expression=BRIGHT
    ),
    "referee, umpire, ref": job(
        outfit=(Outfit.T_SHIRT,), motif=(Motif.STRIPES,), outfit_colour=("#f4f4f8",), accent_colour=("#2b2a33",),
        age=_GROWN, expression=COOL,
    ),
    "jockey": job(Accessory.HELMET, outfit=(Outfit.JACKET,), outfit_colour=(*RED, "#3c6fc8", "#f2c93f")),
    "equestrian, horse rider, show jumper, polo player, water polo coach": job(
        outfit=(Outfit.BLAZER, Outfit.JACKET), outfit_colour=("#2f3347", "#8a2f45", "#33323c")
    ),
    "race car driver, racing driver, race driver, f1 driver, formula 1 driver, formula one driver, rally driver, "
    "motocross rider, moto gp rider, motorcyclist, dirt biker, stuntman, stuntwoman, stunt double, go kart racer, "
    "getaway driver": job(
        outfit=(Outfit.JACKET,), lower=(Lower.MATCHING,), outfit_colour=("#d2384a", "#3c6fc8", "#33323c"),
        expression=BRIGHT,
    ),
    "personal trainer, fitness coach, fitness trainer, fitness instructor, fitness model, yoga teacher, "
    "yoga instructor, pilates instructor, aerobics instructor, crossfitter, weightlifter, weight lifter, "
    "powerlifter, yogi": job(Accessory.HEADBAND, outfit=(Outfit.TANK_TOP,), expression=BRIGHT),
    "mma fighter, ufc fighter, kickboxer, muay thai fighter, prizefighter, street fighter, brawler, pit fighter": job(
        Accessory.GLOVES, outfit=(Outfit.TANK_TOP, Outfit.SWIMSUIT), lower=(Lower.SHORTS,), expression=COOL
    ),
    "wrestler, pro wrestler, professional wrestler, wwe wrestler": job(
        outfit=(Outfit.TANK_TOP,), physique=(Physique.MUSCULAR,), expression=COOL
    ),
    "luchador, lucha libre wrestler, masked wrestler, luchadora": replace(
        boy(
            Accessory.DOMINO_MASK, outfit=(Outfit.TANK_TOP,), physique=(Physique.MUSCULAR,), age=_GROWN,
            outfit_colour=RED, expression=COOL,
        ),
        person=True,
    ),
    "fencer, fencing girl": job(Accessory.GLOVES, outfit=(Outfit.JACKET,), outfit_colour=("#f4f4f8",)),
    "skateboarder, bmx rider, rollerblader, roller skater, roller derby girl": job(
        (Accessory.BACKWARD_CAP, Accessory.BEANIE), outfit=(Outfit.T_SHIRT, Outfit.HOODIE)
    ),
    "marathon runner, sprinter, track runner, triathlete, track star": job(
        outfit=(Outfit.TANK_TOP,), lower=(Lower.SHORTS,), expression=BRIGHT
    ),
    "diver, scuba diver, deep sea diver, snorkeler, free diver": job(
        Accessory.GOGGLES, outfit=(Outfit.TURTLENECK,), outfit_colour=DARK, lower=(Lower.MATCHING,)
    ),
    "synchronized swimmer, water polo player": job(outfit=(Outfit.SWIMSUIT,), expression=BRIGHT),
    "lifeguard": job(outfit=(Outfit.SWIMSUIT, Outfit.TANK_TOP), outfit_colour=RED, expression=BRIGHT),
    "cricketer, cricket player": job(Accessory.CAP, outfit=(Outfit.SHIRT, Outfit.VEST), outfit_colour=("#f4f4f8",)),
    "linebacker, goalie, hockey goalie, lacrosse player, handball player, striker, midfielder, softball player, "
    "field hockey player": job(outfit=(Outfit.JERSEY,), expression=BRIGHT),
    "esports player, pro gamer, esports gamer, twitch streamer, let's player": job(
        Accessory.HEADPHONES, outfit=(Outfit.JERSEY, Outfit.HOODIE, Outfit.JACKET)
    ),
}  # fmt: skip

STAGES: Final[Table] = {
    "matador, bullfighter, torero, toreador": boy(
        outfit=(Outfit.JACKET,), outfit_colour=RED, accent_colour=GOLD, age=_GROWN, expression=COOL
    ),
    "gondolier": boy(
        Accessory.STRAW_HAT, outfit=(Outfit.T_SHIRT,), motif=(Motif.STRIPES,), outfit_colour=("#f4f4f8",),
        accent_colour=("#2c3a68",), age=_GROWN,
    ),
    "acrobat, trapeze artist, tightrope walker, juggler, circus performer, circus girl, circus boy, "
    "circus artist": job(outfit=(Outfit.IDOL, Outfit.TANK_TOP), outfit_colour=RED, expression=BRIGHT),
    "lion tamer, circus master, circus director": job(
        Accessory.TOP_HAT, outfit=(Outfit.JACKET, Outfit.SUIT), outfit_colour=RED, accent_colour=GOLD
    ),
    "fire breather, fire dancer, fire eater, sword swallower": job(
        outfit=(Outfit.TANK_TOP, Outfit.VEST), outfit_colour=DARK, expression=COOL
    ),
    "belly dancer, bellydancer, odalisque, harem girl, desert dancer": girl(
        Accessory.VEIL, Accessory.HOOP_EARRINGS, outfit=(Outfit.TANK_TOP,), hair_back=(HairBack.LONG_WAVY,),
        expression=SMILES,
    ),
    "flamenco dancer, flamenco": girl(
        Accessory.FLOWER, Accessory.FAN, outfit=(Outfit.DRESS,), outfit_colour=("#c2303f",), hair_back=(HairBack.BUN,),
    ),
    "showgirl, burlesque dancer, cabaret dancer, cancan dancer, lounge singer, jazz singer, tango dancer, "
    "salsa dancer, pole dancer, flapper girl": girl(
        Accessory.EARRINGS, outfit=(Outfit.DRESS,), outfit_colour=RED + DARK[:1], age=_GROWN, expression=BRIGHT
    ),
    "tap dancer, ballroom dancer": replace(
        job(outfit=(Outfit.SUIT, Outfit.VEST), outfit_colour=DARK[:1], expression=BRIGHT),
        for_builds={Build.FEMALE: {"outfit": (Outfit.DRESS,)}},
    ),
    "breakdancer, break dancer, b boy, b girl, hip hop dancer, street dancer": job(
        Accessory.BACKWARD_CAP, outfit=(Outfit.HOODIE, Outfit.T_SHIRT), expression=BRIGHT
    ),
    "puppeteer, street performer, busker, street musician, folk singer, country singer, singer songwriter": job(
        Accessory.GUITAR, outfit=(Outfit.FLANNEL, Outfit.VEST, Outfit.SHIRT), expression=SMILES
    ),
    "saxophonist, trumpeter, jazz musician, blues musician, bluesman, jazzman": job(
        Accessory.FEDORA, outfit=(Outfit.SUIT, Outfit.VEST), outfit_colour=DARK, age=_GROWN
    ),
    "harpist, flutist, flautist, conductor, orchestra conductor, organist, concert pianist, clarinetist": replace(
        job(outfit=(Outfit.SUIT,), outfit_colour=DARK[:1], expression=SMILES),
        for_builds={Build.FEMALE: {"outfit": (Outfit.DRESS,)}},
    ),
    "bard, minstrel, troubadour": job(
        Accessory.GUITAR, outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=("#3c6b4c", "#6b3145", "#7a5341"),
        expression=BRIGHT,
    ),
    "movie star, film star, hollywood star, hollywood actress, hollywood actor": replace(
        job(Accessory.SUNGLASSES, outfit=(Outfit.SUIT,), age=_GROWN, expression=BRIGHT),
        for_builds={Build.FEMALE: {"outfit": (Outfit.DRESS,)}},
    ),
}  # fmt: skip
