### 日本語。

language-name = 日本語

## 作業中

job-waiting = ⏳ 順番待ち：{ $position } 番目です。
job-next = ⏳ 次の順番です。
job-starting = ⏳ 準備しています…
job-stage-queued = 順番待ち
job-stage-character = キャラクターを考えています
job-stage-motion = 動きを読み取っています
job-stage-pose = 描いています
job-stage-encode = ファイルにまとめています
job-seconds_left = 残り約 { $seconds } 秒
job-cancelled = キャンセルしました。
job-gone = その作業はもう終わっています。
job-cancel = キャンセル
job-delivered_late = { $mention } アニモジができました。Discord の待ち時間を過ぎたので、ここでお届けします。

## できあがったアニモジ

result-understood = **読み取った内容：**{ $words }
result-ignored = **描かれなかった言葉：**{ $words }
result-facts = { $seconds } 秒・{ $frames } コマ・{ $size }×{ $size } px・{ $format }・{ $bytes }
understood-topic = { $topic }：{ $words }
understood-denied = { $words }なし
understood-comma = 、
understood-stop = ／
topic-character = 人物
topic-style = 画風
topic-hair = 髪
topic-eyes = 目
topic-face = 顔
topic-expression = 表情
topic-skin = 肌
topic-outfit = 服
topic-accessories = 小物

## キャラクター

characters-none = キャラクターはまだいません。/アニモジ 作成 で最初の一人を作りましょう。
characters-title = ## あなたのキャラクター（{ $count }）
characters-line = **{ $name }** ・ { $prompt } ・ { $when }
characters-picture = 画像から作成
characters-back = ◀
characters-next = ▶
character-is_default = これからは、キャラクターを選ばないとき「{ $name }」を使います。
character-copied = 「{ $name }」があなたのキャラクターになりました。/アニモジ もう一度 で動かせます。
character-shared = { $user } さんが **{ $name }** を共有しています。ボタンか /キャラクター 受け取る `{ $code }` で受け取れます。
character-not_shared = 「{ $name }」の共有をやめました。受け取った人のキャラクターはそのままです。
character-take = 受け取る
character-exported = **{ $name }** のファイルです。二つそろえて `animemoji render --character character.png` で使えます。
character-deleted = { $count ->
        [0] 「{ $name }」を削除しました。
       *[other] 「{ $name }」と、そのアニモジ { $count } 個を削除しました。
    }
character-renamed = 「{ $name }」として保存しました。
kind-drawn = 線画
kind-diffused = Stable Diffusion
kind-uploaded = 画像から
character-words = **言葉にすると：**{ $words }

student-unfinished = -# 手が空いたときに、この画像をもっと速く動かせるように覚えています（{ $percent } %）。
student-ready = -# この画像はもう覚えました（{ $figure } dB）。これからはずっと速く、大きく動きます。
student-poor = -# この画像について覚えた内容は粗すぎて使えません（{ $figure } dB、必要なのは { $floor }）。これまでどおりに動きます。
student-failed = -# この画像は覚えられませんでした。これまでどおりに動きます。

styles-title =
    ## 画風
    下の単語のどれか一つを、言葉のどこかに書いてください。
styles-line =
    {"**"}{ $title }**
    `style:{ $name }`
styles-only_painted = -# Stable Diffusion で描くときだけ
styles-none = ここには画風がありません。描き方は言葉で書いてください。
choice-title = **候補をいくつか描きました。**上で動いているのは 1 です。ほかの番号を押すと、そちらに変わります。
choice-picture = 候補 { $number }
adjust-open = 位置を直す
adjust-title =
    ### { $name } の位置を直す
    頭（髪の上からあごまで）が枠にまっすぐ収まるように動かしてください。「完了」を押すまでは何も変わりません。
adjust-picture = キャラクターの画像。枠は頭の入る場所です
adjust-left = ← 左
adjust-up = ↑ 上
adjust-down = ↓ 下
adjust-right = → 右
adjust-larger = ＋ 大きく
adjust-smaller = － 小さく
adjust-turnleft = ↺ 左に回す
adjust-turnright = ↻ 右に回す
adjust-done = 完了
adjust-reset = 元に戻す
adjust-saved = 「{ $name }」をこの位置で保存しました。/アニモジ もう一度 で動かしてみてください。

## ボタンと入力画面

button-reroll = 引き直す
button-tweak = 言葉を変える
button-motion = 別の動き
button-rename = 名前を付けて保存
button-emoji = サーバーに追加
button-emoji_own = 絵文字にする
button-sticker = スタンプ
button-pack = パック …
button-studio = スタジオで開く
button-mp4 = MP4
button-webp = WebP
button-delete = 削除
button-pick1 = 1
button-pick2 = 2
button-pick3 = 3
button-pick4 = 4
form-old = この画面は古くなりました。もう一度開いてください。
delete-animoji = このアニモジを削除しますか？
delete-animoji_text = メッセージと動きは元に戻せません。キャラクターは残ります。
delete-expression = ここにいる全員から削除しますか？
delete-expression_text = 「{ $name }」は元に戻せません。使われているメッセージからも消えます。
delete-character = このキャラクターを削除しますか？
delete-character_text = 「{ $name }」と、そのアニモジの記録は元に戻せません。投稿済みのメッセージは残ります。

# What is read out instead of a picture: "Mimi: silver twin tails; laughs, waves".
alt = { $name }：{ $looks }。{ $does }
alt-still = { $name }：{ $looks }
alt-picture = アニメのキャラクター
alt-moves = 動いている
alt-comma = 、
alt-stop = 。
alt-caption = 。文字は「{ $caption }」
alt-feels-happy = 笑顔
alt-feels-sad = 悲しい顔
alt-feels-angry = 怒った顔
alt-feels-surprised = 驚いた顔
alt-feels-disgusted = いやそうな顔
alt-feels-afraid = こわがっている
alt-does-wave = 手を振る
alt-does-peace = ピースをする
alt-does-thumbs_up = 親指を立てる
alt-does-cheeks = 両手をほおに当てる
rename-title = キャラクターに名前を付ける
rename-name = 名前
tweak-title = 言葉を変える
tweak-prompt = どんなキャラクターか
tweak-caption = 絵に入れる文字
motion-title = 別の動き
motion-motion = 一覧から選ぶ
motion-clip = または自撮り動画
motion-clip_note = アニモジができたらすぐに消去します。
studio-open = スタジオを開く
studio-link = スタジオはブラウザーで開くページです。このリンクは10分以内に一度だけ使えます。開いた人があなたとして入るので、人に渡さないでください。
studio-shared = { $user }さんがスタジオで作りました。
looks-title = **あなたに合う言葉**
looks-nothing = はっきり分かることがありませんでした。自由に書いてください。
looks-note = -# 動画か写真から読み取った言葉で、どこにも保存しません。あなたが言葉を送るまで、何も描きません。
looks-edit = 直して作る
looks-form = あなたの見た目
looks-form_note = 直しても、消しても、足してもかまいません。送った言葉でキャラクターを作ります。
looks-looking = **見た目を読み取っています**
looks-black-hair = 黒髪
looks-brown-hair = 茶髪
looks-blonde-hair = 金髪
looks-red-hair = 赤髪
looks-gray-hair = 灰色の髪
looks-short-hair = ショートヘア
looks-medium-hair = ミディアムヘア
looks-long-hair = ロングヘア
looks-glasses = 眼鏡

