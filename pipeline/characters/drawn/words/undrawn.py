"""Words for what cannot be drawn yet: each hints at what goes with it, and people are told that it is left out.

A part that is drawn one day takes its words from here: those of parts go before these.
"""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.reading import Options, Span
from pipeline.characters.drawn.words.model import Place, Table, Thing
from pipeline.types.spec import Accessory, Age, Build, FaceShape, HairBack, HairFront, Outfit, RestingFace
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


_NOTHING: Final = _undrawn(Topic.CHARACTER)
_MEN: Final[tuple[Build, ...]] = (Build.MALE,)
_WOMEN: Final[tuple[Build, ...]] = (Build.FEMALE,)
_GROWN: Final = (Age.ADULT,)
_BARE_HEAD: Final[dict[str, Options]] = {
    "hair_back": (HairBack.SHORT, HairBack.UNDERCUT),
    "hair_front": (HairFront.SWEPT_BACK,),
    "hair_length": Span(0.0, 0.1),
    "hair_volume": Span(0.1, 0.2),
}

FACES: Final[Table] = {
    "beard, mustache, stubble, goatee, facial hair, moustached, five o'clock shadow, full beard, "
    "sideburns beard, 髭, ひげ, ヒゲ, 口髭, 顎髭, 無精髭": _undrawn(Topic.FACE, build=_MEN, age=(Age.ADULT, Age.ELDER)),
    "bearded, mustached, unshaven, 髭面": Thing(
        Topic.FACE, Place.EXPRESSION, hinted={"build": _MEN, "age": (Age.ADULT, Age.ELDER)}, undrawn=True
    ),
    "bald, baldy, balding, bald head, shaved head, skinhead, buzz cut, buzzcut, shaven, no hair, hairless, 禿げ, "
    "ハゲ, 禿, スキンヘッド, 坊主, 坊主頭, 丸刈り": Thing(
        Topic.HAIR, Place.EXPRESSION, hinted={"build": _MEN, **_BARE_HEAD}, undrawn=True
    ),
    "closed eye, eyes closed, eye closed, one eye closed, closing eyes, blindfold, blindfolded, blind, wink, "
    "winking, 目を閉じた, 目を閉じて, 閉じた目, 目隠し布, ウインク, ウィンク": _undrawn(Topic.EYES),
    "hair over eye, hair over eyes, hair covering eyes, hair over face, hair covering face, hair over both eyes, "
    "covered eye, no eye, no eyes, eyes covered, 両目隠れ": _undrawn(Topic.HAIR),
    "scar, scarred, facial scar, scar on face, scar across eye, scar on cheek, bandage, bandaid, band aid, "
    "bandages, bandaged, bandage on face, tattoo, tattooed, facial tattoo, face tattoo, face paint, facepaint, "
    "war paint, facial mark, whisker, whisker marking, whiskers, scale, scales, wrinkle, wrinkled, wrinkles, "
    "stitches, forehead mark, third eye, bruise, dirt, blood, blood on face, bloody, 傷, 傷跡, 顔の傷, 包帯, "
    "絆創膏, 刺青, タトゥー, 入れ墨, フェイスペイント, ひげ模様, 鱗, しわ, 血": _undrawn(Topic.FACE),
    "teardrop, dark circle, dark circles, eye bag, bags under eyes, eyebag, 涙袋, クマ目, 目の下のクマ, "
    "隈": _undrawn(Topic.FACE),
    "sharp tooth, sharp teeth, shark teeth, pointed teeth, pointy teeth, ギザ歯": _undrawn(Topic.FACE, fang=(True,)),
    "lip, lips, lipstick, red lip, red lips, full lips, lip gloss, tooth, teeth, gap tooth, buck tooth, "
    "buck teeth, braces, tongue, tongue piercing, beak, snout, eyeshadow, eye shadow, eyelid, nail, nail polish, "
    "long nails, fingernail, makeup lines, dimple, dimples, adam's apple, red nose, clown nose, unibrow, "
    "double chin, cleft chin, cheekbone, cheekbones, high cheekbones, 唇, 口紅, リップ, 歯, 舌, アイシャドウ, "
    "マニキュア, えくぼ, 赤い鼻": _undrawn(Topic.FACE),
    "tongue out, tongue sticking out, sticking tongue out, ahegao, drooling, drool, akanbe, 舌を出す, 舌出し, "
    "あっかんべー, よだれ": _undrawn(Topic.EXPRESSION, expression=(RestingFace.CAT,)),
    "t_t, t t, @_@, >o<, qwq, uwu, owo, 0_0, x_x": _undrawn(Topic.EXPRESSION),
    "sweating, sweatdrop, sweat drop, anger vein, steam, nosebleed, trembling, 汗": _undrawn(Topic.EXPRESSION),
}  # fmt: skip

