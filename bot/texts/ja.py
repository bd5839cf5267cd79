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
    "characters.none": "キャラクターはまだいません。/アニモジ 作成 で作れます。",
    "characters.title": "## あなたのキャラクター（{count}）",
    "characters.line": "**{name}** ・ {prompt} ・ {when}",
    "characters.picture": "画像から作成",
    "characters.back": "◀",
    "characters.next": "▶",
    "character.is_default": "これからは、キャラクターを選ばないとき「{name}」を使います。",
    "character.copied": "「{name}」があなたのキャラクターになりました。/アニモジ もう一度 で動かせます。",
    "character.shared": "{user} さんが **{name}** を共有しています。ボタンか /キャラクター 受け取る `{code}` で受け取れます。",
    "character.not_shared": "「{name}」の共有をやめました。受け取った人のキャラクターはそのままです。",
    "character.take": "受け取る",
    "character.exported": "**{name}** のファイルです。二つそろえて `animemoji render --character character.png` で使えます。",
    "character.deleted": "「{name}」と、そのアニモジ {count} 個を削除しました。",
    "emoji.added": "{emoji} をこのサーバーの絵文字に追加しました：`:{name}:`",
    "button.reroll": "引き直す",
    "button.tweak": "言葉を変える",
    "button.motion": "別の動き",
    "button.rename": "名前を付けて保存",
    "button.emoji": "サーバーに追加",
    "button.sticker": "スタンプ",
    "button.mp4": "MP4",
    "button.webp": "WebP",
    "button.pick1": "1",
    "button.pick2": "2",
    "button.pick3": "3",
    "button.pick4": "4",
    "button.delete": "削除",
    "form.old": "この画面は古くなりました。もう一度開いてください。",
    "rename.title": "キャラクターに名前を付ける",
    "rename.name": "名前",
    "tweak.title": "言葉を変える",
    "tweak.prompt": "どんなキャラクターか",
    "tweak.caption": "絵に入れる文字",
    "motion.title": "別の動き",
    "motion.motion": "一覧から選ぶ",
    "motion.clip": "または自撮り動画",
    "motion.clip_note": "アニモジができたらすぐに消去します。",
    "character.renamed": "「{name}」として保存しました。",
    "emoji.title": "新しい絵文字",
    "emoji.name": "名前（半角英数字と下線）",
    "character.words": "**言葉にすると：**{words}",
    "styles.title": "## 画風\n下の単語のどれか一つを、言葉のどこかに書いてください。",
    "styles.line": "**{title}**\n`style:{name}`",
    "styles.only_painted": "-# Stable Diffusion で描くときだけ",
    "styles.none": "ここには画風がありません。描き方は言葉で書いてください。",
    "choice.title": "**描いた候補です。**上で動いているのは 1 です。ほかの番号を押すと、そちらに変えて動かします。",
    "choice.picture": "候補の画像 {number}",
    "error.choice_gone": "「{name}」のほかの候補はもう残っていません。「引き直す」で新しく描けます。",
    "adjust.open": "位置を直す",
    "adjust.title": (
        "### {name} の位置を直す\n頭（髪の上からあごまで）が枠にまっすぐ収まるように動かしてください。「完了」を押すまでは何も変わりません。"
    ),
    "adjust.picture": "キャラクターの画像。枠は頭の入る場所です",
    "adjust.left": "← 左",
    "adjust.up": "↑ 上",
    "adjust.down": "↓ 下",
    "adjust.right": "→ 右",
    "adjust.larger": "＋ 大きく",
    "adjust.smaller": "－ 小さく",
    "adjust.turnleft": "↺ 左に回す",
    "adjust.turnright": "↻ 右に回す",
    "adjust.done": "完了",
    "adjust.reset": "元に戻す",
    "adjust.saved": "「{name}」をこの位置で保存しました。/アニモジ もう一度 で動かしてみてください。",
    "error.character_gone": "そのキャラクターはもういません。/キャラクター 一覧 で確かめてください。",
    "error.picture_changed": "「{name}」の画像はもう変わっています。/キャラクター 表示 から位置を直してください。",
    "emoji.added_to_bot": "{emoji} を私の絵文字に追加しました。私とのやりとりで使えます：`:{name}:`",
    "emoji.waiting": "⏳ Discord の制限で今は追加できません。{when} に自動で追加します。",
    "sticker.title": "新しいスタンプ",
    "sticker.name": "名前",
    "sticker.tag": "対応する絵文字",
    "sticker.added": "「{name}」をこのサーバーのスタンプに追加しました。",
    "error.own_emoji_full": "私の絵文字は一人 {limit} 個までです。/絵文字 削除 で一つ消してください。",
    "error.no_free_sticker_slots": (
        "このサーバーのスタンプの枠 {limit} 個はすべて埋まっています。先に一つ消してください。"
    ),
    "error.sticker_name": "スタンプの名前は 2～30 文字です。別の名前にしてください。",
    "studio.title": "アニモジを作る",
    "studio.prompt_example": "銀髪、青い目、眼鏡",
    "studio.clip": "自撮り動画",
    "studio.motion": "または動きを一覧から",
    "studio.name": "キャラクターの名前",
    "studio.animate": "これを動かす",
    "studio.or_default": "空けておくと、いつものキャラクターが動きます。",
    "studio.picture_motion": "動き",
    "settings.title": "## このサーバーでの設定",
    "settings.channels": "すべてのチャンネル",
    "settings.channels_title": "**チャンネル**（使ってよい場所）",
    "settings.roles": "全員",
    "settings.roles_title": "**ロール**（使ってよい人）",
    "settings.emoji_roles": "エクスプレッションを作成できる人",
    "settings.emoji_roles_title": "**ロール**（絵文字とスタンプを追加してよい人。Discord の権限も必要です）",
    "settings.filter": "ボットの持ち主の設定どおり",
    "settings.filter_title": "**言葉のフィルター**（言葉・名前・文字）",
    "settings.filter_off": "なし",
    "settings.filter_standard": "標準：性的・差別的な言葉を断る",
    "settings.filter_strict": "厳しい：子どもがいても安心",
    "settings.language": "読む人に合わせる",
    "settings.language_title": "**言語**（みんなに見える返事）",
    "settings.language_reader": "読む人に合わせる",
    "settings.language_en": "English",
    "settings.language_ja": "日本語",
    "settings.limits": "上限…",
    "settings.limits_now": "**上限：**一人一日 {quota} ・ サーバー全体で一日 {server} ・ 間隔 {cooldown}",
    "settings.default": "標準",
    "settings.daily_quota": "一人が一日に作れる数",
    "settings.server_quota": "サーバー全体で一日に作れる数",
    "settings.cooldown_seconds": "同じ人が次に作れるまでの秒数",
    "settings.private_on": "返事は本人だけに見せる：オン",
    "settings.private_off": "返事は本人だけに見せる：オフ",
    "settings.role_quota_line": "{role}：一日 {quota}",
    "settings.role_quota_gone": "{role}：みんなと同じ",
    "privacy.show": (
        "## 保存しているもの\n"
        "- Discord の ID と言語\n"
        "- キャラクター **{characters}** 人：言葉とシード、または画像。小さな似顔絵\n"
        "- アニモジ **{animojis}** 個：数値になった動き、文字、投稿した場所\n"
        "- 絵文字とスタンプ **{expressions}** 個：名前と ID\n"
        "- 一日に作った数（30 日間）\n"
        "送ってもらった動画・録音・画像は、アニモジができたらすぐに消去します。保存する動きに顔は写りません。"
        "ほかは /プライバシー 削除 をするまで残ります。/プライバシー 書き出し で写しを受け取れます。"
    ),
    "privacy.export": "保存しているもののすべてです。JSON ファイルはどのエディターでも読めます。",
    "privacy.delete": (
        "キャラクター **{characters}** 人とアニモジ **{animojis}** 個を含め、あなたのことをすべて忘れます。"
        "元には戻せません。サーバーの絵文字とスタンプは残ります。"
    ),
    "privacy.delete_button": "忘れる",
    "privacy.deleted": "キャラクター {characters} 人、アニモジ {animojis} 個と、あなたのことを忘れました。",
    "help": (
        "## あなたと同じように動くアニメキャラクターを作ります\n"
        "**はじめに：**/アニモジ 作成 に言葉（「銀髪、青い目、眼鏡」）と短い自撮り動画を入れてください。"
        "動画がなければ「動き」か「声」を選べます。/アニモジ スタジオ なら一つの画面で作れます。"
        "画風は /アニモジ 画風 で見られます。\n"
        "**もう一度：**/アニモジ もう一度 で保存したキャラクターを動かし、/アニモジ アレンジ で言葉を変え、"
        "/アニモジ 画像から で絵を動かします。\n"
        "**絵文字：**/絵文字 追加 、/絵文字 スタンプ 、六つの気持ちをまとめて /絵文字 セット 。\n"
        "**キャラクター：**/キャラクター 一覧 、/キャラクター 共有 。\n"
        "**どのメッセージでも：**アプリ → これを動かす、絵文字にする、スタンプにする。\n"
        "**あなたの情報：**/プライバシー 表示 。サーバーの管理者：/設定 表示 。"
    ),
    "about": (
        "## AnimeMoji {version}\n"
        "MIT ライセンスの自由なソフトウェアです。使っているもの：discord.py、SQLAlchemy、Alembic、ThorVG（MIT）、"
        "MediaPipe、OpenCV（Apache 2.0）、NumPy、SciPy（BSD）、PyAV（BSD、FFmpeg と x264（GPL）を含む）、Pillow（MIT-CMU）。"
        "文字は IPAex ゴシック（IPA フォントライセンス）です。ポーズは Pramook Khungurn さんの Talking Head Anime 3 の形式に従い、"
        "そのモデル（CC BY 4.0）があれば画像も動かします。"
    ),
    "failure.unknown": "こちらの不具合です。すみません。また起きたら、この ID を添えて知らせてください：`{id}`",
    "failure.setup": "設定に問題があって、今はできません。管理者には伝わります。線画のキャラクターなら作れます。",
    "failure.too_much": "二度試しましたが処理しきれませんでした。別の動画か画像で試してください。",
    "pack.step": "**{done}／{count}** ・ {feeling}",
    "pack.added": "{emoji}\n**{name}** の絵文字を {count} 個追加しました。",
    "pack.part": "{emoji}\n**{name}** の絵文字を {wanted} 個のうち {count} 個追加しました。{reason}",
    "emoji.list": "## ここで作ったもの（{count}）",
    "emoji.list_line": "{emoji} `{name}` ・ {user} ・ {when}",
    "emoji.list_none": "ここで作った絵文字やスタンプはまだありません。/絵文字 追加 で作れます。",
    "emoji.list_sticker": "🏷️",
    "emoji.removed": "`{name}` を削除しました。",
    "error.expression_unknown": "ここで作ったその名前の絵文字やスタンプはありません。/絵文字 一覧 で確かめてください。",
    "failure.restarting": "再起動しています。少ししてからもう一度試してください。",
    "failure.command": "実行できません：{reason}",
    "error.not_yours": "これは作った本人だけができます。",
    "error.upload_too_large": "このファイルは {size} あります。{limit} 以下のものを送ってください。",
    "error.upload_empty": "ファイルが空です。もう一度添付してください。",
    "error.upload_gone": "Discord からファイルを受け取れませんでした。もう一度添付してください。",
    "error.character_unknown": "「{name}」というキャラクターはいません。/キャラクター 一覧 で確かめてください。",
    "error.no_character": "キャラクターがまだいません。/アニモジ 作成 で作ってください。",
    "error.share_code": "そのコードで共有されているキャラクターはいません。コードを確かめるか、新しいコードをもらってください。",
    "error.character_name_taken": "「{name}」という名前はもう使われています。別の名前にしてください。",
    "error.character_name": "キャラクターの名前は改行なしで 1～{limit} 文字です。別の名前にしてください。",
    "error.too_many_characters": "キャラクターは {limit} 人までです。/キャラクター 削除 で一人消してください。",
    "error.animoji_unknown": "そのアニモジはもうありません。/アニモジ 作成 で作ってください。",
    "error.no_animoji": "アニモジがまだありません。/アニモジ 作成 で作ってください。",
    "error.prompt_missing": "どんなキャラクターか短く書いてください。例：「銀髪、青い目、眼鏡」",
    "error.nothing_to_animate": "そのメッセージには動画も録音も画像もありません。あるものを選んでください。",
    "error.no_animoji_there": "そのメッセージにアニモジはありません。アニモジのあるものを選んでください。",
    "error.one_motion": "video、motion、voice のうち一つだけを指定してください。",
    "error.not_from_words": (
        "「{name}」は画像から作ったので、変える言葉がありません。言葉から作ったキャラクターを選んでください。"
    ),
    "error.too_many_jobs": "進行中の作業がもう {limit} 件あります。終わるのを待つか、一つキャンセルしてください。",
    "error.server_busy": "このサーバーでは {limit} 件の作業が進行中です。少ししてからもう一度試してください。",
    "error.cooldown": "少し待ってください。次は {when} に作れます。",
    "error.quota_used_up": "ここで一日に作れる {limit} 個を使い切りました。{when} にまた作れます。",
    "error.server_quota_used_up": "このサーバーで一日に作れる {limit} 個を使い切りました。{when} にまた作れます。",
    "error.channel_not_allowed": "このチャンネルでは使えません。{channels} で使ってください。",
    "error.role_needed": "このサーバーで使うには決められたロールが必要です。管理者に頼んでください。",
    "error.emoji_role_needed": "このサーバーで絵文字やスタンプを追加するには決められたロールが必要です。管理者に頼んでください。",
    "error.no_admin": "サーバーを管理できる人だけが変えられます。管理者に頼んでください。",
    "error.word_refused": "「{word}」はここでは使えません。その言葉を使わずに書いてください。",
    "error.number_needed": "「{value}」は 0～{limit} の整数ではありません。空けておくか、整数を書いてください。",
    "error.server_only": "これは私が参加しているサーバーでだけ使えます。そこで試してください。",
    "error.you_lack_permission": (
        "絵文字やスタンプを追加するには、このサーバーの「エクスプレッションを作成」権限が必要です。管理者に頼んでください。"
    ),
    "error.bot_lacks_permission": "私に「エクスプレッションを作成」権限がありません。管理者に頼んで付けてください。",
    "error.no_free_slots": (
        "このサーバーのアニメーション絵文字の枠 {limit} 個はすべて埋まっています。先に一つ消してください。"
    ),
    "error.emoji_name": "絵文字の名前は半角英数字と下線で 2～32 文字です。例：「{example}」",
    "error.discord_busy": "Discord の制限で、今は絵文字を追加できません。{minutes} 分後にもう一度試してください。",
    "error.discord_refused": "Discord に断られました：{reason}",
}