form-title = アニモジを作る
form-prompt_example = 銀髪、青い目、眼鏡
form-or_look = 空けておくと、動画に写ったあなたに合う言葉を提案します。
form-clip = 自撮り動画
form-motion = または動きを一覧から
form-name = キャラクターの名前
form-animate = これを動かす
form-or_default = 空けておくと、いつものキャラクターが動きます。
form-spoiler = クリックするまで隠す（ネタバレ）
form-picture_motion = 動き

## 二人のアニモジ

together-invitation =
    ### いっしょに作りませんか？
    { $friend }さん、{ $asker }さんが**{ $name }**とあなたのキャラクターを並べたアニモジを作りたいそうです。どのキャラクターにするかはあなたが選びます。「はい」と答えるまでは何も作られません。この招待は{ $when }に終わります。
together-yes = はい、選びます
together-no = 今回はやめておきます
together-back = 取り消す
together-title = どのキャラクターにしますか？
together-which = あなたのキャラクター
together-which_note = このアニモジだけに使われます。できたアニモジはあなたも削除できます。
together-accepted = { $friend }さんが**{ $name }**で参加します！{ $asker }さん、まもなくここにアニモジが届きます。
together-declined = { $asker }さん、今回は見送りです。自分のキャラクターどうしならいつでも並べられます。
together-taken_back = この招待は取り消されました。

## サーバーのギャラリー

gallery-title = ## このサーバーのキャラクター（{ $count }）
gallery-line = **{ $name }**（{ $user }さん）
gallery-none = まだだれもキャラクターを見せていません。/ギャラリー 見せる で最初の一人になってください。
gallery-added = 「{ $name }」をこのサーバーのギャラリーに入れました。ほかの人が動かしてみたり、自分用に作ったりできます。/ギャラリー 外す で外せます。
gallery-removed = 「{ $name }」をギャラリーから外しました。もう作られたものは残ります。
gallery-try = 動かしてみる
gallery-mine = 自分用に作る
gallery-tried = { $user }さんの「{ $name }」です。あなただけに見えています
gallery-mine_title = 自分用に作る
gallery-mine_words = 変えたい言葉
gallery-mine_note = 空けておくと、そのままの写しになります。
gallery-mine_example = 赤い髪、眼鏡

## 絵文字とスタンプ

emoji-title = 新しい絵文字
emoji-name = 名前（半角英数字と下線）
emoji-added = { $emoji } をこのサーバーの絵文字に追加しました：`:{ $name }:`
emoji-added_to_bot = { $emoji } を私の絵文字に追加しました。私とのやりとりで使えます：`:{ $name }:`
emoji-waiting = ⏳ Discord の制限で今は追加できません。{ $when } に自動で追加します。
emoji-list = ## ここで作ったもの（{ $count }）
emoji-list_line = { $emoji } `{ $name }` ・ { $user } ・ { $when }
emoji-list_none = ここで作った絵文字やスタンプはまだありません。/絵文字 追加 で作れます。
emoji-list_sticker = 🏷️
emoji-removed = `{ $name }` を削除しました。
sticker-title = 新しいスタンプ
sticker-name = 名前
sticker-tag = 対応する絵文字
sticker-added = 「{ $name }」をこのサーバーのスタンプに追加しました。
pack-step = **{ $done }／{ $count }** ・ { $feeling }
pack-added =
    { $emoji }
    {"**"}{ $name }** の絵文字を { $count } 個追加しました。
pack-part =
    { $emoji }
    {"**"}{ $name }** の絵文字を { $wanted } 個のうち { $count } 個追加しました。{ $reason }
pack-files = **{ $name }** の { $place } 用パックです（{ $count } 個、{ $bytes }）。登録のしかたはファイルの中にもあります。
    { $steps }
pack-title = ほかの場所で使うパック
pack-place = どこで使いますか
pack-place_note = 気持ちごとのファイルと、登録のしかたをお渡しします。
place-telegram-sticker = Telegram のステッカー
place-telegram-emoji = Telegram の絵文字
place-telegram-still = Telegram のステッカー（静止画）
place-whatsapp = WhatsApp
place-whatsapp-still = WhatsApp（静止画）
place-line-sticker = LINE スタンプ
place-line-emoji = LINE 絵文字
place-slack = Slack
place-twitch = Twitch
place-signal = Signal
place-imessage = iMessage
place-discord-emoji = Discord の絵文字
place-discord-sticker = Discord のスタンプ

feeling-happy = うれしい
feeling-sad = かなしい
feeling-angry = 怒り
feeling-love = 大好き
feeling-shock = びっくり
feeling-sleepy = ねむい
feeling-think = 考え中
feeling-shy = 照れ
feeling-smug = 得意げ
feeling-hi = あいさつ
feeling-yes = はい
feeling-no = いいえ
feeling-yay = やったー
feeling-wink = ウインク
feeling-kiss = 投げキッス
feeling-good = いいね
feeling-peace = ピース
feeling-huh = はてな
feeling-pout = ぷんぷん
feeling-sob = 大泣き
feeling-giggle = くすくす
feeling-dizzy = くらくら
feeling-sing = 歌う
feeling-dance = 踊る

## キャラクターとして話す

speech-edit_title = 発言を編集
speech-edit_text = キャラクターの言葉
speech-delete_title = この発言を消しますか？
speech-delete_text = 「{ $name }」の発言は元に戻せません。だれが言ったかも忘れます。
speech-who = { $user }（`{ $id }`）さんが **{ $name }** として言いました（{ $when }）。
speech-prefix = サーバーが許していれば、`{ $prefix }` で始まるあなたのメッセージを「{ $name }」が言います。
speech-no_prefix = 「{ $name }」の合図をなくしました。/せりふ ではこれまでどおり話せます。
speech-quiet = { $channel } では、だれもキャラクターとして話せなくなりました。戻すには /静かに の「終了」を使ってください。
speech-loud = { $channel } で、またキャラクターとして話せます。
speech-left = メッセージはそのままにしました。{ $reason }
speech-answers = { $name }：{ $words }
speech-answered_file = （ファイル）

## サーバーの設定