BODIES: Final[Table] = {
    "muscular, muscle, muscles, buff, jacked, ripped, beefy, swole, abs, biceps, toned body, muscular male, gym, "
    "bodybuilder, 筋肉, 筋肉質, マッチョ, ムキムキ": Thing(
        Topic.CHARACTER, Place.EXPRESSION, hinted={"build": _MEN, "face_shape": (FaceShape.SQUARE,)}, undrawn=True
    ),
    "muscular female, muscular woman, muscular girl, muscle girl": _undrawn(Topic.CHARACTER, build=_WOMEN),
    "chubby, plump, fat, overweight, curvy, plus size, thick body, obese, stocky, heavyset, ぽっちゃり, 太った, "
    "デブ, ふくよか": Thing(Topic.CHARACTER, Place.EXPRESSION, hinted={"face_shape": (FaceShape.ROUND,)}, undrawn=True),
    "tall, petite, slim, skinny, slender, lean, thin body, short stature, lanky, athletic build, wide hips, "
    "narrow waist, broad shoulders, giant, 背が高い, 長身, スリム, 痩せた, 細身, 小柄": Thing(
        Topic.CHARACTER, Place.EXPRESSION, undrawn=True
    ),
    "breast, breasts, large breasts, medium breasts, small breasts, huge breasts, flat chest, cleavage, chest, "
    "thigh, thighs, thick thighs, navel, midriff, stomach, belly, collarbone, bare shoulders, armpit, armpits, "
    "leg, legs, bare legs, long legs, arm, arms, bare arms, hand, hands, finger, fingers, foot, feet, barefoot, "
    "hip, hips, waist, back, neck, long neck, knee, knees, toes, ass, butt, cameltoe, nipples, nude, naked, "
    "topless, underboob, sideboob, 胸, 巨乳, 貧乳, 脚, 足, 手, 腕, 肩, 首, お腹": _NOTHING,
    "wing, wings, angel wing, angel wings, demon wing, demon wings, bat wing, bat wings, feathered wings, "
    "black wings, white wings, fairy wing, fairy wings, dragon wing, dragon wings, 翼, 羽, 羽根, 天使の羽, "
    "悪魔の羽": _NOTHING,
    "tail, cat tail, fox tail, demon tail, wolf tail, dragon tail, rabbit tail, mermaid tail, dog tail, "
    "nine tails, fluffy tail, multiple tails, 尻尾, しっぽ, 猫のしっぽ, 狐の尻尾": _NOTHING,
    "antler, antlers, deer antlers, deer ear, deer ears, cow ear, cow ears, horse ear, horse ears, sheep horns, "
    "shark fin, fin, fins, gill, gills, tentacle, tentacles, claw, claws, fur, furry, feather, feathers, hooves, "
    "paw, paws, fish tail, tusk, tusks, trunk, whisper fur, mechanical ears, robot ears, 鹿の角, 触手, 爪, 毛皮, "
    "ヒレ": _NOTHING,
    "shark, lion, tiger, deer, cow, horse, pig, sheep, bird, owl, crow, penguin, frog, snake, spider, lizard, "
    "fish, octopus, squirrel, hamster, raccoon, monkey, animal, slime, slime girl, plant, tree, insect, "
    "butterfly, bee, ant, lamia, centaur, harpy, minotaur, orc, goblin, troll, ogre, alien, gorilla, unicorn, "
    "pony, dinosaur, chicken, duck, サメ, ライオン, 虎, 馬, 牛, 鳥, ペンギン, 蛇, 宇宙人, "
    "スライム": _NOTHING,
    "glowing skin, colored skin, cracked skin, stone skin, metal skin, skeleton, skull, mechanical arms, "
    "prosthetic arm, robot joints, mechanical parts, wet, wet hair, shiny, shiny skin, oily, "
    "pale glow": _NOTHING,
}  # fmt: skip

