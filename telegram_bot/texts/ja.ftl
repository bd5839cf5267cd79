### 日本語。Discord とちがう文だけ(bot/texts/ja.ftl を参照)。マークダウンは使わない。

## はじめに

start =
    こんにちは！あなたと同じように動くアニメキャラクターを作ります。

    1. キャラクターを短い言葉で書いてください。例：「銀髪のツインテール、紫の目、猫耳」。描いて、手を振らせます。
    2. 顔のビデオメッセージを送ってください（カメラボタンを長押し）。同じ動きをします。
    3. 下の「ステッカー」、まとめて作るなら「パック」を押してください。

    動画に言葉を添えると、すぐに新しいキャラクターになります。/characters で一覧、/help でできることを表示します。
    動画は、アニモジができあがったらすぐに消します。
help =
    言葉を書くと、キャラクターを描きます。次のものを送ると、キャラクターがそのとおりに動きます：
    • 顔が映ったビデオメッセージ、動画、GIF：あなたと同じように動きます
    • ボイスメッセージ：そのとおりに話します
    • 人物の絵：新しいキャラクターになります

    /make 言葉 – 新しいキャラクター。グループでは動画への返信として使うと、その動きをします
    /again – グループで動画への返信として使うと、あなたのキャラクターがその動きをします
    /characters – 一覧：選ぶ、共有する、ステッカーパックを作る、消す
    /privacy – 保存しているもの、そのコピー、消し方
    /delete – あなたのことを忘れます
    /about – このボットについて

    アニモジの下のボタンは、作った人だけが使えます。
about =
    AnimeMoji { $version }、MIT ライセンスのフリーソフトウェアです。python-telegram-bot（LGPL 3）、SQLAlchemy、Alembic、ThorVG（MIT）、MediaPipe、OpenCV（Apache 2.0）、NumPy、SciPy（BSD）、PyAV（BSD）と FFmpeg、x264（GPL）、Pillow（MIT-CMU）を使っています。文字は IPAex ゴシック（IPA フォントライセンス）です。ポーズの形式は Pramook Khungurn 氏の Talking Head Anime 3 に従い、そのモデル（CC BY 4.0）があるところでは絵を動かします。
words-first = だれにさせましょうか？まず「銀髪、青い目、眼鏡」のようにキャラクターを書いてから、もう一度送ってください。
nothing-here = それは使えません。言葉、ビデオメッセージ、動画、ボイスメッセージ、絵のどれかを送ってください。/help で説明します。

command-make = 言葉から新しいキャラクターを作る
command-again = キャラクターが動画と同じ動きをする
command-characters = キャラクター一覧
command-help = できること
command-privacy = 保存しているもの
command-delete = あなたのことを忘れる
command-about = このボットについて

## 見た目に合う言葉

looks-title = あなたに合う言葉：
looks-note = このまま描くならボタンを、直すならこのメッセージに返信して言葉を送ってください。動画から読み取った言葉で、どこにも保存しません。
looks-make = ✏️ このまま描く
looks-nothing = この動画からは、はっきり分かることがありませんでした。キャラクターを短い言葉で書いてから、もう一度動画を送ってください。

## できあがり

result-title = { $name }
result-understood = 読み取った言葉：{ $words }
result-ignored = 描かれなかった言葉：{ $words }
sticker-unsure = ステッカーが届いていなければ、ボタンを押してください。
pack-ready = { $title }:新しいステッカー { $count } 個。ここから追加できます：
    { $link }
pack-step = { $count } 個中 { $done } 個目 · { $feeling }

button-sticker = 🏷 ステッカー
button-add = ➕ パックに追加
button-pack = 📦 パック
button-motion = 🎬 動き
button-reroll = 🎲 引き直す
button-delete = 🗑 消す
button-really = 🗑 本当に消す
button-back = ↩ 戻る
button-default = ⭐ これを使う
button-share = 🔗 共有
button-open_pack = パックを開く
button-export = 📄 コピーをもらう
button-opt_out = 🙅 ほかの人に動かさせない
button-opt_in = 🙆 動かすのを許す
button-forget = 🗑 忘れる
button-previous = ◀
button-next = ▶

