"""Words for build, age and manner of drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Options, Span
from pipeline.characters.drawn.words.model import Meaning, Place, Table, Thing, things
from pipeline.types.spec import YEARS, Accessory, Age, Arms, BodyStyle, Build, FaceShape, Finish, Physique, age_at
from pipeline.types.understood import Topic


def _persons(table: Mapping[str, Meaning]) -> Table:
    """The table with each of its nouns as one for a person."""
    return {
        phrases: replace(meaning, person=True) if isinstance(meaning, Thing) else meaning
        for phrases, meaning in table.items()
    }


_BUILDS: Final = things(
    "build", Topic.CHARACTER, None,
    {
        Build.FEMALE: "female, 1girl, feminine, girly, waifu, 女, 女性, ♀, female focus, girlish, "
        "gal pal, fem, femme, chick, babe, gf, girlfriend, sis, baddie, girlboss, it girl",
        Build.MALE: "male, 1boy, masculine, husbando, handsome, 男, 男性, ♂, male focus, イケメン, boyish, "
        "masc, boyfriend, bf, twink",
        Build.ANDROGYNOUS: "androgynous, nonbinary, non binary, enby, genderless, gender neutral, ambiguous gender, "
        "agender, unisex, other focus, 1other, 中性的, ジェンダーレス, 性別不明, 無性, 中性, tomboyish",
    },
)  # fmt: skip


def _of_about(build: Build, age: Age) -> Thing:
    """Somebody who is of an age unless something else tells it."""
    return Thing(Topic.CHARACTER, said={"build": (build,)}, hinted={"age": (age,)})


_YOUNGSTERS: Final[Table] = {
    "girl, girlie, 女の子, 女子, 少女, 美少女, ガール, 娘, おんなのこ, 👧, lass, gurl, grl, lassie, damsel, "
    "maiden": _of_about(Build.FEMALE, Age.TEEN),
    "boy, bishounen, bishonen, 男の子, 男子, 少年, 息子, 美少年, ボーイ, おとこのこ, 👦, boi, boyo, lad": _of_about(
        Build.MALE, Age.TEEN
    ),
    "guy, dude, bro, bruh, fella, himbo, homeboy, chap, bloke": _of_about(Build.MALE, Age.ADULT),
}
BUILDS: Final = _persons({**_BUILDS, **_YOUNGSTERS})

AGES: Final = _persons(things(
    "age", Topic.CHARACTER, None,
    {
        Age.CHILD: "child, kid, young child, small child, childlike, 子供, こども, 子ども, 幼い, 小学生, ちびっこ",
        Age.TEEN: "teen, teenager, teenage, adolescent, young, youthful, youth, 十代, ティーン, 若い, 若者, 思春期",
        Age.ADULT: "adult, grown up, mature, grown, 大人, 成人, 大人っぽい, 成熟, 社会人",
        Age.ELDER: "elder, elderly, old, retired, aged, senior, ancient, 老人, お年寄り, 年寄り, 高齢, 老, 老けた, "
        "老いた, シニア",
    },
))  # fmt: skip


def aged(years: float) -> Thing:
    """What it means to be so many years old."""
    return _aged(min(max(years, 1.0), float(YEARS[Age.ELDER][1])))


def _aged(first: float, last: float | None = None) -> Thing:
    """Somebody of so many years, or of ``first`` to ``last`` of one age."""
    years: Options = (first,) if last is None else Span(first, last)
    return Thing(Topic.CHARACTER, said={"age": (age_at(first),), "years": years}, person=True)


_NAMES_OF_DECADES: Final = {
    20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies", 80: "eighties",
    90: "nineties",
}  # fmt: skip
_PARTS_OF_DECADES: Final = {"early": (1, 3), "mid": (4, 6), "late": (7, 9)}


def _parts_of_decades() -> Table:
    """ "mid twenties", "late 40s"."""
    return {
        f"{part} {name}, {part} {first}s, in her {part} {name}, in his {part} {name}, in her {part} {first}s, "
        f"in his {part} {first}s, {part} {first}": _aged(first + low, first + high)
        for first, name in _NAMES_OF_DECADES.items()
        for part, (low, high) in _PARTS_OF_DECADES.items()
    }


DECADES: Final[Table] = {
    **_parts_of_decades(),
    "baby, newborn, newborn baby, infant, 赤ちゃん, 赤ん坊, 赤子, 乳児, ベビー": _aged(1, 2),
    "toddler, 園児, 幼児, 幼稚園児, 保育園児, 未就学児": _aged(2, 4),
    "preschooler, kindergartener, kindergartner": _aged(4, 6),
    "elementary schooler, grade schooler, primary schooler, first grader, second grader, third grader, "
    "fourth grader": _aged(6, 10),
    "preteen, tween, tweenager": _aged(10, 12),
    "middle schooler, early teens, junior high student, middle school girl, middle school boy, 中学生": _aged(13, 14),
    "high schooler, mid teens, high school senior, 高校生": _aged(15, 17),
    "late teens, in her late teens, in his late teens": _aged(18, 19),
    "young adult, 20s, twenties, twenty something, twentysomething, 20 something, in her 20s, in his 20s, "
    "in her twenties, in his twenties, in their twenties, gen z, zoomer, 20代, 二十代": _aged(20, 29),
    "30s, thirties, thirty something, thirtysomething, 30 something, in her 30s, in his 30s, in her thirties, "
    "in his thirties, millennial, 30代, 三十代": _aged(31, 38),
    "40s, forties, forty something, fortysomething, 40 something, in her 40s, in his 40s, in her forties, "
    "in his forties, gen x, 40代, 四十代, アラフォー": _aged(41, 48),
    "middle aged, 中年, 熟年": _aged(44, 54),
    "50s, fifties, fifty something, fiftysomething, 50 something, in her 50s, in his 50s, in her fifties, "
    "in his fifties, 50代, 五十代": _aged(51, 58),
    "60s lady, 60s man, in her 60s, in his 60s, in their 60s, sixties, sixty something, sixtysomething, "
    "60 something, in her sixties, in his sixties, boomer, baby boomer, sexagenarian, 60代, 六十代": _aged(61, 68),
    "in her 70s, in his 70s, in their 70s, seventies, seventy something, in her seventies, in his seventies, "
    "pensioner, retiree, senior citizen, oap, septuagenarian, 70代, 七十代": _aged(71, 78),
    "in her 80s, in his 80s, in her eighties, in his eighties, eighty something, octogenarian, 80代, 八十代": _aged(
        81, 88
    ),
    "in her 90s, in his 90s, nineties, in her nineties, in his nineties, nonagenarian, centenarian, 90代, "
    "九十代": _aged(91, 98),
}
"""Words that tell years, if not exactly."""

PRONOUNS: Final[Table] = {
    "she, her, hers, herself, 彼女": Thing(Topic.CHARACTER, hinted={"build": (Build.FEMALE,)}, bare=True),
    "he, him, his, himself, 彼, 俺, 僕": Thing(Topic.CHARACTER, hinted={"build": (Build.MALE,)}, bare=True),
    "they, them": Thing(Topic.CHARACTER, bare=True),
}


DISGUISE: Final = Thing(Topic.CHARACTER, bare=True)
"""What follows is a costume: somebody "dressed as a bunny" is no bunny."""
COSPLAYER: Final = Thing(Topic.CHARACTER, bare=True)
DISGUISES: Final[Table] = {
    "dressed as, dressed up as, dressed like, cosplaying as, cosplaying, cosplay as, cosplay of, disguised as, "
    "in a costume of, pretending to be": DISGUISE,
    "cosplayer, cosplay, コスプレイヤー": COSPLAYER,
}

_PERCHES: Final = (
    "on {} shoulder, on {} shoulders, sitting on {} shoulder, on one of {} shoulder, "
    "in {} arms, in {} lap, on {} lap, by {} side, at {} side, on {} arm, by {} feet, at {} feet"
)
_ON_HEAD: Final = "on {} head, on top of {} head, around {} head, over {} head, tied on {} head, tied around {} head"
_ON_NECK: Final = "around {} neck, round {} neck, on {} neck, about {} neck, tied around {} neck"
_HEADWEAR: Final = {Accessory.SCARF: Accessory.BANDANA, Accessory.BOW_TIE: Accessory.HAIR_RIBBON}
_NECKWEAR: Final = {
    Accessory.BANDANA: Accessory.SCARF,
    Accessory.HAIR_RIBBON: Accessory.BOW_TIE,
    Accessory.HEADPHONES: Accessory.NECK_HEADPHONES,
}


def _perches(phrases: str, moved: Mapping[Accessory, Accessory] | None = None) -> Table:
    """Places at somebody: hers, his and anybody's."""

    def of(*whose: str) -> str:
        return ", ".join(phrase for word in whose for phrase in phrases.replace("{}", word).split(", "))

    def perch(*build: Build) -> Thing:
        hinted: Mapping[str, Options] = {"build": build} if build else {}
        return Thing(Topic.CHARACTER, hinted=hinted, bare=True, perch=True, moved=moved or {})

    return {of("her"): perch(Build.FEMALE), of("his"): perch(Build.MALE), of("my", "their", "the"): perch()}


