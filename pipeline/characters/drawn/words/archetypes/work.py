"""People by their work."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import (
    BRIGHT,
    COOL,
    DARK,
    GOLD,
    SMILES,
    WHITE,
    YOUNG,
    boy,
    girl,
    job,
)
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Age, Build, EyeShape, FacialHair, HairFront, Motif, Outfit

_OFFICE: Final = job(outfit=(Outfit.SUIT,), outfit_colour=("#33323c", "#3a4a78", "#55585f"), age=(Age.ADULT,))

WORK: Final[Table] = {
    "maid, maid girl, battle maid, メイド, メイドさん": girl(
        Accessory.MAID_HEADDRESS, outfit=(Outfit.MAID,), expression=SMILES, age=YOUNG
    ),
    "butler, steward, host, 執事, バトラー, ホスト": boy(
        Accessory.GLOVES,
        outfit=(Outfit.SUIT, Outfit.VEST),
        outfit_colour=DARK,
        expression=SMILES,
        hair_front=(HairFront.SWEPT_BACK, HairFront.SIDE_PART),
    ),
    "nurse, ナース, 看護師, 看護婦": replace(
        girl(
            Accessory.NURSE_CAP,
            outfit=(Outfit.DRESS,),
            outfit_colour=("#f6dfe4", "#f4f4f8", "#dcebf2"),
            accent_colour=("#d85f80", "#5a8fd0"),
            expression=SMILES,
            age=YOUNG,
        ),
        person=True,
        for_builds={Build.MALE: {"outfit": (Outfit.SHIRT,)}},
    ),
    "doctor, physician, surgeon, medic, paramedic, veterinarian, vet, 医者, 医師, "
    "歯科医, 内科医, 外科医, 小児科医, 救急隊員, 研修医, "
    "ドクター, 女医, 獣医": job(Accessory.STETHOSCOPE, outfit=(Outfit.LAB_COAT,), age=(Age.ADULT,), expression=SMILES),
    "scientist, researcher, mad scientist, chemist, inventor, professor, prof, einstein, alchemist, 科学者, 博士, "
    "研究者, "
    "マッドサイエンティスト, 発明家, 教授, "
    "錬金術師": job(
        (Accessory.ROUND_GLASSES, Accessory.HALF_RIM_GLASSES), outfit=(Outfit.LAB_COAT,), hair_mess=Span(0.4, 0.75)
    ),
    "teacher, sensei, tutor, 先生, 保育士, 介護士, 校長, 校長先生, 塾講師, 担任, 保母さん, 教師, 家庭教師": job(
        (Accessory.SQUARE_GLASSES, Accessory.HALF_RIM_GLASSES),
        outfit=(Outfit.SHIRT, Outfit.BLAZER, Outfit.TURTLENECK),
        age=(Age.ADULT,),
        expression=SMILES,
    ),
    "businessman, business man, salaryman, サラリーマン, ビジネスマン": replace(
        _OFFICE, hinted={**_OFFICE.hinted, "build": (Build.MALE,)}
    ),
    "businesswoman, business woman, business lady, "
    "office lady, ol, office woman, オフィスレディ, olさん, キャリアウーマン": replace(
        _OFFICE, hinted={**_OFFICE.hinted, "build": (Build.FEMALE,)}
    ),
    "office worker, secretary, lawyer, boss, ceo, manager, 会社員, "
    "銀行員, 公務員, 課長, 部長, 検事, 市役所職員, 受付嬢さん, 店舗マネージャー, "
    "秘書, 弁護士, 社長, 上司": _OFFICE,
    "nerd, geek, otaku, nerdy, geeky, dorky, dork, bookish, scholar, writer, author, オタク, 文系, 作家, "
    "小説家, 詩人, ニート, 浪人生, ライター, 脚本家": job(
        (Accessory.ROUND_GLASSES, Accessory.SQUARE_GLASSES),
        outfit=(Outfit.TURTLENECK, Outfit.SHIRT, Outfit.BLAZER),
        expression=SMILES,
    ),
    "librarian, bookworm, 司書, 文学少女, 本の虫, 図書委員": job(
        (Accessory.ROUND_GLASSES, Accessory.SQUARE_GLASSES),
        Accessory.BOOK,
        outfit=(Outfit.TURTLENECK, Outfit.SHIRT, Outfit.VEST),
        expression=SMILES,
    ),
    "detective, sleuth, investigator, spy, agent, 探偵, 刑事, 名探偵, スパイ": job(
        outfit=(Outfit.COAT,),
        outfit_colour=("#c8a878", "#8a7a68", "#33323c"),
        expression=COOL,
        eye_shape=(EyeShape.SHARP, EyeShape.ALMOND),
    ),
    "artist, painter, illustrator, designer, 画家, "
    "書道家, 陶芸家, 漫画家, デザイナー, 彫刻家, 絵師, "
    "芸術家, 絵描き, イラストレーター, アーティスト": job(
        Accessory.BERET, outfit=(Outfit.SHIRT, Outfit.TURTLENECK, Outfit.JACKET)
    ),
    "waitress, ウェイトレス": girl(outfit=(Outfit.SHIRT, Outfit.MAID), outfit_colour=WHITE, expression=BRIGHT),
    "waiter, ウェイター": boy(Accessory.BOW_TIE, outfit=(Outfit.VEST,), outfit_colour=DARK, expression=BRIGHT),
    "bartender, barkeeper, croupier, バーテンダー": job(
        Accessory.BOW_TIE, outfit=(Outfit.VEST,), outfit_colour=DARK, age=(Age.ADULT,), expression=SMILES
    ),
    "baker, パン屋": job(
        Accessory.CHEF_HAT, Accessory.APRON, outfit=(Outfit.SHIRT,), outfit_colour=WHITE, expression=BRIGHT
    ),
    "florist, butcher, shopkeeper, housewife, homemaker, grocer, 花屋, "
    "美容師, 理容師, 床屋, 八百屋, 魚屋, 本屋, 酒屋, 店長, 店主, 書店員, フリーター, アルバイト, コンビニ店員, "
    "肉屋, 店員, 主婦": job(
        Accessory.APRON, outfit=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.TURTLENECK), expression=BRIGHT
    ),
    "chef, cook, pastry chef, シェフ, 料理人, "
    "寿司職人, パン職人, 板前, 寿司屋, ラーメン屋, 菓子職人, 調理師, "
    "パティシエ, コック, 👨‍🍳": job(Accessory.CHEF_HAT, outfit=(Outfit.SHIRT,), outfit_colour=WHITE, expression=BRIGHT),
    "barista, バリスタ": job(Accessory.APRON, Accessory.CUP, outfit=(Outfit.SHIRT, Outfit.T_SHIRT), expression=BRIGHT),
    "farmer, farm girl, country girl, gardener, traveler, traveller, 農家, "
    "酪農家, 農夫, 農婦, 百姓, "
    "田舎娘, 庭師, 旅人": job(Accessory.STRAW_HAT, outfit=(Outfit.OVERALLS, Outfit.FLANNEL), expression=BRIGHT),
    "soldier, officer, commander, captain, police, 軍人, "
    "自衛官, 自衛隊員, 武官, "
    "兵士, 将校, 司令官, 警察官, 警官, 隊長": job(
        outfit=(Outfit.JACKET,), outfit_colour=("#3d4a3f", "#2c3a68", "#33323c"), accent_colour=GOLD, expression=COOL
    ),
    "builder, construction worker, miner, coal miner, handyman, 大工, "
    "左官, 土木作業員, 鳶職, とび職, 職人, 現場監督, "
    "作業員, 👷": job(
        Accessory.HELMET, outfit=(Outfit.OVERALLS, Outfit.FLANNEL), accessory_colour=("#f2c93f",), age=(Age.ADULT,)
    ),
    "carpenter, blacksmith, trucker, car mechanic, 鍛冶屋": job(
        outfit=(Outfit.OVERALLS, Outfit.FLANNEL, Outfit.TANK_TOP), age=(Age.ADULT,)
    ),
    "lumberjack, woodcutter, woodsman, 木こり": replace(
        job(Accessory.BEANIE, outfit=(Outfit.FLANNEL,), age=(Age.ADULT,), build=(Build.MALE,)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.FULL_BEARD,)}},
    ),
    "firefighter, fireman, 消防士, 🧑‍🚒": job(
        Accessory.HELMET,
        outfit=(Outfit.JACKET,),
        outfit_colour=("#8f8a5c", "#33323c"),
        accent_colour=("#f2c93f",),
        accessory_colour=("#d2384a",),
        age=(Age.ADULT,),
    ),
    "president, politician, judge, mayor, diplomat, senator, prime minister, banker, accountant, news anchor, "
    "大統領, 裁判官, 政治家": job(outfit=(Outfit.SUIT,), age=(Age.ADULT,)),
    "magician on stage, illusionist, ringmaster, 手品師, マジシャン": job(
        Accessory.TOP_HAT, Accessory.STAFF, outfit=(Outfit.SUIT,), outfit_colour=DARK
    ),
    "fisherman, fisher, angler, 漁師, 釣り人": job(
        Accessory.BEANIE, outfit=(Outfit.JACKET, Outfit.TURTLENECK), age=(Age.ADULT,), build=(Build.MALE,)
    ),
    "sea captain, ship captain, skipper, ship's captain, 船長": job(
        Accessory.CAP, outfit=(Outfit.JACKET,), outfit_colour=("#2c3a68",), accent_colour=GOLD, age=(Age.ADULT,)
    ),
    "astronaut, cosmonaut, space explorer, spaceman, spacewoman, taikonaut, 宇宙飛行士, 👨‍🚀, 👩‍🚀, 🧑‍🚀": job(
        outfit=(Outfit.SPACESUIT,), expression=BRIGHT
    ),
    "sailor, seaman, mariner, navy man, deckhand, 水兵, 船乗り, 船員": replace(
        job(
            Accessory.CAP,
            build=(Build.MALE,),
            outfit=(Outfit.T_SHIRT,),
            motif=(Motif.STRIPES,),
            outfit_colour=WHITE,
            accent_colour=("#2c3a68",),
        ),
        for_builds={Build.FEMALE: {"outfit": (Outfit.SAILOR,), "motif": (Motif.NONE,), "outfit_colour": ("#f4f4f8",)}},
    ),
    "plague doctor, ペスト医師, 疫病医": job(
        Accessory.PLAGUE_MASK,
        Accessory.FEDORA,
        outfit=(Outfit.CAPE,),
        outfit_colour=DARK[:1],
        accessory_colour=("#3a3034",),
    ),
    "grim reaper, reaper, death itself, 死神": job(
        Accessory.SCYTHE, Accessory.HOOD, outfit=(Outfit.CAPE,), outfit_colour=DARK[:1], accessory_colour=("#33323c",)
    ),
    "policewoman, 婦人警官, 婦警": girl(outfit=(Outfit.JACKET,), outfit_colour=("#2c3a68",), accent_colour=GOLD),
    "policeman, 警官さん": boy(outfit=(Outfit.JACKET,), outfit_colour=("#2c3a68",), accent_colour=GOLD),
    "pilot, racer, biker, mechanic, engineer, パイロット, レーサー, ライダー, 整備士, エンジニア": job(
        outfit=(Outfit.JACKET,)
    ),
}