settings-title = ## このサーバーでの設定
settings-channels = すべてのチャンネル
settings-channels_title = **チャンネル**（使ってよい場所。スレッドや投稿も含む。カテゴリーなら中のすべて）
settings-roles = 全員
settings-roles_title = **ロール**（使ってよい人）
settings-emoji_roles = エクスプレッションを作成できる人
settings-emoji_roles_title = **ロール**（絵文字とスタンプを追加してよい人。Discord の権限も必要です）
settings-filter = ボットの運営者の設定どおり
settings-filter_title = **言葉のフィルター**（キャラクターの言葉・名前・絵に入れる文字）
settings-filter_owner = ボットの運営者の設定どおり
settings-filter_off = なし
settings-filter_standard = 標準：性的・差別的な言葉を断る
settings-filter_strict = 厳しい：子どもがいても安心（年齢制限チャンネルでは標準）
settings-language = 読む人に合わせる
settings-language_title = **言語**（みんなに見える返事）
settings-language_reader = 読む人に合わせる
settings-speaking = キャラクターとして話す方法
settings-speaking_title = **キャラクターとして話す**
settings-speaking_off = 使わない
settings-speaking_say = /せりふ だけ
settings-speaking_prefix = /せりふ と、「luna: こんにちは」のような合図（メッセージを置き換えます）
settings-quiet = なし
settings-quiet_title = **静かなチャンネル**：だれもキャラクターとして話せません
settings-log = なし
settings-log_title = **記録**を書くチャンネル。だれが何を作り、何を消したかを書きます（動画や言葉は書きません）
settings-limits = 上限…
settings-limits_now = **上限：**一人一日 { $quota } ・ サーバー全体で一日 { $server } ・ 間隔 { $cooldown }
settings-seconds = { $seconds } 秒
settings-usual = { $value }（持ち主の設定）
settings-highest = { $value }（持ち主が決めた上限）
settings-no_limit = 上限なし
settings-daily_quota = 一人が一日に作れる数
settings-server_quota = サーバー全体で一日に作れる数
settings-cooldown_seconds = 同じ人が次に作れるまでの秒数
settings-private_on = 返事は本人だけに見せる：オン
settings-private_off = 返事は本人だけに見せる：オフ
settings-role_quota_line = { $role }：一日 { $quota }
settings-role_quota_gone = { $role }：みんなと同じ

# 記録の行
journal-emoji = { $user }さんが{ $shown } `{ $name }` を追加しました
journal-sticker = { $user }さんがスタンプ{ $shown }「{ $name }」を追加しました
journal-removed = { $user }さんが `{ $name }` を削除しました
journal-deleted = { $user }さんが、{ $owner }さんの作った「{ $name }」のアニモジを削除しました
journal-unsaid = { $user }さんが、{ $channel } で{ $owner }さんの「{ $name }」が言ったことを削除しました
journal-quiet = { $user }さんが、{ $channel } でキャラクターとして話せないようにしました
journal-loud = { $user }さんが、{ $channel } でまたキャラクターとして話せるようにしました
journal-unshown = { $user }さんが、{ $owner }さんの「{ $name }」をギャラリーから外しました
journal-blocked = { $user }さんが{ $other }さんをブロックしました
journal-unblocked = { $user }さんが{ $other }さんのブロックを解除しました

moderation-blocked = { $user }はもう私を使えません。保存したものは本人のもののままです。/モデレーション 解除 で元に戻せます。
moderation-unblocked = { $user }はまた私を使えます。
blocks-title = ## ブロック中（{ $count }）
blocks-line = { $who } · { $by }による · { $when }
blocks-none = ブロックしている相手はいません。

## 持ち主のために

owner-status = ## 調子
owner-servers = サーバー：{ $count }
owner-jobs = 作業：待ち{ $waiting }件、ここで描いているもの{ $drawing }件
owner-database = データベースの版：{ $revision }
owner-fault = ⚠️ { $part }の調子がよくありません：{ $fault }
owner-awake = だれでも使えます。
owner-asleep = 🔧 { $when }から手入れ中です。新しい作業は受けません。
owner-blocked = { $who }はもうどこでも私を使えません。保存したものは本人のもののままです。/持ち主 人を解除 か telegramを解除 で元に戻せます。
owner-server_blocked = { $server }ではもうだれも私を使えません。/持ち主 サーバーを解除 で元に戻せます。
owner-server_unblocked = { $server }でまた私を使えます。
owner-maintenance_on = 手入れを始めました。始まった作業は終わらせ、ほかの人には少しあとでまた来てもらいます。あなたは使えます。
owner-maintenance_off = 手入れが終わりました。またみんなが使えます。

## プライバシー

privacy-show =
    ## 保存しているもの
    - Discord の ID と言語
    - キャラクター **{ $characters }** 人：言葉とシード、または画像。小さな似顔絵
    - アニモジ **{ $animojis }** 個：数値になった動き、文字、投稿した場所
    - 絵文字とスタンプ **{ $expressions }** 個：名前と ID
    - キャラクターとして言ったメッセージ **{ $speeches }** 件：場所と、だれとして言ったか（言葉は残しません。{ $days } 日間）
    - 一日に作った数（30 日間）
    送ってもらった動画・録音・画像は、アニモジができたらすぐに消去します。保存する動きに顔は写りません。声や言葉で話すアニモジには、MP4 で聞けるように話した音をいっしょに残します。アニモジを削除すると音も消えます。ほかは /プライバシー 削除 をするまで残ります。/プライバシー 書き出し で写しを受け取れます。
privacy-export = 保存しているもののすべてです。JSON ファイルはどのエディターでも読めます。
privacy-delete = キャラクター **{ $characters }** 人とアニモジ **{ $animojis }** 個を含め、あなたのことをすべて忘れます。元には戻せません。サーバーの絵文字とスタンプ、キャラクターの発言は残ります。
privacy-delete_button = 忘れる
privacy-opted_out = これから、ほかの人はあなたのメッセージを動かしたり、キャラクターを頼んだりできません。/プライバシー 受け入れる で戻せます。
privacy-opted_in = ほかの人がまた、あなたのメッセージを動かしたり、キャラクターを頼んだりできます。/プライバシー 断る でいつでも断れます。
privacy-deleted = キャラクター { $characters } 人、アニモジ { $animojis } 個と、あなたのことを忘れました。

## サーバーでの最初の一分

welcome-text =
    ## はじめまして！あなたと同じように動くアニメキャラクターを作ります
    1. **作る：**下のボタンを押してください。言葉だけでも作れます。短い自撮り動画を入れると、あなたと同じように動きます。
    2. **絵文字にする：**できたアニモジの下の「サーバーに追加」を押してください。
    3. **もう一度：**/アニモジ もう一度 で、別の動画や動きで動かせます。
    -# 動画はアニモジができたらすぐに消去します。だれがどれだけ使えるかは、サーバーの管理者が決められます。
welcome-no_expressions = -# 絵文字とスタンプを追加するには「エクスプレッションを作成」の権限が必要です。
welcome-make = 最初のアニモジを作る
welcome-settings = サーバーの設定
invite-text =
    ## ほかの場所でも
    リンクから、ほかのサーバーに追加できます。自分のアカウントに追加すれば、どこでも使えます。
invite-button = AnimeMoji を追加

## ヘルプ

