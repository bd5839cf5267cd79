"""Commands in Japanese: path -> name, description. A context menu has no description."""

from __future__ import annotations

from typing import Final

_MOTION: Final = {
    "video": ("動画", "短い自撮り動画。アニモジができたらすぐに消去します"),
    "motion": ("動き", "動画がないときのキャラクターの動き"),
    "voice": ("声", "キャラクターが話す録音"),
    "caption": ("文字", "絵に入れる文字"),
    "background": ("背景", "名前か色。省略すると透明"),
    "length": ("長さ", "動画から使う秒数の上限。いちばん良い部分を選びます"),
    "private": ("非公開", "自分だけに見せるかどうか"),
}
_CHARACTER: Final = ("キャラクター", "あなたのキャラクターの一人")
_NAME: Final = ("名前", "この名前でキャラクターを保存します")


def _options(command: str, **options: tuple[str, str]) -> dict[str, tuple[str, str]]:
    return {f"{command}:{name}": text for name, text in options.items()}


COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "animoji": ("アニモジ", "自分だけの動くアニメキャラクター"),
    "animoji create": ("作成", "言葉からキャラクターを作って動かします。自撮り動画はなくてもかまいません"),
    **_options(
        "animoji create",
        prompt=("言葉", "どんなキャラクターか。例：銀髪、青い目、眼鏡"),
        name=_NAME,
        style=("作り方", "キャラクターの作り方"),
        sketch=("下絵", "Stable Diffusion が塗り重ねる、あなたの絵"),
        **_MOTION,
    ),
    "animoji again": ("もう一度", "保存したキャラクターをもう一度動かします"),
    **_options(
        "animoji again", character=("キャラクター", "あなたのキャラクターの一人。省略するといつもの一人"), **_MOTION
    ),
    "animoji from-picture": ("画像から", "画像からキャラクターを作ります"),
    **_options(
        "animoji from-picture",
        picture=("画像", "正面を向いて目を開けた、一人だけの絵"),
        name=_NAME,
        **_MOTION,
    ),
    "animoji remix": ("アレンジ", "キャラクターの一部の言葉だけを変えます"),
    **_options(
        "animoji remix",
        character=_CHARACTER,
        prompt=("言葉", "変えるところ。例：眼鏡、赤い髪"),
        name=("名前", "この名前で新しいキャラクターを保存します"),
        **_MOTION,
    ),
    "animoji studio": ("スタジオ", "一つの画面でアニモジを作ります"),
    "animoji styles": ("画風", "言葉で選べる画風を表示します"),
    "Animate this": ("これを動かす", ""),
    "Make emoji": ("絵文字にする", ""),
    "Make sticker": ("スタンプにする", ""),
    "character": ("キャラクター", "保存したキャラクター"),
    "character list": ("一覧", "あなたのキャラクターを表示します"),
    "character view": ("表示", "キャラクターを一人表示します"),
    **_options("character view", character=_CHARACTER),
    "character rename": ("改名", "キャラクターの名前を変えます"),
    **_options("character rename", character=_CHARACTER, name=("名前", "新しい名前")),
    "character default": ("いつもの", "選ばないときに使うキャラクターを決めます"),
    **_options("character default", character=_CHARACTER),
    "character share": ("共有", "キャラクターをほかの人が受け取れるようにします"),
    **_options(
        "character share", character=_CHARACTER, stop=("停止", "代わりに共有をやめます。受け取った人の分は残ります")
    ),
    "character import-code": ("受け取る", "共有されたキャラクターを受け取ります"),
    **_options("character import-code", code=("コード", "教えてもらったコード"), name=_NAME),
    "character export": ("書き出し", "キャラクターをファイルで受け取ります"),
    **_options("character export", character=_CHARACTER),
    "character delete": ("削除", "キャラクターと、そのアニモジを削除します"),
    **_options("character delete", character=_CHARACTER),
    "emoji": ("絵文字", "アニモジから作る絵文字とスタンプ"),
    "emoji add": ("追加", "アニモジをこのサーバーの絵文字にします"),
    **_options(
        "emoji add",
        name=("名前", "絵文字の名前（半角英数字と下線）"),
        animoji=("アニモジ", "どれを使うか。省略すると最後に作ったもの"),
    ),
    "emoji pack": ("セット", "一人のキャラクターからいろいろな気持ちの絵文字をまとめて作ります"),
    **_options(
        "emoji pack",
        character=("キャラクター", "あなたのキャラクターの一人。省略するといつもの一人"),
        name=("名前", "絵文字の名前の最初の部分"),
        count=("個数", "いくつ作るか。省略すると 6 個"),
    ),
    "emoji list": ("一覧", "ここで作った絵文字とスタンプを表示します"),
    "emoji remove": ("削除", "ここで作った絵文字かスタンプを削除します"),
    **_options("emoji remove", made=("対象", "どれを削除するか")),
    "emoji sticker": ("スタンプ", "アニモジをこのサーバーのスタンプにします"),
    **_options(
        "emoji sticker",
        name=("名前", "スタンプの名前"),
        tag=("絵文字", "対応する絵文字"),
        animoji=("アニモジ", "どれを使うか。省略すると最後に作ったもの"),
    ),
    "settings": ("設定", "このサーバーでしてよいこと"),
    "settings show": ("表示", "このサーバーでしてよいことを表示して変えます"),
    "settings role-quota": ("ロールの上限", "ロールごとに一日に作れる数を決めます"),
    **_options(
        "settings role-quota",
        role=("ロール", "どのロールか"),
        quota=("個数", "一日に作れる数。省略するとみんなと同じ"),
    ),
    "privacy": ("プライバシー", "あなたについて保存しているもの"),
    "privacy show": ("表示", "何をいつまで保存しているかを表示します"),
    "privacy export": ("書き出し", "保存しているものをすべてファイルで受け取ります"),
    "privacy delete": ("削除", "あなたと、あなたが作ったものを忘れます"),
    "help": ("ヘルプ", "できることと、はじめ方"),
    "about": ("このボット", "だれが何から作ったか"),
}

CHOICES: Final[dict[str, str]] = {
    "Whatever fits": "おまかせ",
    "Drawn": "線画",
    "Painted (Stable Diffusion)": "Stable Diffusion で描く",
}
"""Choices of options, by their English names."""
