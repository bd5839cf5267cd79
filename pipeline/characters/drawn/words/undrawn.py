"""Words for what cannot be drawn yet: each hints at what goes with it, and people are told that it is left out.

A part that is drawn one day takes its words from here: those of parts go before these.
"""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.reading import Options
from pipeline.characters.drawn.words.model import Place, Table, Thing
from pipeline.types.spec import Accessory, Age, Build, HairBack, Outfit, RestingFace
from pipeline.types.understood import Topic


def _undrawn(topic: Topic, place: Place | None = None, *worn: Accessory, **hints: Options) -> Thing:
    return Thing(topic, place, hinted=hints, hinted_worn=tuple((item,) for item in worn), undrawn=True)


def _clothes(*nearest: Outfit, **hints: Options) -> Thing:
    """Clothes of which the nearest that can be drawn takes the colours."""
    return _undrawn(Topic.OUTFIT, Place.OUTFIT, **({"outfit": nearest} if nearest else {}), **hints)


def _role(*nearest: Outfit, **hints: Options) -> Thing:
    """A person by a role whose clothes or tools cannot be drawn."""
    outfit: dict[str, Options] = {"outfit": nearest} if nearest else {}
    return Thing(Topic.CHARACTER, Place.OUTFIT, hinted={**outfit, **hints}, undrawn=True, person=True)


def _several(**hints: Options) -> Thing:
    """More than one person."""
    return Thing(Topic.CHARACTER, hinted=hints, undrawn=True, several=True)


_NOTHING: Final = _undrawn(Topic.CHARACTER)
_MEN: Final[tuple[Build, ...]] = (Build.MALE,)
_WOMEN: Final[tuple[Build, ...]] = (Build.FEMALE,)

FACES: Final[Table] = {
    # An injury, where "black eyes" are a colour.
    "black eye bruise, with a black eye, has a black eye, gave him a black eye, a black eye, his black eye, "
    "her black eye, got a black eye, blackeye, shiner, swollen eye, bruised eye, "
    "bruised face, bruises, 青あざ, あざ": _undrawn(Topic.FACE),
    "scale, third eye, dirt, blood, blood on face, bloody, 鱗, "
    "血": _undrawn(Topic.FACE),
    "涙袋": _undrawn(Topic.FACE),
    "sharp tooth, sharp teeth, shark teeth, pointed teeth, pointy teeth, ギザ歯": _undrawn(Topic.FACE, fang=(True,)),
    "chapped lips, full lips, wart, acne, pimple, zit, pockmark, gold tooth, gold teeth, grill, grillz, tooth, "
    "shark tooth, teeth, gap tooth, buck tooth, buck teeth, tongue, tongue piercing, beak, "
    "snout, eyelid, nail, nail polish, long nails, fingernail, makeup lines, dimple, "
    "adam's apple, unibrow, double chin, cleft chin, cheekbone, high cheekbones, 歯, 舌, "
    "マニキュア, えくぼ": _undrawn(Topic.FACE),
    "over her face, over his face, over face, missing tooth, missing teeth": _undrawn(Topic.FACE),
    "wrinkle, wrinkled, wrinkly, crow's feet, しわ, シワ": _undrawn(Topic.FACE, age=(Age.ELDER,)),
    "ahegao, drooling, drool, よだれ": _undrawn(Topic.EXPRESSION, expression=(RestingFace.TONGUE,)),
    "t_t, @_@, >o<, qwq, uwu, owo, 0_0, x_x": _undrawn(Topic.EXPRESSION),
    "sweating, sweat, sweatdrop, sweat drop, anger vein, steam, nosebleed, trembling, 汗": _undrawn(Topic.EXPRESSION),
}  # fmt: skip