help =
    ## あなたと同じように動くアニメキャラクターを作ります
    - **はじめに：**/アニモジ 作成 に言葉（「銀髪、青い目、眼鏡」）と短い自撮り動画を入れてください。動画がなければ「動き」か「声」を選べます。/アニモジ フォーム なら一つの画面で作れます。画風は /アニモジ 画風 で見られます。
    - **もう一度：**/アニモジ もう一度 で保存したキャラクターを動かし、/アニモジ アレンジ で言葉を変え、/アニモジ 画像から で絵を動かし、/アニモジ いっしょに で二人を並べます。友だちとも並べられます。
    - **絵文字：**/絵文字 追加 、/絵文字 スタンプ 、いろいろな気持ちをまとめて /絵文字 セット （WhatsApp や LINE 用も）。
    - **キャラクター：**/キャラクター 一覧 、/キャラクター 共有 。このサーバーのみんなのキャラクターは /ギャラリー 表示 。
    - **キャラクターとして話す：**/せりふ 。表情は言葉に合わせます。サーバーが許していれば、自分の合図でも話せます（/キャラクター 合図 ）。モデレーターは /静かに でチャンネルを静かにできます。
    - **どのメッセージでも：**アプリ → これを動かす、絵文字にする、スタンプにする。キャラクターの発言では、発言を編集、発言を削除、だれの発言？
    - **あなたの情報：**/プライバシー 表示 。サーバーの管理者は /設定 表示 と /モデレーション 一覧 へ。/招待 でほかのサーバーにも呼べます。
about =
    ## AnimeMoji { $version }
    MIT ライセンスの自由なソフトウェアです。使っているもの：discord.py、SQLAlchemy、Alembic、ThorVG（MIT）、MediaPipe、OpenCV（Apache 2.0）、NumPy、SciPy（BSD）、PyAV（BSD、FFmpeg と x264（GPL）を含む）、Pillow（MIT-CMU）。文字は IPAex ゴシック（IPA フォントライセンス）です。ポーズは Pramook Khungurn さんの Talking Head Anime 3 の形式に従い、そのモデル（CC BY 4.0）があれば画像も動かします。

## うまくいかないとき

