"""Japanese."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "job.waiting": "⏳ 順番待ち：{position} 番目です。",
    "job.next": "⏳ 次の順番です。",
    "job.starting": "⏳ 準備しています…",
    "job.stage.queued": "順番待ち",
    "job.stage.character": "キャラクターを考えています",
    "job.stage.motion": "動きを読み取っています",
    "job.stage.pose": "描いています",
    "job.stage.encode": "ファイルにまとめています",
    "job.seconds_left": "残り約 {seconds} 秒",
    "job.cancelled": "キャンセルしました。",
    "job.gone": "その作業はもう終わっています。",
    "job.cancel": "キャンセル",
    "job.delivered_late": "{mention} アニモジができました。Discord の待ち時間を過ぎたので、ここでお届けします。",
    "result.understood": "**読み取った内容：**{words}",
    "result.ignored": "**わからなかった言葉：**{words}",
    "result.facts": "{seconds} 秒・{frames} コマ・{size}×{size} px・{format}、{bytes}",
    "characters.none": "キャラクターはまだいません。/animoji create で作れます。",
    "characters.title": "## あなたのキャラクター（{count}）",
    "characters.line": "**{name}** ・ {prompt} ・ {when}",
    "characters.picture": "画像から作成",
    "characters.more": "…ほかに {count} 人います。",
    "character.deleted": "「{name}」と、そのアニモジ {count} 個を削除しました。",
    "emoji.added": "{emoji} をこのサーバーの絵文字に追加しました：`:{name}:`",
    "failure.unknown": "こちらの不具合です。すみません。また起きたら、この ID を添えて知らせてください：`{id}`",
    "failure.restarting": "再起動しています。少ししてからもう一度試してください。",
    "failure.command": "実行できません：{reason}",
    "error.not_yours": "これは作った本人だけができます。",
    "error.upload_too_large": "このファイルは {size} あります。{limit} 以下のものを送ってください。",
    "error.upload_empty": "ファイルが空です。もう一度添付してください。",
    "error.upload_gone": "Discord からファイルを受け取れませんでした。もう一度添付してください。",
    "error.character_unknown": "「{name}」というキャラクターはいません。/character list で確かめてください。",
    "error.character_name_taken": "「{name}」という名前はもう使われています。別の名前にしてください。",
    "error.character_name": "キャラクターの名前は改行なしで 1～{limit} 文字です。別の名前にしてください。",
    "error.too_many_characters": "キャラクターは {limit} 人までです。/character delete で一人消してください。",
    "error.animoji_unknown": "そのアニモジはもうありません。/animoji create で作ってください。",
    "error.no_animoji": "アニモジがまだありません。/animoji create で作ってください。",
    "error.prompt_missing": "どんなキャラクターか短く書いてください。例：「銀髪、青い目、眼鏡」",
    "error.server_only": "これは私が参加しているサーバーでだけ使えます。そこで試してください。",
    "error.you_lack_permission": (
        "絵文字を追加するには、このサーバーの「エクスプレッションを作成」権限が必要です。管理者に頼んでください。"
    ),
    "error.bot_lacks_permission": "私に「エクスプレッションを作成」権限がありません。管理者に頼んで付けてください。",
    "error.no_free_slots": (
        "このサーバーのアニメーション絵文字の枠 {limit} 個はすべて埋まっています。先に一つ消してください。"
    ),
    "error.emoji_name": "絵文字の名前は半角英数字と下線で 2～32 文字です。例：「{example}」",
    "error.discord_busy": "Discord の制限で、今は絵文字を追加できません。{minutes} 分後にもう一度試してください。",
    "error.discord_refused": "Discord に断られました：{reason}",
}