BODIES: Final[Table] = {
    "tall, petite, hunched, hunchback, slouching, bad posture, 猫背, 猫舌, short stature, wide hips, "
    "narrow waist, broad shoulders, giant, 背が高い, 長身, 小柄": Thing(
        Topic.CHARACTER, Place.EXPRESSION, undrawn=True
    ),
    "breast, large breasts, medium breasts, small breasts, huge breasts, flat chest, cleavage, chest, thigh, "
    "thick thighs, navel, midriff, stomach, belly, collarbone, bare shoulders, armpit, leg, bare legs, "
    "long legs, arm, bare arms, hand, finger, foot, feet, barefoot, hip, waist, back, neck, long neck, knee, "
    "toes, ass, butt, cameltoe, nipples, nude, naked, underboob, sideboob, 胸, 巨乳, 貧乳, 脚, 足, 手, "
    "腕, 肩, 首, お腹": _NOTHING,
    "rabbit tail, squirrel tail, raccoon tail, nine tails, multiple tails, 九尾": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.FOX_TAIL
    ),
    "shark tail, fish tail, mermaid tail, snake tail, サメのしっぽ, 尾ひれ": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.DRAGON_TAIL
    ),
    "monkey tail, lion tail, cow tail, mouse tail, striped tail": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.CAT_TAIL
    ),
    "horse tail, unicorn tail, elephant tail, 馬のしっぽ, 馬の尻尾": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.CAT_TAIL
    ),
    "otter tail, seal tail, capybara tail, elephant ear, elephant trunk, owl wing, horse hooves, axolotl gill, "
    "サメの歯, サメのヒレ, 恐竜の尻尾, 象の耳": _NOTHING,
    "sheep horn, multiple horns, broken horn": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.HORNS
    ),
    "single horn, unicorn horn, shark fin, fin, gill, tentacle, claw, feather, hooves, paw, tusk, trunk, "
    "whisper fur, ユニコーンの角, 触手, 爪, "
    "ヒレ": _NOTHING,
    "snake, spider, fish, goldfish, octopus, squid, jellyfish, whale, orca, dolphin, crab, lobster, shrimp, "
    "snail, slime, slime girl, plant, tree, insect, butterfly, moth, dragonfly, ladybug, bee, ant, lamia, centaur, "
    "harpy, griffin, rat tail, 鳥, 蛇, スライム": _NOTHING,
    "glowing skin, colored skin, cracked skin, stone skin, metal skin, mechanical arms, "
    "prosthetic arm, robot joints, mechanical parts, wet, wet hair, shiny, shiny skin, oily, "
    "pale glow": _NOTHING,
}  # fmt: skip

