"""Words that carry a sentence, and words that are read past."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.words.model import FunctionWord, Table

_FORMS: Final = (
    "{0}ない",
    "{0}ず",
    "{0}ずに",
    "{0}ないで",
    "{0}なくて",
    "{0}ません",
    "{1}ない",
    "{1}いない",
    "{1}いません",
    "{1}ません",
)
"""How Japanese refuses: of the stem, and of the form that tells what goes on."""
_STEMS: Final = ("かけ", "掛け", "つけ", "付け", "着け", "着", "し", "締め", "はめ", "生え", "伸ばし")
_VERBS: Final = (
    *((stem, f"{stem}て") for stem in _STEMS),
    ("かぶら", "かぶって"), ("被ら", "被って"), ("はか", "はいて"), ("履か", "履いて"), ("持た", "持って"),
    ("巻か", "巻いて"), ("生やさ", "生やして"), ("結ば", "結んで"), ("羽織ら", "羽織って"), ("使わ", "使って"),
    ("握ら", "握って"),
)  # fmt: skip
_UNWORN: Final = ", ".join(form.format(*verb) for verb in _VERBS for form in _FORMS)

MARKS: Final[Table] = {
    "no, not, w/o, without, anything but, everything but, any color but, any color except, other than, except, lost, "
    "took off, has taken off, have taken off, had taken off, having taken off, just took off, takes off, taking off, "
    "has removed, have removed, without her, without his, instead of, isnt, doesnt, dont, arent,  never, minus, "
    "non, isn't, doesn't, "
    "don't, aren't, hasn't, lacking, lacks, free of, remove, exclude, removed": FunctionWord.NOT,
    f"{_UNWORN}, ×, ✕, ✖, ❌, ナシ, nashi, ゼロ, 禁止, ng, だめ, ダメ, 消して, 除いて, 除く, 除外, 外す, 取って, "
    "脱いで, 脱いだ, 必要ない, 必要ありません, いらないです, ではありません, じゃありません, じゃないです, 不要です, "
    "描かないで, 入れないで, "
    "がありません, はありません, ありません, じゃなくって, でない, でなく, ではなしに, "
    "いらない, 要らない, いりません, いらん, ないで, やめて, 不要, "
    "none, nah, nope, nvm, nevermind, never mind, scratch that, なし, 無し, ない, 無い, ではない, じゃない, "
    "じゃなくて, ではなくて, じゃなく, ではなく, しない, "
    "していない, してない, 抜き, 以外, をかけていない, "
    "かぶっていない, 被っていない, かけていない, 掛けていない, つけていない, 付けていない, 着ていない, のない, "
    "がない, なしの, は無し, を外した, を外している, を取った, "
    "を脱いだ, 外した, をしていない, 外して, less, free": FunctionWord.NOT_BEFORE,
    "off, taken off, in hand, in his hand, in her hand, in my hand, under his arm, under her arm, under arm, "
    "in one hand, by his side on the floor, 手に": FunctionWord.OFF,
    "and, &, n, +, と, や, また, および, plus": FunctionWord.AND,
    "print, printed, pattern, patterned, logo, graphic, motif, symbol, emblem, 柄, 柄の, 模様の, プリント, のイラスト, "
    "のロゴ": FunctionWord.PRINT,
    "with, w/, w, wit, wth, wiht, featuring, で": FunctionWord.WITH,
    "and has, and have, but has, also has, and wears, and wear, and wearing, and is wearing, and got, and she has, "
    "and he has, and they have, and she wears, and he wears": FunctionWord.HAS,
    "or, nor, か, または, もしくは, それとも": FunctionWord.OR,
    "is, are, :, =, は, が, color is, has become": FunctionWord.IS,
    "holding, holds, hold, carrying, carries, hugging, hugs, cuddling, petting, riding, next to, beside, "
    "surrounded by, accompanied by, standing near, sitting on, playing with, feeding, "
    # What somebody does with others, or thinks of them: "a librarian who fights demons".
    "fight, fighting, hunt, kill, killing, slay, slaying, battling, chase, chasing, talk to, talking to, "
    "friend with, friend of, best friend of, haunted by, raised by, owner of, owning, walking her, walking his, "
    "dream of, dreaming of, believe in, sell, selling, collect, collecting, catch, catching, "
    "taming, tame, summon, summoning, defeat, defeating, protect, protecting, "
    "running from, chased by, works with, working with, taking care of, take care of": FunctionWord.HOLDING,
    "who love, she love, he love, and love, they love, love, loving, adore, who like, she like, he like, and like, "
    "they like, hate, hating, dislike, in love with, obsessed with, scared of, afraid of, terrified of, fan of, "
    "addicted to, allergic to": FunctionWord.LIKING,
    "over, on top of, layered over, pulled over, thrown over, worn over": FunctionWord.OVER,
    "under, underneath, beneath, peeking out from under, layered under, tucked under": FunctionWord.UNDER,
    "matching": FunctionWord.MATCHING,
    "called, named, name, name is, whose name is, goes by": FunctionWord.NAMED,
    "を抱いた, を抱いている, を抱えた, を抱えている, を抱っこした, を手に持った, を握った, "
    "を乗せた, を乗せて, を乗せている, を載せた, をのせた, に乗った, "
    "と戦う, と戦っている, を倒す, を狩る, が好きな, が大好きな, を飼っている, を連れた, "
    "好きの": FunctionWord.HELD_BEFORE,
    "the other, other one, the other one, another one, the second one, her friend, his friend, her boyfriend, "
    "his girlfriend, もう一人, もう1人, もうひとり": FunctionWord.OTHER,
    "other, another, second, 片方": FunctionWord.ANOTHER,
    "left, 左": FunctionWord.LEFT,
    "right, 右": FunctionWord.RIGHT,
    "year old, years old, yo, y o, year, age of, 歳, 才, さい": FunctionWord.YEARS,
}

FILLER: Final[Table] = {
    # Small words
    "一本, 二本, 三本, 四本, 五本, 六本, 七本, 八本, 九本, 1本, 2本, 3本, 数本, 二つ, 三つ, 一つ, 二枚, 一枚, "
    "a, an, the, of, to, for, on, at, by, from, into, onto, as, that, which, who, whose, it, its, this, these, "
    "those, very, really, so, too, quite, pretty, some, any, my, your, our, i, me, you, we, be, being, been, "
    "was, were, will, would, should, can, could, may, do, does, have, has, having, had, get, make, made, want, "
    "wants, please, like, just, also, but, then, than, more, most, much, lot, many, a bit, bit, slightly, "
    "extremely, super, ultra, rather, somewhat, kind of, sort of, one, two, both, all, behind, "
    "around, up, down, out, there, here, if, only, same, look, looking, looks, one's, their, im, i'm, it's, "
    "who's, let, give, add, show, showing, wearing only, along, each, half, someone, somebody, "
    "kinda, bit of, through, between, across, against, while, colored, color, tone, toned, style, styled, type, "
    "design, themed, theme, shaped, hued, hue, tinted, tint, worn, on top, side, pair of, pair, set, set of, "
    "piece, shape, tailed, in front, face color, dyed, "
    "no just, no wait, no actually, no i mean, wait no, no sorry, no biggie, "
    "old timey, like a boy, like a boy's, like a girl, like a girl's, like a man, like a man's, "
    "old fashioned, old school, when she was, when he was, 60s, 70s, 80s, closed mouth, mouth closed, u, pls, plz, "
    "plss, gimme, "
    "gonna, wanna, lol, lmao, omg, always, secretly, vibe, "
    "energy, "
    "normal, regular, ordinary, average, typical, basic, everyday, actually, basically, maybe, probably, still, "
    "even, "
    "hot, sexy, dashing, ish, esque, type of, whole, entire, own, as if, "
    "thx, thank, ty, hi, hey, hello, draw, generate, create, "
    "need, using, use, put, no human, nobody human, never without, never take off, never removes, "
    "never seen without, never leave home without, never leaves home without, never goes out without, "
    "never leave the house without, never leaves the house without, "
    "i'd love, i would love, would love, id love, we'd love, i love, love to see, love to have, just love, "
    # What the sheets of characters ask for.
    "full name, nickname, alias, species, race, gender, sex, pronoun, sexuality, orientation, personality, "
    "occupation, job, profession, class, level, height, weight, birthday, nationality, ethnicity, body type, "
    "physique, feature, features, distinguishing feature, appearance, description, facial feature, note, extra, "
    "extras, "
    "trait, role, character sheet, ref sheet, reference, reference sheet, character design, char, "
    "weapon:, weapon of choice:, signature item, misc, other info, physical description, looks": FunctionWord.FILLER,
    "の, を, に, 頭, 閉じた口, も, へ, な, だ, です, ます, した, して, する, している, いる, ある, って, "
    "から, まで, より, という, ような, みたいな, みたい, っぽい, 風, 風の, 系, 色, い, く, さん, ちゃん, くん, "
    "君, 様, さま, たち, その, この, あの, こと, もの, そう, て, た, とても, すごく, 少し, ちょっと, かなり, "
    "めっちゃ, もっと, 感じ, 感じの, ください, お願い, お願いします, 描いて, 付き, つき, 付けた, つけた, かけた, "
    "掛けた, かぶった, 被った, 持った, 生えた, 入り, 入った, 的, 的な, っ子, 子, 人, 人物, キャラ, キャラクター, "
    "一人, 1人, ひとり, 姿, 格好, 服を着た, 巻いた首, 女の, 男の, していて, してる, ている, 持ち, タイプ, 全体, "
    "全体的に, カラー, 半, 左右, 両方": FunctionWord.FILLER,
    # What every character here is
    "anime, anime style, anime character, character, person, people, solo, portrait, avatar, icon, emoji, "
    "emote, sticker, picture, image, drawing, art, artwork, illustration, digital art, fanart, oc, "
    "original character, original, cartoon, manga, 2d, pfp, profile picture, upper body, bust, headshot, "
    "close up, closeup, looking at viewer, facing viewer, front view, facing forward, frontal, "
    "simple background, white background, transparent background, plain background, no background, background, "
    "standing, head, body, figure, shoulders, head and shoulders, gif, animated, animation, animate, video, "
    "figure style, アニメ, イラスト, アイコン, 絵, 背景, 背景なし, 背景透過, 透過, 白背景, 正面, 上半身, "
    "バストアップ, ソロ, 立ち絵, 似顔絵, 顔アップ, アバター, スタンプ, 絵文字, マンガ, 漫画, 日本, アニメキャラ, "
    "動画": FunctionWord.FILLER,
    # Praise
    "masterpiece, best quality, high quality, highest quality, good quality, normal quality, quality, "
    "amazing quality, very aesthetic, aesthetic, absurdres, highres, high resolution, hires, 4k, 8k, hd, uhd, "
    "ultra detailed, highly detailed, extremely detailed, detailed, intricate, intricate detail, detailed face, "
    "perfect face, beautiful, beautiful face, cute, kawaii, adorable, lovely, nice, good, cool, great, awesome, "
    "stunning, gorgeous, attractive, perfect, best, amazing, wonderful, charming, fancy, stylish, fashionable, "
    "sweet, professional, trending on artstation, artstation, pixiv, danbooru, newest, year 2023, year 2024, "
    "year 2025, recent, score 9, score 8 up, score 7 up, score 8, score 7, score 6 up, score 5 up, score 4 up, "
    "source anime, rating safe, rating general, general, safe, sfw, official art, wallpaper, key visual, "
    "sharp focus, depth of field, cinematic, cinematic lighting, dramatic lighting, studio lighting, "
    "volumetric lighting, lighting, rim light, vibrant, vibrant color, colorful, vivid color, break, nai, "
    "novelai, 最高品質, 高品質, 傑作, 高画質, 美しい, 綺麗, きれい, キレイ, かわいい, 可愛い, カワイイ, "
    "可愛らしい, 素敵, すてき, 美人, 面白い, おもしろい, いい感じ, おしゃれ, オシャレ, 魅力的, 超, 激, 神絵, "
    "最高, 美": FunctionWord.FILLER,
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (MARKS, FILLER)
