"""Colours by name.

One row is one colour: phrases, then "#rrggbb" on cloth, in hair and in eyes (skin where it makes sense). Hair and eyes
take softer versions than cloth: pure red hair looks like paint.
"""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.words.model import Place, Shade, Table, Tint

_ROWS: Final = (
    # phrases | cloth | hair | eyes | skin
    ("black, blk, blck, 黒, 黒色, 黒い, 漆黒, ブラック, 🖤", "#2b2a33", "#3a3340", "#3a3440", "#6b4534"),
    ("white, wht, whte, 白, 白色, 白い, 純白, ホワイト, snow white, 🤍", "#f5f4f8", "#efecf4", "#c9d3e0", "#fff1e8"),
    ("silver, silvery, 銀, 銀色, シルバー", "#c3c8d4", "#cfd3e0", "#a3b0c4", "#dfe2ea"),
    ("platinum, プラチナ", "#e4e0da", "#ece2cc", "#c4c8cc"),
    ("gray, ashen, 灰, 灰色, グレー, ねずみ色, 鼠色, 🩶", "#8e8f99", "#a09da8", "#77808f", "#b9b6bb"),
    ("charcoal, slate gray, スモーキー, 墨色", "#4a4c55", "#55525c", "#4d535e"),
    ("slate, スレート", "#5d6b7c", "#6c7a8c", "#5d7088"),
    ("ash, アッシュ", "#b0aaa8", "#b3abb0", "#8a8f94"),
    ("gunmetal, 鉛色, 鉄色", "#5b626d", "#646a76", "#59636f"),
    ("red, 赤, 赤色, 赤い, レッド, 🔴, 🟥", "#d2384a", "#c04048", "#c8344a", "#d06a60"),
    ("crimson, 真紅, 深紅, 紅, 紅色, クリムゾン", "#b3263f", "#b03a4e", "#b8263f"),
    ("scarlet, 緋色, スカーレット, vermilion, 朱色, 朱", "#dd4030", "#cc4a3c", "#d83a2c"),
    ("ruby, ルビー", "#b81f4c", "#b23a56", "#c41f4e"),
    ("cherry, チェリー", "#c92b52", "#c44a62", "#cc3058"),
    ("blood red, oxblood, blood, ox blood", "#8a1f2f", "#97303e", "#a01f30"),
    ("maroon, えんじ, 臙脂, ボルドー, bordeaux", "#75263a", "#7d3a44", "#85293e"),
    ("burgundy, wine, wine red, ワインレッド, ワイン色, ワイン", "#70263f", "#863a48", "#8c2a48"),
    ("brick, 煉瓦色, レンガ色", "#a84a3c", "#b05a48", "#a64a3a"),
    ("rust, さび色", "#a8552f", "#b4623c", "#aa5428"),
    ("copper, 銅色, カッパー", "#b9683c", "#c26a48", "#b8682f"),
    ("bronze, ブロンズ, 青銅色", "#a2753c", "#a87a48", "#a87a2c"),
    ("burnt orange, pumpkin orange, pumpkin, burnt sienna", "#c8642c", "#c8703c", "#c0602a"),
    ("cinnamon, cognac", "#a5623a", "#a8693f", "#a05c34"),
    ("mahogany, マホガニー", "#6e2f2a", "#7a3a34", "#703028"),
    ("terracotta, テラコッタ", "#c26b4c", "#c87858", "#bc6440"),
    ("pink, pnk, ピンク, ピンク色, 桃色, 桃, 薄紅, 🩷", "#ee9ab8", "#f0a9c0", "#d85c93", "#f6c0c8"),
    ("baby pink, bubblegum pink, bubblegum, candy pink, powder pink", "#f7c0d4", "#f6c3d2", "#e38fb0"),
    ("rose, バラ色, 薔薇色, ローズ", "#d85f80", "#e2809f", "#d04a78"),
    ("hot pink, ショッキングピンク, ホットピンク", "#ee3f92", "#ee64a2", "#e83288"),
    ("magenta, マゼンタ", "#c83a9a", "#cc5aa4", "#c8359a"),
    ("fuchsia, フクシア", "#d63aa8", "#d860b0", "#d035a4"),
    ("salmon, salmon pink, サーモンピンク", "#f2917f", "#f2a08e", "#e2705c", "#f4b8a4"),
    ("coral, コーラル, 珊瑚色", "#f07f68", "#f08f7a", "#e4664e", "#f0b09c"),
    ("peach, peachy, ピーチ", "#f6bd9c", "#f2b99c", "#e8935f", "#f8d5bd"),
    ("cherry blossom, sakura, 桜色, さくら色, 桜", "#f6c9d4", "#f5c6d2", "#e389a8"),
    ("apricot, 杏色, アプリコット", "#f0ad74", "#efb080", "#e2904a", "#f4cba8"),
    ("orange, オレンジ, オレンジ色, 橙, 橙色, 蜜柑色, 🧡, 🟠", "#ee8434", "#e28a45", "#e5822c", "#f0b080"),
    ("tangerine, みかん色", "#f08a28", "#e88a3a", "#ec8420"),
    ("ginger, 赤茶, 赤茶色", "#c7703a", "#cc6f42", "#b5682e"),
    ("auburn, オーバーン", "#8f4634", "#96503e", "#8e4a30"),
    ("amber, 琥珀, 琥珀色, アンバー", "#d98a2b", "#d0924a", "#d98a2b"),
    ("yellow, ylw, yllw, 黄, 黄色, 黄色い, イエロー, きいろ, 💛, 🟡", "#f2c93f", "#f0d470", "#e8bb2e"),
    ("lemon, canary, butter yellow, canary yellow, レモン色, レモンイエロー", "#f6e064", "#f4e28a", "#e8cc3a"),
    ("mustard, からし色, マスタード", "#cfa032", "#d0a850", "#c89628"),
    ("gold, golden, 金, 金色, ゴールド, 黄金", "#d9a93a", "#eac466", "#e0b53a"),
    ("honey, 蜂蜜色, ハニー, はちみつ色", "#dba84c", "#dfb568", "#d99a2e", "#e8b98f"),
    ("cream, creamy, クリーム, クリーム色", "#f6ead0", "#f2e4c2", "#d8c08a", "#fbe6d2"),
    ("ivory, アイボリー, 象牙色", "#f4eee0", "#efe6d2", "#d0c4a4", "#fde3d0"),
    ("beige, ベージュ, "
    "ベージュ色, 生成り", "#dcc6a8", "#d8bd94", "#b4946a", "#f1c7a5"),
    ("tan colored, camel, camel colored", "#c8a070", "#c49a6c", "#a87c4c"),
    ("taupe, mushroom brown, mushroom gray, greige", "#a3927f", "#9c8b7c", "#8a7a6c"),
    ("sand, 砂色, サンド", "#d6bd90", "#d8bf92", "#b89a5c"),
    ("khaki, カーキ", "#8f8a5c", "#9a946a", "#8a8446"),
    ("brown, brwn, brn, 茶, 茶色, 茶色い, ブラウン, 褐, 🤎, 🟤", "#7a5341", "#75503c", "#7a4a2e", "#a56f4c"),
    ("chestnut, 栗色, チェスナット, maroon brown", "#7c4a36", "#84543c", "#80482c"),
    ("chocolate, チョコレート色, チョコ色, チョコ", "#55382e", "#5b4034", "#5c3a2a", "#7d5038"),
    ("coffee brown, coffee colored, mocha, コーヒー色, モカ, 焦げ茶, こげ茶",
     "#5f4638", "#665042", "#644330", "#86583e"),
    ("espresso brown, espresso colored, dark chocolate colored", "#3f2c25", "#4a352c", "#46302a"),
    ("caramel, キャラメル色, キャラメル", "#b97f4e", "#bd8a5c", "#b27838", "#c48a62"),
    ("hazel, ヘーゼル, 榛色", "#a2764a", "#a67c54", "#98703a"),
    ("walnut, くるみ色", "#6a4a38", "#70523e", "#6c4a30"),
    ("olive, オリーブ, オリーブ色", "#7a8048", "#84885a", "#76803c", "#c8a070"),
    ("green, grn, grean, 緑, 緑色, グリーン, みどり, 💚, 🟢", "#3f9a5c", "#5aa578", "#3fa36a", "#a8d0a0"),
    ("lime, ライム, ライムグリーン, chartreuse", "#9acb3c", "#a8d062", "#90c032"),
    ("yellow green, 黄緑, 黄緑色", "#a2c858", "#aacb74", "#94b83c"),
    ("mint, ミント, ミントグリーン, 薄荷色", "#a8e0c4", "#a5d6b8", "#62c49c"),
    ("emerald, エメラルド, エメラルドグリーン, 翠, 翠色", "#1fa070", "#4aa884", "#1f9a70"),
    ("jade, 翡翠, 翡翠色, ジェイド", "#4fae8c", "#62b096", "#3fa080"),
    ("forest green, 深緑, 深緑色, モスグリーン, moss", "#3c6b4c", "#4c7458", "#3c7048"),
    ("bottle green, hunter green, pine green, racing green", "#2a5440", "#3a6450", "#2f6048"),
    ("army green, military green, olive drab", "#5c6644", "#6a7350", "#626c40"),
    ("seafoam, seafoam green, sea foam, sea green", "#8fd6bc", "#94d2bc", "#58bc9c"),
    ("sage, セージ", "#a3b596", "#a5b49a", "#829a72"),
    ("teal, ocean, ocean blue, sea, sea blue, ティール, 青緑, 青緑色", "#2a8c8c", "#4a9a9c", "#2a9498"),
    ("turquoise, ターコイズ, ターコイズブルー, トルコ石", "#4fc4c0", "#6fc3c0", "#2fb4b8"),
    ("aqua, アクア, アクアマリン, aquamarine", "#78d8da", "#82d0d6", "#38c0c8"),
    ("cyan, シアン", "#3fc4dc", "#66c6da", "#28b4d4"),
    ("blue, blu, 青, 青色, 青い, ブルー, 蒼, 碧, 蒼い, 💙, 🔵", "#3c6fc8", "#5a82cc", "#3d6fc4", "#a8c4e8"),
    ("light blue, sky, sky blue, 水色, 空色, スカイブルー, baby blue, azure, 🩵", "#98c8ec", "#93c8e6", "#58a6d9"),
    ("powder blue, cornflower, cornflower blue, duck egg blue, pastel sky", "#a4bfe8", "#a2bbe2", "#6f95d8"),
    ("ice, icy, ice blue, アイスブルー", "#cfe6f4", "#cbe0ee", "#8cc4e4"),
    ("cobalt, コバルト, コバルトブルー, ultramarine, 群青, 群青色", "#2f56b0", "#4466b4", "#2c56b8"),
    ("royal blue, sapphire, サファイア, 瑠璃, 瑠璃色", "#3058c4", "#4a6cc4", "#2a58c8"),
    ("navy, navy blue, 紺, 紺色, ネイビー, dark blue, 濃紺", "#2c3a68", "#3c4a78", "#2f4480"),
    ("midnight, midnight blue, ミッドナイトブルー", "#262b4e", "#2f3558", "#323c78"),
    ("indigo, 藍, 藍色, インディゴ", "#3d4490", "#4e5498", "#3f489c"),
    ("steel blue, スチールブルー, denim, デニム", "#5a7ea8", "#6a8ab0", "#4e7cac"),
    ("periwinkle, ペリウィンクル", "#98a4e4", "#a9b8e8", "#7a88dc"),
    ("purple, prpl, purp, 紫, 紫色, パープル, むらさき, 💜, 🟣", "#7a4fae", "#8262b0", "#7c4cb8", "#c4b0e0"),
    ("violet, すみれ色, 菫色, バイオレット, ヴァイオレット", "#7f62c4", "#8e7cc3", "#8b5cc8"),
    ("lavender, ラベンダー, ラベンダー色, lilac, ライラック, 藤色, 薄紫, 薄紫色", "#c4b2ec", "#b9a1e2", "#a284dc"),
    ("mauve, モーブ", "#b08aa8", "#b494b0", "#a4709c"),
    ("plum, プラム, 梅色", "#7c3f6c", "#845278", "#8a3f78"),
    ("orchid, 蘭色", "#c078c8", "#c088c8", "#b862c0"),
    ("amethyst, アメジスト", "#9a6ad0", "#a27ccc", "#9658d0"),
    ("eggplant, aubergine, 茄子色, なす色", "#4c2f50", "#563c5a", "#5a3062"),
)  # fmt: skip