CLOTHES: Final[Table] = {
    "hijab, hijabi, headscarf, head scarf, burqa, niqab, khimar, chador, ヒジャブ": _undrawn(
        Topic.ACCESSORIES, Place.ACCESSORY, build=_WOMEN
    ),
    "veil, bridal veil, shawl, turban, durag, bonnet, beanie, knit cap, wool hat, top hat, cowboy hat, "
    "pirate hat, nurse cap, chef hat, chef's hat, bucket hat, peaked cap, police hat, military hat, helmet, "
    "bike helmet, hard hat, visor, visor cap, santa hat, party hat, fedora, trilby, sombrero, garrison cap, "
    "graduation cap, hood up, hood down, crown of thorns, flower crown, flower wreath, head wreath, ニット帽, "
    "ベール, ターバン, シルクハット, ヘルメット, ナースキャップ, 花冠, "
    "サンタ帽": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY),
    "goggles, goggle, goggles on head, ski goggles, swim goggles, monocle, 3d glasses, contact lens, gas mask, "
    "half mask, fox mask, skull mask, oni mask, mask on head, plague mask, mouth veil, ゴーグル, モノクル, 狐面, "
    "ガスマスク": _undrawn(Topic.ACCESSORIES, Place.ACCESSORY),
    "septum, septum piercing, nose ring, nose piercing, lip piercing, lip ring, eyebrow piercing, bindi, "
    "bracelet, watch, wristwatch, ring on finger, brooch, badge, collar bell, jingle bell, neck bell, chain, "
    "chains, dog tags, single earring, hoop, cross earring, tassel, feather hair ornament, "
    "butterfly hair ornament, hair beads, hair stick, chopsticks, glove, gloves, fingerless gloves, "
    "elbow gloves, arm warmers, wristband, armband, sleeve cuffs, wrist cuffs, cuffs, belt, bag, backpack, "
    "handbag, sock, socks, kneehighs, thighhighs, stockings, pantyhose, boots, shoes, sneakers, sandals, "
    "high heels, footwear, suspenders, garter, leotard sleeves, detached sleeves, wide sleeves, long sleeves, "
    "short sleeves, puffy sleeves, sleeveless, sleeves past wrists, off shoulder, strapless, backless, zipper, "
    "pocket, sash, corset, ブレスレット, 腕時計, 鼻ピアス, 手袋, ベルト, 靴, ブーツ, 靴下, ソックス, タイツ, "
    "ストッキング": _undrawn(Topic.ACCESSORIES),
    "sari, saree, lehenga, salwar, kebaya, abaya, kaftan, dashiki, toga, kilt, dirndl, poncho dress, ao dai, "
    "サリー, アオザイ": _clothes(Outfit.DRESS),
    "flannel, flannel shirt, plaid shirt, hawaiian shirt, フランネル": _clothes(Outfit.SHIRT),
    "overalls, dungarees, tank top, crop top, sports bra, tube top, camisole, jersey, soccer uniform, "
    "basketball uniform, gym uniform, football jersey, sportswear, undershirt, singlet, halterneck, halter top, "
    "tanktop, オーバーオール, サロペット, タンクトップ, 体操服, ユニフォーム": _clothes(Outfit.T_SHIRT),
    "swimsuit, bikini, one piece swimsuit, school swimsuit, leotard, swimwear, swim trunks, bathing suit, "
    "lingerie, underwear, bra, panties, babydoll, nightgown, 水着, ビキニ, スクール水着, レオタード, "
    "下着": _clothes(),
    "bunny suit, playboy bunny, バニースーツ": _undrawn(
        Topic.OUTFIT, Place.OUTFIT, Accessory.RABBIT_EARS, build=_WOMEN
    ),
    "bodysuit, plugsuit, latex suit, wetsuit, catsuit, プラグスーツ, ボディスーツ": _clothes(Outfit.TURTLENECK),
    "spacesuit, space suit, mecha suit, power suit, hazmat suit, 宇宙服, パワードスーツ": _clothes(Outfit.ARMOUR),
    "skirt, miniskirt, pleated skirt, long skirt, pencil skirt, pants, trousers, jeans, shorts, short shorts, "
    "leggings, denim shorts, black skirt, blue skirt, red skirt, plaid skirt, black pants, bike shorts, "
    "スカート, ミニスカート, ズボン, パンツ, ジーンズ, ショートパンツ": _undrawn(Topic.OUTFIT),
    "plaid, checkered, polka dot, floral print, lace, frill, frills, ruffle, leather, fishnets, see through, "
    "camouflage, leopard print, tie dye, torn clothes, チェック, 水玉, 花柄, レース, フリル, "
    "迷彩": _undrawn(Topic.OUTFIT, Place.EXPRESSION),
}  # fmt: skip