PERCHES: Final[Table] = {
    **_perches(_PERCHES),
    **_perches(_ON_HEAD, _HEADWEAR),
    **_perches(_ON_NECK, _NECKWEAR),
    "next to her, beside her, behind her, following her": Thing(
        Topic.CHARACTER, hinted={"build": (Build.FEMALE,)}, bare=True, perch=True
    ),
    "next to him, beside him, behind him, following him": Thing(
        Topic.CHARACTER, hinted={"build": (Build.MALE,)}, bare=True, perch=True
    ),
    "on shoulder, on a shoulder, on one shoulder, on lap, in arms, on a leash, as a familiar, as a companion, "
    "as sidekick, 肩に, 膝に, 膝の上に, 腕に": Thing(Topic.CHARACTER, bare=True, perch=True),
    "on head, around head, 頭に, 頭の上に": Thing(Topic.CHARACTER, bare=True, perch=True, moved=_HEADWEAR),
    "around neck, round neck, on neck, 首に, 首元に": Thing(Topic.CHARACTER, bare=True, perch=True, moved=_NECKWEAR),
}


STRONG: Final = Thing(
    Topic.CHARACTER,
    Place.EXPRESSION,
    {"physique": (Physique.MUSCULAR,)},
    {"build": (Build.MALE,), "face_shape": (FaceShape.SQUARE,)},
)
PHYSIQUES: Final[Table] = {
    "average build, normal build, average body, medium build, 普通体型, 中肉中背": Thing(
        Topic.CHARACTER, Place.EXPRESSION, {"physique": (Physique.AVERAGE,)}
    ),
    "muscular, muscle, muscly, musclebound, buff, jacked, shredded body, ripped body, ripped muscles, beefy, swole, "
    "abs, biceps, "
    "toned body, muscular male, gym, "
    "bodybuilder, muscled, brawny, burly, hulking, strong body, athletic build, gym bro, gym rat, gym girl, "
    "gym guy, gym goer, strongman, "
    "筋肉, 筋肉質, マッチョ, ムキムキ, 💪": STRONG,
    "muscular female, muscular woman, muscular girl, muscle girl, buff girl, buff woman, strong woman": replace(
        STRONG, said={"physique": (Physique.MUSCULAR,), "build": (Build.FEMALE,)}, hinted={}
    ),
    "chubby, dad bod, dadbod, beer belly, pot belly, potbelly, big belly, beer gut, mom bod, fluffy body, plump, "
    "fat, overweight, round belly, round bellied, paunch, big bellied, curvy, plus size, plus sized, thick body, "
    "obese, stocky, heavyset, big boned, "
    "bbw, round body, fat body, heavy set, portly, stout, husky build, ぽっちゃり, 太った, "
    "中年太り, 小太り, 太め体型, 恰幅のいい, ぽちゃ, 太っちょ, 太っている, "
    "デブ, ふくよか, "
    "ふとっちょ": Thing(
        Topic.CHARACTER,
        Place.EXPRESSION,
        {"physique": (Physique.STOUT,)},
        {"face_shape": (FaceShape.ROUND,)},
    ),
    "slim, skinny, slender, lean, thin body, lanky, slim build, scrawny, skinny body, bony, gaunt, スリム, "
    "痩せた, 細身, やせた, ガリガリ": Thing(Topic.CHARACTER, Place.EXPRESSION, {"physique": (Physique.SLIM,)}),
}