failure-unknown = すみません、こちらの不具合です。また起きたら、この ID を添えて知らせてください：`{ $id }`
failure-setup = すみません、ここではまだその準備ができていません。運営者に伝えました。線画のキャラクターなら作れます。
failure-too_much = 二度試しましたが処理しきれませんでした。別の動画か画像で試してください。
failure-restarting = 再起動しています。少ししてからもう一度試してください。
failure-value = 「{ $value }」はそこでは使えません。ほかのものを選んでください。
failure-not_here = ここでは使えません。
error-newer_file = もっと新しい AnimeMoji（バージョン { $version }）のファイルで、まだ読み取れません。
error-no_student = このキャラクターはまだその方法では動かせません。もう一度作ってみてください。
error-not_yours = これは作った本人だけができます。
error-poor_student = この画像について覚えた内容が粗すぎて見せられません。もう一度作ってみてください。
error-student_file = この画像について覚えた内容が読めなくなりました。もう一度作ってみてください。
error-student_needs_picture = 覚えられるのは画像のキャラクターだけです。描かれたキャラクターはそのままで十分速く動きます。
error-student_no_face = この画像では目も口も動きません。目を開けて正面を向いた一人の画像を使ってください。
error-tha4_student = このキャラクターはその方法では動かせません。もう一度作ってみてください。
error-tha4_weights = ここではその方法で画像を動かせません。代わりに、どんなキャラクターか言葉で書いてください。
error-upload_too_large = このファイルは { $size } あります。{ $limit } 以下のものを送ってください。
error-undeliverable = 完成したファイルを Discord に送れませんでした。もっと短い長さで試してください。
error-upload_empty = ファイルが空です。もう一度添付してください。
error-upload_gone = Discord からファイルを受け取れませんでした。もう一度添付してください。
error-character_unknown = 「{ $name }」というキャラクターはいません。/キャラクター 一覧 で確かめてください。
error-character_gone = そのキャラクターはもういません。/キャラクター 一覧 で確かめてください。
error-picture_changed = 「{ $name }」の画像はもう変わっています。/キャラクター 表示 から位置を直してください。
error-choice_gone = 「{ $name }」のほかの候補はもう残っていません。「引き直す」で新しく描けます。
error-no_character = キャラクターがまだいません。/アニモジ 作成 で作ってください。
error-share_code = そのコードで共有されているキャラクターはいません。コードを確かめるか、新しいコードをもらってください。
error-character_name_taken = 「{ $name }」という名前はもう使われています。別の名前にしてください。
error-character_name = キャラクターの名前は、目に見える文字で改行なしの 1～{ $limit } 文字です。別の名前にしてください。
error-too_many_characters = キャラクターは { $limit } 人までです。/キャラクター 削除 で一人消してください。
error-animoji_unknown = そのアニモジはもうありません。/アニモジ 作成 で作ってください。
error-no_animoji = アニモジがまだありません。/アニモジ 作成 で作ってください。
error-prompt_missing = どんなキャラクターか短く書くか（例：「銀髪、青い目、眼鏡」）、自分の動画か写真を送ってください。
error-prompt_full = その言葉を足すと { $length } 字になり、上限の { $limit } 字を超えます。/アニモジ 作成 で新しく書いてください。
error-nothing_to_animate = そのメッセージには動画も録音も画像もありません。あるものを選んでください。
error-no_animoji_there = そのメッセージにアニモジはありません。アニモジのあるものを選んでください。
error-one_motion = 「動画」「動き」「声」「せりふ」のうち一つだけを指定してください。
error-no_partner = 隣に立つキャラクターを選んでください。自分の別のキャラクターか、友だちを指定できます。
error-gallery_gone = そのキャラクターはこのサーバーのギャラリーにありません。/ギャラリー 表示 で確かめてください。
error-gallery_full = ここにはすでに{ $limit }人見せています。先に一人外してください。
error-maintenance = ただいま手入れ中です。少ししてからまた来てください。
error-blocked = あなたは私を使えません。持ち主に相談してください。
error-blocked_here = このサーバーでは私を使えません。モデレーターに相談してください。
error-server_blocked = このサーバーでは私を使えません。私の持ち主に相談してください。
error-not_blocked = その相手はブロックされていません。一覧で確かめてください。
error-cannot_block = { $user }はブロックできません。ほかの人を選んでください。
error-opted_out = { $user }さんは動かされたくないそうです。ほかの人のものを選んでください。
error-no_owner = 私の持ち主だけの操作です。
error-telegram_id = 「{ $value }」は Telegram の番号ではありません。番号は私のログにマイナス付きで載り、本人は Telegram の「保存しているもの」で確認できます。
error-server_id = 「{ $value }」はサーバーのIDではありません。開発者モードにして、サーバーのメニューからコピーしてください。
error-one_partner = 自分の別のキャラクターか友だちか、どちらか一つだけ選んでください。
error-not_a_friend = ほかの人を選んでください。自分のキャラクターどうしなら「相手」を使ってください。
error-no_meeting_place = 友だちはこの会話を見られません。二人ともいるチャンネルで誘ってください。
error-suggestion_gone = この提案はもう古くなりました。/アニモジ 作成 でもう一度動画を送ってください。
error-invitation_gone = その招待はもう終わりました。/アニモジ いっしょに で新しく誘えます。
error-not_invited = 答えられるのは{ $user }さんだけです。
error-asker_busy = { $user }さんは今これ以上作れません。しばらくしてからもう一度試してください。
error-too_many_invitations = 返事を待っている招待がすでに{ $limit }件あります。返事を待つか、一つ取り消してください。
error-not_from_words = 「{ $name }」は画像から作ったので、変える言葉がありません。言葉から作ったキャラクターを選んでください。
error-too_many_jobs = 進行中の作業がもう { $limit } 件あります。終わるのを待つか、一つキャンセルしてください。
error-server_busy = このサーバーでは { $limit } 件の作業が進行中です。少ししてからもう一度試してください。
error-bot_busy = ただいま大変混み合っています。数分してからもう一度試してください。
error-shut_out = 送られたファイルで描画が続けて止まったため、しばらく受け付けられません。{ $when } にまた試せます。
error-cooldown = 少し待ってくださいね。次は { $when } に作れます。
error-quota_used_up = ここで一日に作れる { $limit } 個を使い切りました。{ $when } にまた作れます。
error-conversions_used_up = 今日は絵文字やスタンプ、動画からの提案を含めて { $limit } 個を作りました。{ $when } にまた作れます。
error-server_quota_used_up = このサーバーで一日に作れる { $limit } 個を使い切りました。{ $when } にまた作れます。
error-channel_not_allowed = このチャンネルでは使えません。{ $channels } で使ってください。
error-role_needed = このサーバーで使うには決められたロールが必要です。管理者に頼んでください。
error-emoji_role_needed = このサーバーで絵文字やスタンプを追加するには決められたロールが必要です。管理者に頼んでください。
error-no_admin = サーバーを管理できる人だけが変えられます。管理者に頼んでください。
error-word_refused = 「{ $word }」はここでは使えません。その言葉を使わずに書いてください。
error-number_needed = 「{ $value }」は 0～{ $limit } の整数ではありません。空けておくか、整数を書いてください。
error-server_only = これは私が参加しているサーバーでだけ使えます。そこで試してください。
error-you_lack_permission = 絵文字やスタンプを追加するには、このサーバーの「エクスプレッションを作成」権限が必要です。管理者に頼んでください。
error-bot_lacks_permission = 私に「エクスプレッションを作成」権限がありません。管理者に頼んで付けてください。
error-no_free_slots = このサーバーのアニメーション絵文字の枠 { $limit } 個はすべて埋まっています。先に一つ消してください。
error-own_emoji_full = 私の絵文字は一人 { $limit } 個までです。/絵文字 削除 で一つ消してください。
error-no_free_sticker_slots = このサーバーのスタンプの枠 { $limit } 個はすべて埋まっています。先に一つ消してください。
error-sticker_name = スタンプの名前は 2～30 文字です。別の名前にしてください。
error-expression_unknown = ここで作ったその名前の絵文字やスタンプはありません。/絵文字 一覧 で確かめてください。
error-emoji_name = 絵文字の名前は半角英数字と下線で 2～32 文字です。例：「{ $example }」
error-discord_busy = Discord の制限で、今は絵文字を追加できません。{ $minutes } 分後にもう一度試してください。
error-discord_away = 今は Discord から返事がありません。1分ほどしてから、もう一度お試しください。
error-discord_refused = Discord に断られました（コード { $code }）。別の名前か、もっと小さいアニモジで試してください。
error-activity_gone = Discord はこのアクティビティをもう知りません。閉じて、もう一度開いてください。
error-studio_closed = ここではもうスタジオを開けません。/アニモジ 作成 を使ってください。
error-studio_place_gone = スタジオを開いた場所に、あなたか私がもういません。Discord からもう一度開いてください。
error-you_may_not_post = { $channel } にファイルを投稿する権限がありません。ダウンロードするか、投稿できるチャンネルからスタジオを開いてください。
error-bot_may_not_post = 私には { $channel } にファイルを投稿する権限がありません。ダウンロードするか、管理者に権限を頼んでください。
error-speech_off = このサーバーではキャラクターとして話せません。管理者が /設定 表示 で許可できます。
error-speech_quiet = このチャンネルではキャラクターとして話せません。ほかのチャンネルを使ってください。
error-speech_place = ここではキャラクターは話せません。テキストか音声のチャンネル、または開いているスレッドを使ってください。
error-speech_empty = 言うことがありません。何か書いてください。
error-speech_too_long = { $length } 字あります。{ $limit } 字までにしてください。
error-speech_too_fast = 少し待ってくださいね。次は { $when } に話せます。
error-speech_busy = Discord がいま受け付けませんでした。少ししてからもう一度試してください。
error-speech_blocked = Discord のフィルターに止められました。ほかの言葉で言ってください。
error-speech_refused = Discord に断られました（コード { $code }）。ほかの言葉で言ってください。
error-speech_gone = その発言か、投稿したウェブフックがもうありません。残っていればモデレーターが消せます。
error-speech_kind = キャラクターが言えるのは言葉とファイルだけです。スタンプ、投票、録音、転送は外してください。
error-speech_files = ファイルは合わせて { $size } で、渡せるのは { $limit } までです。減らすか小さくしてください。
error-not_said_here = キャラクターの発言ではないか、だれのものかもう分かりません。ほかのメッセージを選んでください。
error-you_may_not_speak = あなた自身がこのチャンネルに書けないので、キャラクターも話せません。ほかのチャンネルを使ってください。
error-bot_needs_webhooks = キャラクターが話すには、私にこのチャンネルの「ウェブフックの管理」権限が必要です。管理者に頼んで付けてください。
error-bot_needs_messages = メッセージを置き換えるには、私に「メッセージの管理」権限が必要です。/せりふ を使うか、管理者に頼んでください。
error-too_many_webhooks = このチャンネルのウェブフックは上限の { $limit } 個です。管理者に頼んで一つ消してください。
error-messages_unread = メッセージを読めないので、合図は使えません。/せりふ を使うか、運営者に設定を頼んでください。
error-prefix = 合図は目に見える 1～{ $limit } 文字で、文字で始めます。例：「luna:」。別のものにしてください。
error-prefix_taken = 「{ $prefix }」はもう「{ $name }」の合図です。別のものにしてください。
error-no_moderator = このチャンネルのメッセージを管理できる人だけが変えられます。モデレーターに頼んでください。
error-cannot_save = 今は何も保存できません。しばらくしてからもう一度試してください。
error-user = うまくいきませんでした。入力したものを確かめてください。

## 動画・画像・声について