BASIC: Final = frozenset(
    {"black", "white", "gray", "red", "pink", "orange", "yellow", "brown", "green", "blue", "purple", "blonde"}
)
"""Names of colours that name nothing else; another before one of them says which ("emerald green")."""
METALS: Final = frozenset({"silver", "gold", "copper", "bronze", "platinum"})
"""Names that say which only before what they can be: a "golden brown" is a brown, "silver pink" are two colours."""
GLEAMING: Final = frozenset({"brown", "blonde", "gray", "white", "yellow", "red"})
BLENDS: Final = frozenset(
    {
        ("blue", "green"),
        ("green", "blue"),
        ("gray", "blue"),
        ("blue", "gray"),
        ("gray", "green"),
        ("green", "gray"),
        ("red", "brown"),
        ("brown", "red"),
        ("red", "orange"),
        ("orange", "red"),
        ("yellow", "green"),
        ("green", "yellow"),
        ("blue", "purple"),
        ("purple", "blue"),
        ("blue", "black"),
        ("brown", "black"),
        ("white", "blonde"),
        ("gray", "brown"),
        ("pink", "red"),
        ("red", "purple"),
        ("rose", "gold"),
        ("gray", "black"),
        ("orange", "brown"),
        ("orange", "yellow"),
        ("blonde", "brown"),
        ("gray", "blonde"),
        ("gray", "purple"),
    }
)
"""Pairs of colours side by side that are one between both: "blue-green"."""