ARMS: Final = things(
    "arms", Topic.CHARACTER, None,
    {
        Arms.BY_CHANCE: "any pose, natural pose, natural stance, 自然なポーズ",
        Arms.RELAXED: "arms at sides, arms down, arms at her sides, arms at his sides, standing straight, "
        "直立, 気をつけ",
        Arms.CLASPED: "hands clasped, clasped hands, own hands together, hands together, own hands clasped, "
        "hands folded, folded hands, 手を重ねる, 手を重ねて, 手を組んで",
        Arms.ONE_HIP: "one hand on hip, one hand on her hip, one hand on his hip, 片手を腰に",
        Arms.BOTH_HIPS: "hands on hips, hands on own hips, hands on her hips, hands on his hips, both hands on hips, "
        "arms akimbo, akimbo, 両手を腰に, 腰に手, 仁王立ち",
        Arms.CROSSED: "crossed arms, arms crossed, folded arms, arms folded, crossing arms, crosses her arms, "
        "crosses his arms, 腕組み, 腕を組んだ, 腕を組んで, 腕組",
        Arms.HEART: "hand on chest, hand on own chest, hand on heart, hand over heart, hand on her chest, "
        "hand on his chest, 胸に手, 手を胸に",
        Arms.WAVING: "waving, waving hand, waving hello, hand up, raised hand, hand raised, waving at you, "
        "waving at viewer, 手を振る, 手を振って, 手を振っている, 挙手",
    },
)  # fmt: skip