CLOTHES: Final[Table] = {
    "burqa, niqab, chador": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.HIJAB, build=_WOMEN
    ),
    "headdress": Thing(
        Topic.ACCESSORIES, Place.ACCESSORY, worn=((Accessory.MAID_HEADDRESS, Accessory.VEIL),), undrawn=True
    ),
    "gold headdress, feathered headdress, war bonnet, kokoshnik, nemes": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY
    ),
    "bearskin hat, bearskin cap, shako, papal mitre, mitre, jester hat, jester cap, propeller hat, propeller cap, "
    "pilgrim hat, dunce cap, cone hat, paper hat, birthday hat, paper bag on head, paper bag, sleeping cap, "
    "swimming cap, fascinator, snood, keffiyeh, mickey ears, diving helmet": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY
    ),
    "leprechaun hat, chimney sweep hat": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.TOP_HAT),
    "elf hat, christmas elf hat": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.SANTA_HAT),
    "kabuto, samurai helmet, pith helmet, fireman helmet, roman helmet, spartan helmet, gladiator helmet": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.HELMET
    ),
    "ski mask, balaclava": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.BEANIE, Accessory.FACE_MASK),
    "sheriff hat": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.COWBOY_HAT),
    "bowler hat, bowler, 山高帽": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.TOP_HAT),
    "captain hat, sailor hat, peaked cap, police hat, military hat, garrison cap, shako cap, "
    "conductor hat": (
        _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.CAP)
    ),
    "space helmet, astronaut helmet, headgear": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.HELMET
    ),
    "bonnet, bucket hat, party hat, graduation cap, mortarboard, swim cap, "
    "shower cap, hairnet, hood down, crown of thorns, tokin hat, nightcap, sun hat band, "
    "ナイトキャップ": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY),
    "contact lens, gas mask, skull mask, mouth veil, "
    "ガスマスク": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY),
    "eyebrow piercing, eyebrow ring, arm tattoo, back tattoo, bracelet, watch, wristwatch, "
    "ring on finger, brooch, badge, collar bell, jingle bell, neck bell, "
    "tassel, feather hair ornament, butterfly hair ornament, hair beads, hair stick, chopsticks, "
    "arm warmers, wristband, armband, sleeve cuffs, wrist cuffs, cuffs, belt, "
    "bag, handbag, sock, kneehighs, thighhighs, stockings, pantyhose, boots, shoes, sneakers, sandals, "
    "high heels, footwear, garter, leotard sleeves, detached sleeves, wide sleeves, long sleeves, "
    "long sleeved, short sleeved, sleeved, short sleeves, puffy sleeves, sleeves past wrists, off shoulder, "
    "strapless, backless, whistle, lanyard, name tag, id card, key, keychain,  zipper, pocket, sash, "
    "corset, ブレスレット, 腕時計, ベルト, 靴, ブーツ, 靴下, ソックス, タイツ, "
    "ストッキング, よだれかけ, スタイ": _undrawn(Topic.ACCESSORIES),
    "rolled up sleeve, sleeve rolled up, rolled sleeve, sleeve rolled, rolled up shirt sleeve, "
    "shirt sleeves rolled up": _undrawn(Topic.OUTFIT, outfit=(Outfit.SHIRT, Outfit.FLANNEL)),
    "kebaya, abaya, kaftan, dirndl, poncho dress": _clothes(Outfit.DRESS),
    "toga, bathrobe, dressing gown, バスローブ": _clothes(Outfit.KIMONO),
    "dashiki, agbada, batik, kurta, sherwani, thobe": _clothes(Outfit.SHIRT, Outfit.T_SHIRT),
    "kilt, lederhosen": _undrawn(Topic.OUTFIT, outfit=(Outfit.SHIRT, Outfit.FLANNEL, Outfit.VEST), build=_MEN),
    "tube top": _clothes(Outfit.T_SHIRT),
    ""
    "lingerie, underwear, bra, panties, babydoll, nightgown, 下着": _clothes(),
    "bunny suit, playboy bunny, バニースーツ": _undrawn(
        Topic.OUTFIT, Place.OUTFIT, Accessory.RABBIT_EARS, build=_WOMEN
    ),
    "bodysuit, plugsuit, latex suit, wetsuit, catsuit, プラグスーツ, ボディスーツ": _clothes(Outfit.TURTLENECK),
    "mecha suit, power suit, パワードスーツ": _clothes(Outfit.ARMOUR),
    ""
    ""
    "bear fur, wolf fur, fox fur, rabbit fur, animal fur, bear pelt, wolf pelt, pelt, fur trim, fur trimmed, "
    "fur lined, fur collar, bear skin, bearskin, wolf skin, snake skin, snakeskin, crocodile leather, "
    "lace, frill, ruffle, leather, fishnets, see through, "
    "leopard print, cow print, zebra print, tiger print, snake print, animal print, cheetah print, giraffe print, "
    "ヒョウ柄, 豹柄, 牛柄, ゼブラ柄, wool, woollen, woolen, 羊毛, tie dye, torn clothes, レース, フリル": _undrawn(
        Topic.OUTFIT, Place.EXPRESSION
    ),
}  # fmt: skip