HAIR_ALONE: Final = frozenset({"ginger", "auburn"})
"""Names of colours that beside an unknown word are those of hair, as "blonde" always is."""

TINTS: Final[Table] = {
    row[0]: Tint(row[0].split(",")[0], row[1], row[2], row[3], row[4] if len(row) > 4 else "") for row in _ROWS
} | {
    "blonde, blond, blnde, blnd, ブロンド, 金髪, パツキン, fair hair": Tint(
        "blonde", "#f3d98b", "#f3d98b", only=Place.HAIR
    ),
    "platinum blonde, bleached, bleach blonde, icy blonde, white blonde, champagne blonde, silver blonde, "
    "プラチナブロンド": Tint("platinum blonde", "#efe2c0", "#efe2c0", only=Place.HAIR),
    "strawberry blonde, ストロベリーブロンド": Tint("strawberry blonde", "#eab68c", "#eab68c", only=Place.HAIR),
    "dirty blonde, ash blonde, dark blonde, sandy blonde, dishwater blonde, mousy blonde, sandy hair, mousy, sandy, "
    "亜麻色, 亜麻": Tint("ash blonde", "#cdb48a", "#cdb48a", only=Place.HAIR),
    "brunette, brown haired, ブルネット, 茶髪": Tint("brunette", "#75503c", "#75503c", only=Place.HAIR),
    "ginger haired, 赤毛": Tint("ginger", "#cc6f42", "#cc6f42", only=Place.HAIR),
    "redhead, redheaded, red headed, red haired, 🦰": Tint("redhead", "#c65a42", "#c65a42", only=Place.HAIR),
    "raven, raven haired, jet black, 烏羽色, 濡羽色": Tint("raven", "#2f2b3a", "#2f2b3a", "#2f2b3a"),
    "salt and pepper, salt n pepper, ごま塩": Tint("salt and pepper", "#8f8b94", "#8f8b94", only=Place.HAIR),
}  # fmt: skip