def _person(build: Build, age: Age, first: float = 0, last: float = 0) -> Thing:
    """Somebody of an age, and where the word says more, of ``first`` to ``last`` years."""
    years: Mapping[str, Options] = {"years": Span(first, last)} if first else {}
    return Thing(Topic.CHARACTER, said={"build": (build,), "age": (age,), **years}, person=True)


PERSONS: Final[Table] = {
    "woman, 👩, lady, women, madam, mami, mature female, wife, 大人の女性, 女の人, "
    "奥様, 貴婦人, 姉ちゃん, お姉ちゃん, 婦人, レディ, ご婦人, マダム, 淑女, 姉御, "
    "奥さん, 妻, 嫁, 彼女さん, "
    "お姉さん, おねえさん, older sister, "
    "onee san, big sister": _person(Build.FEMALE, Age.ADULT),
    "young woman, young lady": _person(Build.FEMALE, Age.ADULT, 20, 26),
    "mum, mommy, mama, mamma, missus, auntie, stepmom, ma'am, mother, mom, stepmother, godmother, mother in law, "
    "aunt, お母さん, ママ, 母親, 母, おばさん, "
    "オバサン, おかん, 叔母さん, 伯母さん, 中年女性, 美魔女, 熟女, "
    "おばちゃん": _person(Build.FEMALE, Age.ADULT, 36, 46),
    "man, papi, 👨, gentleman, men, sir, mature male, husband, 大人の男性, 男の人, "
    "兄ちゃん, お兄ちゃん, 兄貴, ジェントルマン, 成人男性, 野郎, "
    "旦那, 夫, 彼氏, お兄さん, "
    "おにいさん, older brother, onii san, big brother, 紳士": _person(Build.MALE, Age.ADULT),
    "young man, young gentleman, 青年, "
    "好青年, 若い男, 若い男性, 若者男子": _person(Build.MALE, Age.ADULT, 20, 26),
    "daddy, pops, stepdad, old chap, mister, papa, father, dad, stepfather, father in law, uncle, "
    "お父さん, パパ, 父親, 父, "
    "おじさん, "
    "おっさん, オッサン, おじ, イケオジ, おやじ, オヤジ, おじちゃん, 中年男性, 叔父さん, 伯父さん, "
    "ちょいワルおやじ, "
    "おっちゃん": _person(Build.MALE, Age.ADULT, 38, 50),
    "grandma, grandmother, older woman, older lady, old woman, old lady, ol lady, granny, nana, abuela, babushka, "
    "おばあさん, "
    "ばあさん, ばあちゃん, ばあば, ババア, ばばあ, お婆ちゃん, 婆さん, 婆ちゃん, おばあちゃま, 老婦人, 老女, "
    "お婆さん, おばあちゃん, 老婆, 祖母, 👵": _person(Build.FEMALE, Age.ELDER),
    "grandpa, grandfather, older man, older gentleman, old gentleman, old guy, old dude, old man, ol man, "
    "granddad, gramps, abuelo, おじいさん, "
    "じいさん, じいちゃん, じいじ, ジジイ, じじい, お爺ちゃん, 爺さん, 爺ちゃん, おじいちゃま, ご老人男性, "
    "お爺さん, おじいちゃん, 老紳士, "
    "祖父, 爺, 👴": _person(Build.MALE, Age.ELDER),
    "little girl, little gurl, lil girl, lil gurl, wee girl, tiny girl, wee lass, little lass, "
    "young girl, small girl, little sister, 妹, 女児, 幼女, ロリ, 女の子供": _person(Build.FEMALE, Age.CHILD),
    "little boy, little boi, lil boy, lil boi, lil bro, wee boy, wee lad, little lad, tiny boy, young boy, "
    "small boy, 男児, little brother, 弟, 坊や, ぼうや, ショタっ子, 坊ちゃん, "
    "男の子供": _person(Build.MALE, Age.CHILD),
    "granddaughter, grandniece": _person(Build.FEMALE, Age.TEEN),
    "grandson, grandnephew": _person(Build.MALE, Age.TEEN),
    "teen girl, teenage girl, 女子高校生": _person(Build.FEMALE, Age.TEEN),
    "teen boy, teenage boy, high school guy, high school dude, school guy, 男子高校生": _person(Build.MALE, Age.TEEN),
}  # fmt: skip

