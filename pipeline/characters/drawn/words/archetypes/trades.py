"""More people by what they do: services, sports, arts, and those on their way."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, DARK, SMILES, WHITE, WICKED, boy, girl, job
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Age, Build, HairBack, Lower, Motif, Outfit, Physique

TRADES: Final[Table] = {
    "bodyguard, bouncer, secret agent, secret service, men in black, hitman, henchman, ボディガード, "
    "警備員, 用心棒": job(
        Accessory.SUNGLASSES, outfit=(Outfit.SUIT,), outfit_colour=DARK[:1], expression=COOL, age=(Age.ADULT,)
    ),
    "mafia boss, mob boss, godfather, crime boss, gangster boss, マフィアのボス": boy(
        Accessory.FEDORA, outfit=(Outfit.SUIT,), outfit_colour=DARK, expression=WICKED, age=(Age.ADULT,)
    ),
    "dentist, pharmacist, therapist, psychologist, biologist, physicist, 歯医者, 薬剤師": job(
        outfit=(Outfit.LAB_COAT,), age=(Age.ADULT,), expression=SMILES
    ),
    "cleaner, cleaning lady, repairman, electrician, 清掃員, 電気工": job(
        Accessory.CAP, outfit=(Outfit.OVERALLS,), age=(Age.ADULT,)
    ),
    "bus driver, taxi driver, truck driver, delivery man, delivery guy, delivery girl, courier, 運転手, 配達員": job(
        Accessory.CAP, outfit=(Outfit.JACKET, Outfit.SHIRT), age=(Age.ADULT,), expression=BRIGHT
    ),
    "reporter, journalist, news reporter, tv host, presenter, 記者, ジャーナリスト, キャスター, "
    "アナウンサー, リポーター": job(
        Accessory.MICROPHONE, outfit=(Outfit.BLAZER, Outfit.SUIT, Outfit.SHIRT), age=(Age.ADULT,), expression=SMILES
    ),
    "fortune teller, psychic, oracle, tarot reader, astrologer, 占い師": girl(
        Accessory.SHAWL,
        Accessory.BANDANA,
        Accessory.HOOP_EARRINGS,
        outfit=(Outfit.DRESS, Outfit.SHIRT),
        expression=SMILES,
    ),
    "tourist, traveller with camera, vacationer, dad on vacation, 観光客": job(
        Accessory.STRAW_HAT, Accessory.SUNGLASSES, outfit=(Outfit.SHIRT,), lower=(Lower.SHORTS,), expression=BRIGHT
    ),
    "hiker, camper, explorer, backpacker, mountaineer, ハイカー, 登山家, 探検家": job(
        Accessory.BACKPACK, outfit=(Outfit.FLANNEL, Outfit.VEST, Outfit.JACKET), expression=BRIGHT
    ),
    "karate, karateka, judoka, judo, taekwondo, martial artist, karate kid, black belt, 空手家, 柔道家, 格闘家": job(
        Accessory.HEADBAND,
        outfit=(Outfit.KIMONO,),
        outfit_colour=("#f4f4f8",),
        accent_colour=("#2b2a33",),
        accessory_colour=("#d2384a",),
        expression=COOL,
    ),
    "sumo wrestler, sumo, rikishi, 力士, 相撲取り": boy(
        outfit=(Outfit.KIMONO,),
        physique=(Physique.STOUT,),
        hair_back=(HairBack.BUN,),
        age=(Age.ADULT,),
        expression=COOL,
    ),
    "tennis player, badminton player, volleyball player, テニス選手, バレー選手": job(
        Accessory.HEADBAND,
        outfit=(Outfit.TANK_TOP, Outfit.T_SHIRT),
        outfit_colour=WHITE,
        lower=(Lower.SHORTS,),
        expression=BRIGHT,
    ),
    "golfer, caddie, ゴルファー": job(Accessory.FLAT_CAP, outfit=(Outfit.VEST, Outfit.SHIRT), expression=SMILES),
    "figure skater, ice skater, rhythmic gymnast, gymnast, フィギュアスケーター, 体操選手": job(
        outfit=(Outfit.IDOL, Outfit.JACKET),
        lower=(Lower.BRIEF,),
        hair_back=(HairBack.BUN, HairBack.SHORT),
        expression=SMILES,
    ),
    "cyclist, snowboarder, skier, スキーヤー, スノーボーダー": job(
        Accessory.BEANIE, Accessory.GOGGLES, outfit=(Outfit.JACKET,), expression=BRIGHT
    ),
    "cheerleader, cheer captain, チアリーダー, チアガール": replace(
        girl(
            Accessory.HAIR_RIBBON,
            outfit=(Outfit.TANK_TOP,),
            outfit_colour=("#d2384a", "#3c6fc8", "#f2c93f"),
            lower=(Lower.SKIRT,),
            lower_colour=("#f4f4f8",),
            motif=(Motif.STAR,),
            hair_back=(HairBack.PONYTAIL, HairBack.TWIN_TAILS),
            expression=BRIGHT,
            age=(Age.TEEN,),
        ),
        person=True,
    ),
    "pianist, violinist, cellist, conductor of orchestra, opera singer, composer, ピアニスト, バイオリニスト, "
    "指揮者": replace(
        job(outfit=(Outfit.SUIT,), outfit_colour=DARK[:1], expression=SMILES),
        for_builds={Build.FEMALE: {"outfit": (Outfit.DRESS,)}},
    ),
    "prisoner, convict, inmate, jailbird, 囚人": job(
        outfit=(Outfit.T_SHIRT,),
        motif=(Motif.STRIPES,),
        outfit_colour=("#f4f4f8",),
        accent_colour=("#33323c",),
        lower=(Lower.MATCHING,),
        expression=COOL,
    ),
    "homeless, beggar, hobo, drifter, ホームレス": job(
        Accessory.BEANIE, outfit=(Outfit.COAT, Outfit.JACKET), outfit_colour=("#6a5a48", "#5c6644"), age=(Age.ADULT,)
    ),
    "shepherd, shepherdess, goatherd, 羊飼い": job(
        Accessory.STAFF, outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=("#7a5341",)
    ),
    "peasant, villager, medieval villager, serf, 村人, 農民": job(
        outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=("#7a5341", "#8a7a58")
    ),
    "caveman, cavewoman, prehistoric, 原始人": job(
        outfit=(Outfit.TANK_TOP,), outfit_colour=("#8a6a4a",), hair_back=(HairBack.WOLF,), age=(Age.ADULT,)
    ),
    "flight attendant, stewardess, cabin crew, air hostess, 客室乗務員, スチュワーデス, キャビンアテンダント": girl(
        Accessory.SCARF,
        outfit=(Outfit.SUIT,),
        lower=(Lower.SKIRT,),
        outfit_colour=("#2c3a68", "#8a2f45"),
        hair_back=(HairBack.BUN,),
        age=(Age.ADULT,),
        expression=SMILES,
    ),
    "hula dancer, hawaiian dancer, フラダンサー": girl(
        Accessory.FLOWER_CROWN,
        Accessory.NECKLACE,
        outfit=(Outfit.TANK_TOP,),
        hair_back=(HairBack.LONG_WAVY,),
        expression=BRIGHT,
    ),
    "ballerina, ballet dancer, バレリーナ": replace(
        girl(
            outfit=(Outfit.DRESS,),
            outfit_colour=("#f5f4f8", "#f6dfe4"),
            lower=(Lower.BRIEF,),
            hair_back=(HairBack.BUN,),
            expression=SMILES,
        ),
        person=True,
    ),
    "influencer, instagram model, fashion model, supermodel, model, モデル, インフルエンサー": job(
        Accessory.PHONE, outfit=(Outfit.DRESS, Outfit.JACKET, Outfit.TANK_TOP), expression=SMILES, age=(Age.ADULT,)
    ),
}