deleted-animoji = 消しました。

## キャラクター

characters-none = まだキャラクターがいません。「銀髪、青い目、眼鏡」のように書いてください。
characters-title = キャラクターは { $count } 人です。見たいものを選んでください：
character-card = { $name }
    { $words }
character-is_default = これからは「{ $name }」が、送られたものの動きをします。
character-share_link = このリンクを開いた人は「{ $name }」のコピーをもらえます：
    { $link }
character-copied = 「{ $name }」はあなたのものになりました。ビデオメッセージを送ると、同じ動きをします。

## プライバシー

privacy-show =
    保存しているもの：
    • あなたの Telegram の ID（{ $id }）と言語
    • キャラクター { $characters } 人：言葉とシード、または絵と小さな肖像
    • アニモジ { $animojis } 個：動きの数値と、送った場所
    • ステッカーパック { $sets } 個：その名前
    • 一日に作ったアニモジの数（30 日間）
    送られた動画、ボイスメッセージ、絵は、アニモジができあがったらすぐに消します。保存する動きに顔は映っていません。キャラクターがあなたの声で話すときは、話した内容をそのアニモジと一緒に保存し、アニモジを消すと消えます。
privacy-opted_out = これから、ほかの人はあなたのメッセージを動かせません。
privacy-opted_in = ほかの人がまた、あなたのメッセージを動かせます。
privacy-export = あなたについて保存しているすべてです。JSON ファイルはどのテキストエディターでも開けます。
privacy-delete = あなたのことを、キャラクター { $characters } 人とアニモジ { $animojis } 個とともに忘れます。元に戻せません。ステッカーパックはあなたのものとして残ります。@Stickers で消せます。
privacy-deleted = あなたのことと、キャラクター { $characters } 人、アニモジ { $animojis } 個を忘れました。

## うまくいかないとき

when-minutes = { $count } 分後
when-hours = { $count } 時間後

failure-unknown = すみません、こちらで問題が起きました。また起きたら、この ID を知らせてください：{ $id }
error-set_full = そのパックにはもう { $count } 個のステッカーがあり、上限は { $limit } 個です。@Stickers でいくつか消してください。
error-set_refused = Telegram がステッカーパックを受け付けませんでした（{ $reason }）。別のキャラクターでお試しください。
error-write_first = パックを作れるのは、私に話しかけたことのある人だけです。私とのチャットを開いて「開始」を押し、もう一度お試しください。
error-undeliverable = できあがったファイルを Telegram が受け付けませんでした。もっと短いものでお試しください。
error-opted_out = その人は動かされたくないそうです。ほかの人のものを選んでください。
error-suggestion_gone = この言葉は古くなりました。ビデオメッセージをもう一度送ってください。
error-upload_gone = そのファイルを Telegram から取り出せませんでした。もう一度送ってください。
error-upload_empty = そのファイルは空です。もう一度送ってください。
error-character_unknown = そのキャラクターはいません。/characters で一覧を表示します。
error-character_gone = そのキャラクターはもういません。/characters で一覧を表示します。
error-no_character = まだキャラクターがいません。「銀髪、青い目、眼鏡」のように書いてください。
error-too_many_characters = キャラクターは { $limit } 人までです。/characters で減らしてください。
error-animoji_unknown = そのアニモジはもうありません。新しく作ってください。
error-no_animoji = まだアニモジを作っていません。まずキャラクターを言葉で書いてください。
error-prompt_full = それを加えると { $length } 文字になり、上限の { $limit } 文字をこえます。キャラクターを書き直してください。
error-choice_gone = 「{ $name }」のほかの絵はもうありません。「引き直す」を押してください。
error-server_blocked = このグループでは私を使えません。持ち主に相談してください。
error-server_busy = このグループでは { $limit } 件がすでに進行中です。少し待ってからお試しください。
error-server_quota_used_up = このグループで今日作れる { $limit } 個を作り終えました。{ $when }にまた作れます。
notice-picture_unsure_head = 頭を見つけにくい絵でした。顔の動きがおかしければ、正面からの絵をお試しください。