_DARK_HAIR: Final = ("#3a3340", "#2f3347", "#4a3a3c", "#5b4034")
_LIGHT_HAIR: Final = ("#f3d98b", "#ecdcb4", "#dfb568")
_PASTEL: Final = ("#f5cdd3", "#b9a1e2", "#a9b8e8", "#93c8e6", "#a5d6b0", "#f2b99c")
_DARK_CLOTH: Final = ("#33323c", "#2f3347", "#3d2f4a", "#2f3d3a", "#40302f")
_PALE_CLOTH: Final = ("#f4d9e4", "#d9e6f6", "#fbeecb", "#e4dbf4", "#d8efe4", "#f3f0f5")
_VIVID_CLOTH: Final = ("#d2384a", "#3c6fc8", "#f2c14e", "#2e9e7b", "#8a4fc0", "#ee6a9a")
_PALE_SKIN: Final = ("#fff1e8", "#ffe9dc")
_DARK_SKIN: Final = ("#a56f4c", "#7d5038", "#6b4534")

SHADES: Final[Table] = {
    "light, 明るい, 明るめ, ライト": Shade(
        0.09, 0.85,
        {Place.HAIR: _LIGHT_HAIR, Place.EYES: ("#58a6d9", "#62c49c", "#e0b53a"), Place.SKIN: _PALE_SKIN,
         Place.OUTFIT: _PALE_CLOTH},
    ),
    "pale, 淡い, 薄い, 淡, 薄, ペール, 色白の": Shade(
        0.12, 0.6,
        {Place.HAIR: _PASTEL, Place.EYES: ("#8cc4e4", "#a3b0c4"), Place.SKIN: _PALE_SKIN, Place.OUTFIT: _PALE_CLOTH},
    ),
    "pastel, soft colored, パステル, パステルカラー": Shade(
        0.12, 0.65, {Place.HAIR: _PASTEL, Place.EYES: ("#8cc4e4", "#e389a8", "#a284dc"), Place.OUTFIT: _PALE_CLOTH}
    ),
    "dark, deep, 濃い, 暗い, 濃, ダーク, 深い": Shade(
        -0.13, 0.9,
        {Place.HAIR: _DARK_HAIR, Place.EYES: ("#5c3a2a", "#3a3440", "#2f4480"), Place.SKIN: _DARK_SKIN,
         Place.OUTFIT: _DARK_CLOTH},
    ),
    "bright, vivid, 鮮やかな, 鮮やか, ビビッド, あざやかな": Shade(
        0.03, 1.25, {Place.EYES: ("#2f6fd0", "#2fa7b8", "#e0b53a"), Place.OUTFIT: _VIVID_CLOTH}
    ),
    "neon, fluorescent, electric, ネオン, 蛍光": Shade(
        0.06, 1.5, {Place.HAIR: ("#ee64a2", "#66c6da", "#a8d062"), Place.EYES: ("#28b4d4", "#90c032", "#e83288")}
    ),
    "dull, muted, dusty, faded, desaturated, くすんだ, くすみ": Shade(-0.01, 0.55),
}  # fmt: skip