ROLES: Final[Table] = {
    "girl scout, girl guide": _role(Outfit.SHIRT, build=_WOMEN, outfit_colour=("#7a8b5a",)),
    "boy scout, cub scout": _role(Outfit.SHIRT, build=_MEN, outfit_colour=("#c8b078",)),
    "skateboarder, wrestler": _role(Outfit.T_SHIRT),
    "cashier, janitor, postman, delivery boy, mailman, "
    "駅員": _role(Outfit.SHIRT, Outfit.BLAZER),
    "actor, actress, celebrity, superstar, 俳優, 女優": _role(),
    "pharaoh, sultan, ファラオ": _role(Outfit.CAPE, build=_MEN),
    "cleopatra": _role(Outfit.DRESS, build=_WOMEN),
    "scarecrow": _role(Outfit.CAPE),
    "mecha, mech, statue, doll, puppet, snowman, メカ, 人形": _role(),
}  # fmt: skip

TAGS: Final[Table] = {
    "hair tubes, hair intakes, low tied long hair, hair rings, cone hair bun, "
    "curler, hair curler, hair roller, leaf hair ornament, snake hair ornament, flipped hair": _undrawn(Topic.HAIR),
    "low ponytail, folded ponytail": _undrawn(Topic.HAIR, Place.HAIR, hair_back=(HairBack.PONYTAIL,)),
    "constricted pupils, black sclera, rolling eyes, crossed eyes, furrowed brow, raised eyebrows, "
    "raised eyebrow": _undrawn(Topic.EYES),
    "gem, bell, hair bell, bell collar, ring, rings, bangle, anklet, leg warmers, garter straps, kneepads, loafers, "
    "mary janes, slippers, earclip, greaves, zettai ryouiki, briefcase, toenail polish, mob cap, "
    "opaque glasses": _undrawn(Topic.ACCESSORIES),
    "rimless eyewear, red framed eyewear, blue framed eyewear, white framed eyewear": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.SQUARE_GLASSES
    ),
    "lolita fashion, collared dress, bodystocking": _clothes(Outfit.DRESS),
    "letterman jacket, open jacket": _clothes(Outfit.JACKET),
    "skin tight, buruma, open clothes, unbuttoned, see through sleeves, juliet sleeves, high collar, popped collar, "
    "center opening, asymmetrical legwear, dirty clothes, alternate costume, "
    "side slit": _undrawn(Topic.OUTFIT, Place.EXPRESSION),
    "body markings, dirty, joints, pectorals, low wings, bat ears, sunflower, lily, magic, poke ball, handgun, "
    "arrow, projectile, hammer, instrument, tea": _NOTHING,
    "hetero, solo focus, wariza, arm support, contrapposto, hugging own legs, upside down, traditional media, "
    "realistic, 3d, pixel art, retro artstyle": _NOTHING,
    "mecha musume": _undrawn(Topic.CHARACTER, Place.OUTFIT, Accessory.ROBOT_EARS, build=_WOMEN),
    "loli": _undrawn(Topic.CHARACTER, build=_WOMEN, age=(Age.CHILD,)),
    "shota": _undrawn(Topic.CHARACTER, build=_MEN, age=(Age.CHILD,)),
}  # fmt: skip