ROLES: Final[Table] = {
    "astronaut, cosmonaut, 宇宙飛行士": _role(Outfit.ARMOUR),
    "viking, barbarian, spartan, caveman, バイキング, ヴァイキング": _role(Outfit.ARMOUR, Outfit.CAPE, age=_GROWN),
    "clown, jester, mime, joker, ピエロ, 道化師": _role(Outfit.SHIRT, Outfit.IDOL),
    "cheerleader, チアリーダー": _role(Outfit.T_SHIRT, Outfit.SAILOR, build=_WOMEN),
    "ballerina, ballet dancer, bride, バレリーナ, 花嫁": _role(Outfit.DRESS, build=_WOMEN, outfit_colour=("#f5f4f8",)),
    "groom, bridegroom, 花婿": _role(Outfit.BLAZER, build=_MEN),
    "firefighter, fireman, plumber, builder, construction worker, carpenter, blacksmith, miner, lumberjack, "
    "trucker, 消防士, 大工, 鍛冶屋": _role(Outfit.JACKET, Outfit.SHIRT, age=_GROWN),
    "footballer, soccer player, basketball player, baseball player, tennis player, volleyball player, gymnast, "
    "skateboarder, snowboarder, surfer, wrestler, サッカー選手, 野球選手": _role(Outfit.T_SHIRT),
    "archer, ranger, hunter, druid, bard, shaman, monster hunter, vampire hunter, gunslinger, mercenary, sniper, "
    "bounty hunter, 弓使い, 狩人, 吟遊詩人": _role(Outfit.CAPE, Outfit.JACKET),
    "president, politician, judge, mayor, diplomat, 大統領, 裁判官": _role(Outfit.BLAZER, age=_GROWN),
    "bartender, butcher, shopkeeper, cashier, janitor, postman, delivery boy, flight attendant, stewardess, "
    "バーテンダー, 店員": _role(Outfit.SHIRT, Outfit.BLAZER),
    "model, actor, actress, influencer, celebrity, superstar, モデル, 俳優, 女優": _role(),
    "pharaoh, sultan, cleopatra, ファラオ": _role(Outfit.CAPE),
    "mummy, scarecrow, frankenstein, grim reaper, reaper, plague doctor, ミイラ, 死神": _role(Outfit.CAPE),
    "mecha, mech, statue, doll, puppet, snowman, メカ, 人形": _role(),
}  # fmt: skip

SCENES: Final[Table] = {
    "sword, katana, gun, rifle, pistol, weapon, bow and arrow, staff, wand, magic wand, microphone, cup, mug, "
    "coffee cup, book, phone, cellphone, smartphone, umbrella, parasol, guitar, violin, flute, drum, food, "
    "ice cream, cake, lollipop, candy, cigarette, smoking, pipe, cane, shield, spear, scythe, axe, dagger, "
    "knife, balloon, fan, folding fan, lantern, bouquet, petals, rose petals, ball, basket, broom, camera, "
    "controller, laptop, computer, letter, bottle, glass of wine, plate, fork, spoon, stuffed toy, "
    "stuffed animal, plush, teddy, 剣, 刀, 銃, 武器, 杖, マイク, カップ, 本, スマホ, 傘, ギター, 花束, 風船, "
    "ぬいぐるみ, タバコ, 煙草, 盾, 槍": _NOTHING,
    "sitting, kneeling, lying, on back, on side, walking, running, jumping, squatting, dancing pose, leaning, "
    "leaning forward, arms up, arm up, arms behind back, arms behind head, arms crossed, crossed arms, "
    "hands on hips, hand on hip, hand up, hands up, hand on own chest, hand in pocket, hands in pockets, "
    "own hands together, outstretched arm, outstretched arms, v, peace sign, waving, pointing, salute, "
    "thumbs up, heart hands, finger to mouth, head tilt, head rest, looking back, looking away, "
    "looking to the side, looking down, looking up, looking at another, from side, from behind, from above, "
    "from below, profile, dutch angle, spread legs, crossed legs, fighting stance, dynamic pose, pose, posing, "
    "eating, drinking, reading, singing, dancing, sleeping, fighting, playing guitar, stretching, floating, "
    "flying, 座っている, 座った, 立っている, 走る, 走っている, 歩く, ポーズ, ピース, 横顔, 後ろ姿, 振り返る, "
    "腕組み, 手を振る, 歌っている, 踊る": _NOTHING,
    "indoors, outdoors, cloud, clouds, night, day, sunset, sunrise, night sky, starry sky, city, street, forest, "
    "ocean background, mountain, mountains, river, lake, garden, grass, field, park, room, bedroom, classroom, "
    "kitchen, cafe, castle, church, shrine, temple, library, window, chair, bed, couch, table, wall, floor, "
    "door, water, rain, snow, snowing, fire, flame, flames, smoke, sparkle, sparkles, light particles, "
    "lens flare, sunlight, moonlight, full moon, planet, space, galaxy, universe, bokeh, blurry, "
    "blurry background, gradient background, grey background, pink background, blue background, "
    "black background, red background, yellow background, green background, purple background, "
    "two tone background, halftone, border, speech bubble, english text, text, signature, watermark, "
    "artist name, dated, logo text, twitter username, cowboy shot, full body, thigh up, wide shot, monochrome, "
    "greyscale, sepia, scenery, road, house, bridge, school, beach background, car, bus, train, bike, "
    "motorcycle, horse carriage, throne, 空, 夜, 夜空, 夕焼け, 森, 街, 海辺, 学校, 教室, 部屋, 雨, 雪, 炎, "
    "背景ぼかし, 全身, 車, 電車": _NOTHING,
    "multiple girls, multiple boys, 2girls, 2boys, 3girls, couple, group, crowd, twins, friends, everyone, "
    "複数人, 双子": _NOTHING,
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (FACES, BODIES, CLOTHES, ROLES, SCENES)