error-background = 「{ $background }」という背景はありません。透明（transparent）、pink や #ff88aa のような色、または { $names } から選んでください。
error-caption = 文字が { $count } 字あります。{ $limit } 字までにしてください。
error-character_file = 読み取れない画像です。PNG、JPEG、WebP、AVIF、HEIC、GIF、BMP、TIFF のどれかを使ってください。
error-character_file_big = ファイルが { $megabytes } MB あります。{ $limit } MB 以下のものを使ってください。
error-character_missing = そのキャラクターのファイルがもうありません。もう一度添付してください。
error-clip-blank = 動画にほとんど何も映っていません。顔の動画を送ってください。
error-clip-bytes = 動画が { $megabytes } MB あります。{ $limit } MB 以下のものを送ってください。
error-clip-empty = ファイルが空です。自撮り動画を送ってください。
error-clip-frames = 動画のコマ数が { $limit } を超えています。数秒の短いものを送ってください。
error-clip-no_face = 動画に顔が見つかりませんでした。明るい場所で、正面から近くで撮ってください。
error-clip-not_a_video = 読み取れない動画です。MP4、MOV、WebM、MKV、AVI、GIF のどれかで、顔の動画を送ってください。
error-clip-picture = これは静止画です。数秒の自撮り動画を送ってください。
error-clip-pixels = 動画が { $width }×{ $height } ピクセルあります。{ $limit } 以下（たとえば 1080p）のものを送ってください。
error-clip-seconds = 動画が { $limit } 秒を超えています。数秒の短いものを送ってください。
error-clip-shape = 動画が { $width }×{ $height } ピクセルで細長すぎます。縦横の比が { $limit } 倍までのものを送ってください。
error-clip-sound_only = 音だけで映像がありません。自撮り動画を送るか、「声」として使ってください。
error-damaged_model = 必要なデータが途中で壊れていました。あとでもう一度試してください。
error-download = 必要なデータを受け取れませんでした。あとでもう一度試してください。
error-fps = 毎秒 { $fps } コマは使えません。1～50 にしてください。
error-framing = 画像のその部分は表示できません。画像の中の 16～2048 ピクセルの正方形を選んでください。
error-max_bytes = コマ数を減らしても { $limit } に収まりません。もっと短い動画を使ってください。
error-media-incomplete = ファイルが途中で切れています。保存やダウンロードが終わってから、もう一度送ってください。
error-media-overloaded = ファイルにタグや索引が多すぎます。書き出し直したものを送ってください。
error-model_by_hand = ここではまだできません。代わりに、どんなキャラクターか言葉で書いてください。
error-motion_file = 読み取れない動きのファイルです。.json、MikuMikuDance の .vmd、Live Link Face の .csv のどれかを使ってください。
error-motion_file_too_large = 動きのファイルが { $megabytes } MB あります。{ $limit } MB 以下のものを使ってください。
error-neural_extra = ここでは画像を動かせません。代わりに、どんなキャラクターか言葉で書いてください。
error-no_face_motion = この .vmd には顔や頭の動きがありません。あるものを使ってください。
error-nobody_there = 顔が見つかりませんでした。明るい場所で正面から撮った動画か写真を使ってください。
error-no_layers = レイヤーに分けられるのは、描いたキャラクターだけです。これは画像なので、どんなキャラクターか言葉で書いてください。
error-no_puppet = ブラウザで動かせるのは、描いたキャラクターだけです。これは画像なので、どんなキャラクターか言葉で書いてください。
error-no_frames = 動きが空です。もっと長い動画を使ってください。
error-picture_background = 人物と背景を分けられませんでした。無地か透明な背景の画像を使ってください。
error-picture_big = 画像が { $width }×{ $height } ピクセルあります。{ $limit } メガピクセル以下のものを使ってください。
error-picture_damaged = 画像が途中で壊れています。保存し直すか、もう一度ダウンロードしてください。
error-picture_empty = 画像に何も写っていません（全体が透明か一色です）。別の画像を使ってください。
error-picture_needs_heif = ここでは HEIC の画像を読めません。JPEG か PNG にして、もう一度試してください。
error-picture_needs_neural = ここでは画像を使えません。代わりに、どんなキャラクターか言葉で書いてください。
error-picture_no_head = こちらを向いた顔が見つかりませんでした。正面を向いた一人だけの画像を使ってください。
error-picture_shape = 画像が { $width }×{ $height } ピクセルで細長すぎます。縦横の比が { $limit } 倍までのものを使ってください。
error-picture_small = 画像が { $width }×{ $height } ピクセルしかありません。{ $limit }×{ $limit } 以上のものを使ってください。
error-picture_tiff = その TIFF の色の形式は読めません。PNG にして、もう一度試してください。
error-picture_tiny_head = 頭が { $pixels } ピクセルしかありません。もっと大きな画像か、胸から上の画像を使ってください。
error-picture_vast = 画像のピクセル数が多すぎます。{ $limit } メガピクセル以下のものを使ってください。
error-picture_wrong_face = 頭の枠は画像（{ $width }×{ $height } ピクセル）の中にしてください。中心と一辺の長さで指定します。
error-poser_unsuited = そのキャラクターはこのやり方では動かせません。もう一度作り直してください。
error-prompt_too_long = 言葉が { $length } 字あります。{ $limit } 字までにしてください。
error-sd_no_candidate = 描いた { $count } 枚に、正面を向いた一人だけの絵がありませんでした。別の言葉か線画で試してください。
error-sd_style = 「{ $name }」という画風はありません。{ $names } から選んでください。
error-sd_unsafe = 描いた { $count } 枚は、どれも安全チェックを通りませんでした。別の言葉か線画で試してください。
error-size = { $size } ピクセルにはできません。16～1024 にしてください。
error-sketch_needs_diffusion = 下絵は Stable Diffusion で描くときのものです。作り方でそれを選ぶか、使えないときは下絵なしで作ってください。
error-sound = 読み取れない音です。MP4、MP3、OGG、WAV など、再生できるファイルを使ってください。
error-speech-long = 文章が { $length } 文字あります。{ $limit } 文字までにしてください。
error-speech-missing = ここでは文章を話せません。代わりに録音を送ってください。
error-speech-nothing = 話す言葉がありません。何か言葉を書いてください。
error-speech-script = その文字を読める声がありません。別の言語にするか、ローマ字で書いてください。
error-tha3_weights = ここでは画像を動かせません。代わりに、どんなキャラクターか言葉で書いてください。
error-track_file = 読み取れない動きです。こちらで保存したものを使ってください。
error-tracker-model = ここではその方法で顔を追えません。代わりに動きを選んでください。
error-unknown_model = 「{ $name }」というモデルはありません。{ $names } から選んでください。
error-unknown_effect = 「{ $name }」という効果はありません。auto、off、または { $names } から選んでください。
error-unknown_season = 「{ $name }」という季節はありません。{ $names } から選んでください。
error-unknown_target = 「{ $name }」という送り先はありません。使えるのは { $names } です。
error-unknown_preset = 「{ $name }」という動きはありません。{ $names } から選んでください。
error-voice_file = 録音を読み取れませんでした。ボイスメッセージか、.ogg、.mp3、.m4a、.wav を使ってください。
error-voice_no_sound = ファイルに音がありません。ボイスメッセージか、.ogg、.mp3、.m4a、.wav を使ってください。
error-voice_silent = 録音から何も聞こえません。マイクの近くで話して、もう一度送ってください。
error-voice_too_large = 録音が { $megabytes } MB あります。{ $limit } MB 以下のものを使ってください。
notice-several_faces = 動画に何人か映っていたので、いちばん大きな顔に合わせました。
notice-face_often_lost = 動画の { $percent } % で顔が見えなかったので、その部分は省くか補いました。
notice-clip_damaged = 動画の約 { $percent } % が壊れていて、使えませんでした。できればもう一度送ってください。
notice-trimmed = 動画のいちばん良い { $seconds } 秒を使いました。
notice-motion_cut = 動きの最初の { $seconds } 秒だけを使いました。
notice-voice_cut = 録音の最初の { $seconds } 秒だけを使いました。
notice-speech_cut = 文章の最初の { $seconds } 秒だけを話します。
notice-made_to_fit = { $kilobytes } KiB に収めるため、{ $size }×{ $size } ピクセル、毎秒 { $fps } コマにしました。
notice-caption_left_out = 使えるフォントがないため、キャプションの次の文字は省きました：{ $characters }
notice-no_diffusion_model = ここでは Stable Diffusion が使えないので、線画で作りました。
notice-picture_two_figures = 画像に何人かいたので、いちばん大きな人物を使いました。一人だけの画像だときれいになります。
notice-picture_photo = 写真のようです。動きはしますが、絵のほうがきれいにできます。
notice-picture_unsure_head = 頭の位置がはっきりしませんでした。顔の動きがおかしいときは、正面を向いた画像を使うか「位置を直す」を押してください。
notice-picture_small_head = 頭が { $pixels } ピクセルしかないので、ぼやけて見えます。もっと大きな画像だときれいになります。
notice-picture_cut_off = 頭の上が切れています。上に少し余白のある画像を使ってください。
notice-picture_closed_eyes = 目を閉じているようです。目を開けた画像でないと、まばたきができません。
notice-picture_not_from_front = 片方の目しか見えません。両目が見える正面向きの画像だと、ずっときれいに動きます。
notice-picture_hand_near_face = 顔の近くに手があり、頭と一緒に曲がってしまいます。手を下ろした画像だときれいに動きます。
notice-picture_busy_background = 背景を取り除きにくい画像でした。無地か透明な背景だと輪郭がきれいになります。