SCENES: Final[Table] = {
    "lute, banjo, mandolin, sitar, cello, リュート, 三味線": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.GUITAR
    ),
    "single earring, cross earring, dangly earring, dangling earring, feather earring": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.EARRINGS
    ),
    "coffee stain, wine stain, tea stain, ketchup stain, food stain, stain, spilled coffee, newspaper, "
    "reading a newspaper, reading the newspaper, reading newspaper, magazine, "
    "hot dog, hotdog, corn dog, sea dog, cat nap, bear hug, bunny slippers, cat food, dog food, dog walker, "
    "cat sitter, fish and chips, ホットドッグ, "
    "pencil behind ear, pencil behind his ear, pencil behind her ear, pencil behind the ear, pencil in hand, "
    "holding a pencil, pencil in her hair, pencil in hair": _NOTHING,
    "on a horse, on his horse, on her horse, on my horse, on horseback, on a pony, on a unicorn, on a dinosaur, "
    "on an elephant, on a shark, sea horse, seahorse, rocking horse, hobby horse, dark horse, horseshoe, wax seal, "
    "seal of approval, royal seal, 馬鹿, 馬車, 海馬, 馬に乗った, 乗馬": _NOTHING,
    "broken sword, sheath": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY, Accessory.SWORD),
    "beer, cocktail, wine glass, glass of wine, drinking glass, teapot, ビール": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, Accessory.CUP
    ),
    "gun, rifle, pistol, violin, "
    "flute, drum, food, cake, cigarette, smoking, shield, "
    "lantern, petals, rose petals, ball, camera, laptop, computer, letter, "
    "bottle, plate, fork, spoon, 銃, "
    "タバコ, 煙草, 盾": _NOTHING,
    "sitting, kneeling, lying, on back, on side, walking, running, jumping, squatting, dancing pose, leaning, "
    "leaning forward, arms up, arms behind back, arms behind head, "
    "hand in pocket, outstretched arm, v, peace sign, "
    "pointing, salute, thumbs up, heart hands, finger to mouth, head tilt, head rest, looking back, "
    "looking away, looking to the side, looking down, looking up, looking at another, from side, from behind, "
    "from above, from below, profile, dutch angle, spread legs, crossed legs, fighting stance, dynamic pose, "
    "pose, posing, eating, drinking, singing, dancing, stretching, floating, "
    "flying, 座っている, 座った, 立っている, 走る, 走っている, 歩く, ポーズ, ピース, 横顔, 後ろ姿, 振り返る, "
    "歌っている, 踊る": _NOTHING,
    "indoors, outdoors, cloud, night, day, sunset, sunrise, night sky, starry sky, city, street, forest, "
    "ocean background, mountain, river, lake, garden, grass, field, park, room, bedroom, classroom, kitchen, "
    "cafe, castle, church, shrine, temple, library, window, chair, bed, couch, table, wall, floor, door, water, "
    "rain, snow, snowing, fire, flame, smoke, sparkle, light particles, lens flare, sunlight, moonlight, "
    "full moon, planet, space, galaxy, universe, bokeh, blurry, blurry background, gradient background, "
    "grey background, pink background, blue background, black background, red background, yellow background, "
    "green background, purple background, two tone background, halftone, border, speech bubble, english text, "
    "text, signature, watermark, artist name, dated, logo text, twitter username, cowboy shot, full body, "
    "thigh up, wide shot, monochrome, greyscale, sepia, scenery, road, house, bridge, school, beach background, "
    "car, bus, train, bike, motorcycle, horse carriage, throne, 空, 夜, 夜空, 夕焼け, 森, 街, 海辺, 学校, 教室, "
    "部屋, 雨, 雪, 炎, 背景ぼかし, 全身, 車, 電車": _NOTHING,
    "wheelchair, in a wheelchair, crutch, crutches, walker, skateboard, surfboard, scooter, bicycle, 車椅子, "
    "車いす, 松葉杖, "
    "スケボー": _NOTHING,
    "multiple girls, 2girls, 3girls, two girls, 2 girls, three girls, two women, sisters, wlw, lesbian couple, "
    "姉妹": _several(build=_WOMEN),
    "multiple boys, 2boys, two boys, 2 boys, two men, brothers, two guys, 兄弟": _several(build=_MEN),
    "couple, group, crowd, twins, friends, everyone, two people, best friends, siblings, duo, trio, lovers, family, "
    "girl and boy, boy and girl, 複数人, 双子, カップル, 二人, 2人, 二人組, 親子": _several(),
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (FACES, BODIES, CLOTHES, ROLES, TAGS, SCENES)