STYLES: Final = things(
    "body_style", Topic.STYLE, None,
    {
        BodyStyle.NORMAL: "normal proportion, normal body, 普通の頭身, 通常の頭身, 等身大",
        BodyStyle.CHIBI: "chibi, chibi style, super deformed, sd, mini, big head, deformed, nendoroid, ちび, チビ, "
        "ちびキャラ, デフォルメ, ミニキャラ, 二頭身, 2頭身, 三頭身, sdキャラ, ねんどろいど, ちびっちゃい",
    },
)  # fmt: skip

FINISHES: Final = things(
    "finish", Topic.STYLE, None,
    {
        Finish.CEL: "cel, cel shading, cel shaded, cel look, flat color, anime coloring, anime shading, "
        "anime screencap, toon, toon shading, アニメ塗り, セル画, セル, セル塗り, セルルック, アニメ調, アニメ風",
        Finish.SOFT: "soft, soft shading, soft shaded, painterly, painted, watercolor, watercolor medium, "
        "digital painting, airbrush, soft light, soft lighting, pastel drawing, smooth shading, 水彩, 厚塗り, "
        "柔らかい, 柔らか, ソフト, 水彩画, 淡彩, やわらかい, ソフトタッチ",
        Finish.SKETCH: "sketch, sketchy, pencil, pencil drawing, rough sketch, line art, lineart, hand drawn, "
        "crayon, doodle, manga style, ink drawing, sketch style, スケッチ, 鉛筆, 鉛筆画, ラフ, ラフ画, 線画, 手描き, "
        "落書き, 手書き, 手描き風, マンガ風, 漫画風",
    },
)  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (
    BUILDS, PRONOUNS, DISGUISES, PERCHES, AGES, DECADES, PHYSIQUES, ARMS, PERSONS, STYLES, FINISHES,
)  # fmt: skip