## コマンド

command-animoji = アニモジ
    .description = 自分だけの動くアニメキャラクター
command-animoji-create = 作成
    .description = 言葉からキャラクターを作って動かします。自撮り動画はなくてもかまいません
    .prompt = 言葉
    .prompt-description = 例：銀髪、青い目。省略すると、動画に写った見た目に合う言葉を提案します
    .photo = 写真
    .photo-description = あなたの写真。見た目に合う言葉を提案するので、直して使えます
    .style = 作り方
    .style-description = キャラクターの作り方
    .sketch = 下絵
    .sketch-description = Stable Diffusion が塗り重ねる、あなたの絵
    .season = 季節
    .season-description = 季節に合う服、背景、言葉、動き
command-animoji-again = もう一度
    .description = 保存したキャラクターをもう一度動かします
    .character = キャラクター
    .character-description = あなたのキャラクターの一人。省略するといつもの一人
    .season = 季節
    .season-description = 季節に合う背景、言葉、動き
command-animoji-from-picture = 画像から
    .description = 画像からキャラクターを作ります
    .picture = 画像
    .picture-description = 正面を向いて目を開けた、一人だけの絵
command-animoji-remix = アレンジ
    .description = キャラクターの一部の言葉だけを変えます
    .prompt = 言葉
    .prompt-description = 変えるところ。例：眼鏡、赤い髪
    .name = 名前
    .name-description = この名前で新しいキャラクターを保存します
command-animoji-together = いっしょに
    .description = 二人のキャラクターを並べます。自分の別のキャラクターでも、友だちのキャラクターでも
    .partner = 相手
    .partner-description = 右に立つ、自分の別のキャラクター
    .friend = 友だち
    .friend-description = 誘う人。どのキャラクターにするかは相手が選び、断ることもできます
    .character = キャラクター
    .character-description = 左に立つ自分のキャラクター。省くといつものキャラクター
    .say-description = 二人に話させる言葉（200 文字まで）。相手の動きを選ぶと左の人だけが話します
    .partner-motion = 相手の動き
    .partner-motion-description = 右のキャラクターの動き。省くと同じ動きか、動画の二人目の顔
command-animoji-form = フォーム
    .description = 一つの画面でアニモジを作ります
command-animoji-activity = アクティビティ
    .description = Discordの中でスタジオを開きます
command-animoji-studio = スタジオ
    .description = ブラウザーでスタジオを開き、キャラクターを動かし、飾り、投稿します
command-animoji-styles = 画風
    .description = 言葉で選べる画風を表示します
command-character = キャラクター
    .description = 保存したキャラクター
command-character-list = 一覧
    .description = あなたのキャラクターを表示します
command-character-view = 表示
    .description = キャラクターを一人表示します
command-character-rename = 改名
    .description = キャラクターの名前を変えます
    .name = 名前
    .name-description = 新しい名前
command-character-default = いつもの
    .description = 選ばないときに使うキャラクターを決めます
command-character-share = 共有
    .description = キャラクターをほかの人が受け取れるようにします
    .stop = 停止
    .stop-description = 代わりに共有をやめます。受け取った人の分は残ります
command-character-import-code = 受け取る
    .description = 共有されたキャラクターを受け取ります
    .code = コード
    .code-description = 教えてもらったコード
    .name = 名前
    .name-description = この名前でキャラクターを保存します
command-character-export = 書き出し
    .description = キャラクターをファイルで受け取ります
command-character-delete = 削除
    .description = キャラクターと、そのアニモジを削除します
command-character-prefix = 合図
    .description = 決まった言葉で始まるメッセージを、キャラクターが言うようにします
    .prefix = 合図
    .prefix-description = 始まりの言葉。例：luna:（省略するとなくします）
command-say = せりふ
    .description = あなたのキャラクターとして話します
    .text = 言葉
    .text-description = 何と言うか
    .mood = 気持ち
    .mood-description = どんな表情か。省略すると言葉から読み取ります
command-quiet = 静かに
    .description = このチャンネルでキャラクターとして話せないようにします
    .end = 終了
    .end-description = 代わりに、また話せるようにします
command-emoji = 絵文字
    .description = アニモジから作る絵文字とスタンプ
command-emoji-add = 追加
    .description = アニモジをこのサーバーの絵文字にします
    .name = 名前
    .name-description = 絵文字の名前（半角英数字と下線）
command-emoji-pack = セット
    .description = 一人のキャラクターからいろいろな気持ちの絵文字をまとめて作ります
    .character = キャラクター
    .character-description = あなたのキャラクターの一人。省略するといつもの一人
    .name = 名前
    .name-description = 絵文字の名前の最初の部分
    .count = 個数
    .count-description = いくつ作るか。省略すると 6 個
    .for = 行き先
    .for-description = どこで使うか。登録用のファイルになります。省略するとこのサーバーの絵文字になります
command-emoji-list = 一覧
    .description = ここで作った絵文字とスタンプを表示します
command-emoji-remove = 削除
    .description = ここで作った絵文字かスタンプを削除します
    .made = 対象
    .made-description = どれを削除するか
command-emoji-sticker = スタンプ
    .description = アニモジをこのサーバーのスタンプにします
    .name = 名前
    .name-description = スタンプの名前
    .tag = 絵文字
    .tag-description = 対応する絵文字
command-settings = 設定
    .description = このサーバーでしてよいこと
command-settings-show = 表示
    .description = このサーバーでしてよいことを表示して変えます
command-settings-role-quota = ロールの上限
    .description = ロールごとに一日に作れる数を決めます
    .role = ロール
    .role-description = どのロールか
    .quota = 個数
    .quota-description = 一日に作れる数。省略するとみんなと同じ
command-privacy = プライバシー
    .description = あなたについて保存しているもの
command-privacy-show = 表示
    .description = 何をいつまで保存しているかを表示します
command-privacy-export = 書き出し
    .description = 保存しているものをすべてファイルで受け取ります
command-privacy-delete = 削除
    .description = あなたと、あなたが作ったものを忘れます
command-privacy-opt-out = 断る
    .description = ほかの人に自分のメッセージを動かさせず、キャラクターも頼ませません
command-privacy-opt-in = 受け入れる
    .description = ほかの人がまた自分のメッセージを動かし、キャラクターを頼めます
command-gallery = ギャラリー
    .description = みんなに見せているキャラクター
command-gallery-show = 表示
    .description = 見る、動かしてみる、自分用に作る
command-gallery-add = 見せる
    .description = 自分のキャラクターをこのサーバーのみんなに見せます
    .character = キャラクター
    .character-description = 自分のキャラクター。省くといつものキャラクター
command-gallery-remove = 外す
    .description = 自分のキャラクターをこのサーバーのギャラリーから外します
    .character = キャラクター
    .character-description = どれを
command-moderation = モデレーション
    .description = このサーバーで私を使えない人
command-moderation-block = ブロック
    .description = このサーバーで私を使えなくします
    .user = 相手
    .user-description = だれを
command-moderation-unblock = 解除
    .description = このサーバーでまた使えるようにします
    .user = 相手
    .user-description = だれを
command-moderation-blocked = 一覧
    .description = このサーバーで私を使えない人を表示します
command-owner = 持ち主
    .description = 私の持ち主だけの操作
command-owner-status = 調子
    .description = サーバーと作業の数、調子を表示します
command-owner-maintenance = 手入れ
    .description = 始まった作業を終わらせ、新しい作業は受けません
    .on = 始める
    .on-description = 手入れ中にするかどうか
command-owner-block-user = 人をブロック
    .description = どこでも私を使えなくします
    .user = 相手
    .user-description = だれを
command-owner-unblock-user = 人を解除
    .description = また使えるようにします
    .user = 相手
    .user-description = だれを
command-owner-block-telegram = telegramをブロック
    .description = Telegram で私を使えなくします
    .person = 相手
    .person-description = 相手の番号。本人は Telegram の「保存しているもの」で、あなたは私のログで（マイナス付き）確認できます
command-owner-unblock-telegram = telegramを解除
    .description = Telegram でまた使えるようにします
    .person = 相手
    .person-description = 相手の番号
command-owner-block-server = サーバーをブロック
    .description = そのサーバーではだれも使えなくします
    .server = サーバー
    .server-description = サーバーのID。Telegram のグループはマイナス付きの番号
command-owner-unblock-server = サーバーを解除
    .description = そのサーバーでまた使えるようにします
    .server = サーバー
    .server-description = サーバーのID。Telegram のグループはマイナス付きの番号
command-owner-blocked = 一覧
    .description = 私を使えない人とサーバーを表示します
command-help = ヘルプ
    .description = できることと、はじめ方
command-invite = 招待
    .description = ほかのサーバーや自分のアカウントに追加します
command-about = このボット
    .description = だれが何から作ったか

option-character = キャラクター
    .description = あなたのキャラクターの一人
option-video = 動画
    .description = 短い自撮り動画。アニモジができたらすぐに消去します
option-motion = 動き
    .description = 動画がないときのキャラクターの動き
option-voice = 声
    .description = キャラクターが話す録音。声はアニモジを削除するまでいっしょに残ります
option-say = せりふ
    .description = キャラクターに話させる言葉。音の出る動画になります
option-caption = 文字
    .description = 絵に入れる文字
option-background = 背景
    .description = 名前か色。省略すると透明
option-length = 長さ
    .description = 動画から使う秒数の上限。いちばん良い部分を選びます
option-effects = 効果
    .description = 涙やハートなど、顔のまわりの漫画の記号
option-spoiler = ネタバレ
    .description = だれかがクリックするまで隠します
option-private = 非公開
    .description = 自分だけに見せるかどうか
option-name = 名前
    .description = この名前でキャラクターを保存します
option-animoji = アニモジ
    .description = どれを使うか。省略すると最後に作ったもの

menu-animate-this = これを動かす
menu-make-emoji = 絵文字にする
menu-make-sticker = スタンプにする
menu-edit-what-i-said = 発言を編集
menu-delete-what-i-said = 発言を削除
menu-who-said-this = だれの発言？

choice-effect-auto = 動画の気持ちに合わせる
choice-effect-off = なし
choice-effect-vein = 怒りマーク
choice-effect-steam = 湯気
choice-effect-sweat = 汗
choice-effect-tears = 涙
choice-effect-streams = 滝の涙
choice-effect-gloom = どんより
choice-effect-hearts = ハート
choice-effect-sparkle = キラキラ
choice-effect-blush = ほっぺの赤み
choice-effect-exclamation = びっくりマーク
choice-effect-cross = バツ（ダメ）
choice-effect-question = はてなマーク
choice-effect-stars = 回る星
choice-effect-notes = 音符
choice-effect-sleep = Zzz
choice-mood-neutral = ふつう
choice-mood-happy = うれしい
choice-mood-sad = かなしい
choice-mood-angry = 怒り
choice-mood-love = 大好き
choice-mood-shock = びっくり
choice-mood-sleepy = 眠い
choice-mood-think = 考え中
choice-mood-shy = 照れ
choice-mood-smug = 得意げ
choice-mood-hi = あいさつ
choice-mood-yes = はい
choice-mood-no = いいえ
choice-style-auto = おまかせ
choice-style-drawn = 線画
choice-style-diffused = Stable Diffusion で描く
