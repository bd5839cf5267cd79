### English. One file holds everything the bot says in a language; docs/extending.md tells how to add another.
###
### The key "job.seconds_left" in the code is the message job-seconds_left here. A message may use the fields that
### English uses, and choose by number: https://projectfluent.org/fluent/guide/selectors.html

language-name = English

## A job while it runs

job-waiting = ⏳ In line: number { $position }.
job-next = ⏳ Next in line.
job-starting = ⏳ Starting …
job-stage-queued = Waiting
job-stage-character = Designing the character
job-stage-motion = Reading the motion
job-stage-pose = Drawing
job-stage-encode = Packing the file
job-seconds_left = about { $seconds } s left
job-cancelled = Cancelled.
job-gone = That job has already finished.
job-cancel = Cancel
job-delivered_late = { $mention } Your animoji is ready! It took longer than Discord lets me reply, so here it is.

## A finished animoji

result-understood = **Understood:** { $words }
result-ignored = **Left out:** { $words }
result-facts = { $seconds } s · { $frames ->
        [one] { $frames } frame
       *[other] { $frames } frames
    } · { $size }×{ $size } px · { $format }, { $bytes }

# How the words of a prompt are listed, by topic: "hair: silver, no bangs".
understood-topic = { $topic }: { $words }
understood-denied = { $topic ->
        [character] not { $words }
        [expression] not { $words }
       *[other] no { $words }
    }
understood-comma = ,{" "}
understood-stop = ;{" "}
topic-character = character
topic-style = style
topic-hair = hair
topic-eyes = eyes
topic-face = face
topic-expression = expression
topic-skin = skin
topic-outfit = outfit
topic-accessories = accessories

## Characters

characters-none = You have no characters yet. Make your first one with /animoji create.
characters-title = ## Your characters ({ $count })
characters-line = **{ $name }** · { $prompt } · { $when }
characters-picture = from a picture
characters-back = ◀
characters-next = ▶
character-is_default = I'll use “{ $name }” whenever you don't choose a character.
character-copied = “{ $name }” is yours now. Bring it to life with /animoji again.
character-shared = { $user } is sharing **{ $name }**. Take a copy with the button, or anywhere with /character import-code `{ $code }`.
character-not_shared = “{ $name }” is no longer shared. People who already took a copy keep it.
character-take = Take a copy
character-exported = **{ $name }**, as files. Keep the two together and animate them with `animemoji render --character character.png`.
character-deleted = { $count ->
        [0] Deleted “{ $name }”.
        [one] Deleted “{ $name }” and the animoji you made with it.
       *[other] Deleted “{ $name }” and the { $count } animojis you made with it.
    }
character-renamed = Saved as “{ $name }”.
kind-drawn = drawn
kind-diffused = painted by Stable Diffusion
kind-uploaded = from a picture
character-words = **In words:** { $words }

student-unfinished = -# In quiet moments I learn to move this picture faster: { $percent } % done.
student-ready = -# I know this picture by heart ({ $figure } dB), so it moves many times faster now, and larger.
student-poor = -# What I learned about this picture is too rough to show ({ $figure } dB, and it takes { $floor }), so it moves as before.
student-failed = -# I couldn't learn this picture by heart, so it moves as before.

styles-title =
    ## Art styles
    Put one of these anywhere in your prompt.
styles-line =
    {"**"}{ $title }**
    `style:{ $name }`
styles-only_painted = -# only for painted characters
styles-none = No art styles are set up here, but you can describe one in your prompt.

choice-title = **I painted several.** Number 1 is shown above; press another number to use that one instead.
choice-picture = Painting number { $number }

adjust-open = Adjust
adjust-title =
    ### Adjust { $name }
    Move the picture until the head, from the top of the hair to the chin, sits upright in the box. Nothing is saved until you press Done.
adjust-picture = The character's picture, with a box where the head belongs
adjust-left = ← Left
adjust-up = ↑ Up
adjust-down = ↓ Down
adjust-right = → Right
adjust-larger = ＋ Larger
adjust-smaller = － Smaller
adjust-turnleft = ↺ Turn left
adjust-turnright = ↻ Turn right
adjust-done = Done
adjust-reset = Reset
adjust-saved = Saved “{ $name }”. See it move with /animoji again.

## Buttons and forms

button-reroll = Re-roll
button-tweak = Tweak
button-motion = Another motion
button-rename = Save as …
button-emoji = Add to server
button-emoji_own = Make emoji
button-sticker = Sticker
button-pack = Pack …
button-studio = Open in the studio
button-mp4 = MP4
button-webp = WebP
button-delete = Delete
button-pick1 = 1
button-pick2 = 2
button-pick3 = 3
button-pick4 = 4

form-old = That form has expired. Please open it again.
delete-animoji = Delete this animoji?
delete-animoji_text = The message and the motion are gone for good. The character stays.
delete-expression = Remove this for everybody here?
delete-expression_text = “{ $name }” is gone for good, also from messages that show it.
delete-character = Delete this character?
delete-character_text = “{ $name }” and every animoji made with it are gone for good. Messages that show them stay.

# What is read out instead of a picture: "Mimi: silver twin tails; laughs, waves".
alt = { $name }: { $looks }; { $does }
alt-still = { $name }: { $looks }
alt-picture = an anime character
alt-moves = moves
alt-comma = ,{" "}
alt-stop = .{" "}
alt-caption = . It says “{ $caption }”.
alt-feels-happy = smiles
alt-feels-sad = looks sad
alt-feels-angry = looks angry
alt-feels-surprised = is surprised
alt-feels-disgusted = is disgusted
alt-feels-afraid = is afraid
alt-does-wave = waves
alt-does-peace = shows a peace sign
alt-does-thumbs_up = gives a thumbs up
alt-does-cheeks = holds both cheeks
rename-title = Save the character as …
rename-name = Name
tweak-title = Change some words
tweak-prompt = What the character looks like
tweak-caption = Text on the picture
motion-title = Another motion
motion-motion = Choose a motion
motion-clip = Or film your face
motion-clip_note = I delete the clip as soon as your animoji is done.
studio-open = Open the studio
studio-link = The studio is a page in your browser. This link opens it once, within ten minutes, and is yours alone: whoever opens it is you there.
studio-shared = { $user } made this in the studio.
looks-title = **Words for how you look**
looks-nothing = There is nothing here that I can tell for sure, so the words are all yours.
looks-note = -# I read them from your clip or photo and keep them nowhere. I draw nothing until you have sent your words.
looks-edit = Change and make
looks-form = What you look like
looks-form_note = Change them, leave some out, add your own: the character is made of what you send.
looks-looking = **Looking at you**
looks-black-hair = black hair
looks-brown-hair = brown hair
looks-blonde-hair = blonde hair
looks-red-hair = red hair
looks-gray-hair = gray hair
looks-short-hair = short hair
looks-medium-hair = medium hair
looks-long-hair = long hair
looks-glasses = glasses

form-title = Make an animoji
form-prompt_example = silver hair, blue eyes, glasses
form-or_look = Leave this empty to have words suggested by how you look in the video.
form-clip = A video of your face
form-motion = Or choose a motion
form-name = The character's name
form-animate = Animate this
form-or_default = Leave this empty to use your default character.
form-spoiler = Hide it behind a click (spoiler)
form-picture_motion = What the character does

## Two characters together

together-invitation =
    ### Together?
    { $friend }, { $asker } would like to make an animoji of **{ $name }** side by side with one of your characters. You choose which one, and nothing is made unless you say yes. The invitation ends { $when }.
together-yes = Yes, choose mine
together-no = Not this time
together-back = Take it back
together-title = Which of your characters?
together-which = Your character
together-which_note = It is lent for this one animoji; you can delete that as well.
together-accepted = { $friend } joins in with **{ $name }**! { $asker }, your animoji appears here in a moment.
together-declined = Not this time, { $asker }. You can always put two of your own characters together.
together-taken_back = This invitation was taken back.

## A server's gallery

gallery-title = ## Characters of this server ({ $count })
gallery-line = **{ $name }** by { $user }
gallery-none = Nobody shows a character here yet. Be the first with /gallery add.
gallery-added = “{ $name }” is in this server's gallery now: others can try it on and have one like it. /gallery remove takes it out.
gallery-removed = “{ $name }” is no longer in the gallery. Those who have one like it keep it.
gallery-try = Try on
gallery-mine = Make mine
gallery-tried = “{ $name }” by { $user }, for you alone
gallery-mine_title = One like this for you
gallery-mine_words = Which words to change
gallery-mine_note = Leave this empty for a copy just as it is.
gallery-mine_example = red hair, with glasses

## Emoji and stickers

emoji-title = New emoji
emoji-name = Name: letters, digits, underscores
emoji-added = { $emoji } is now an emoji of this server: `:{ $name }:`
emoji-added_to_bot = { $emoji } is now one of my own emoji. You can use it with me: `:{ $name }:`
emoji-waiting = ⏳ Discord isn't taking more emoji right now. I'll add this one for you { $when }.
emoji-list = ## Made here ({ $count })
emoji-list_line = { $emoji } `{ $name }` · { $user } · { $when }
emoji-list_none = I haven't made any emoji or stickers here yet. Try /emoji add.
emoji-list_sticker = 🏷️
emoji-removed = Removed `{ $name }`.
sticker-title = New sticker
sticker-name = Name
sticker-tag = The emoji that goes with it
sticker-added = “{ $name }” is now a sticker of this server.
pack-step = **{ $done } of { $count }** · { $feeling }
pack-added =
    { $emoji }
    { $count ->
        [one] { $count } new emoji of **{ $name }**.
       *[other] { $count } new emoji of **{ $name }**.
    }
pack-part =
    { $emoji }
    { $count } of { $wanted } new emoji of **{ $name }**. { $reason }

pack-files = **{ $name }** for { $place }: { $count } files, { $bytes }. The steps are in the archive, too.
    { $steps }
pack-title = A pack for another place
pack-place = For which place?
pack-place_note = You get a file for each feeling, and how to upload them.
place-telegram-sticker = Telegram stickers
place-telegram-emoji = Telegram emoji
place-telegram-still = Telegram stickers, still
place-whatsapp = WhatsApp
place-whatsapp-still = WhatsApp, still
place-line-sticker = LINE stickers
place-line-emoji = LINE emoji
place-slack = Slack
place-twitch = Twitch
place-signal = Signal
place-imessage = iMessage
place-discord-emoji = Discord emoji
place-discord-sticker = Discord stickers

feeling-happy = happy
feeling-sad = sad
feeling-angry = angry
feeling-love = love
feeling-shock = shock
feeling-sleepy = sleepy
feeling-think = think
feeling-shy = shy
feeling-smug = smug
feeling-hi = hi
feeling-yes = yes
feeling-no = no
feeling-yay = yay
feeling-wink = wink
feeling-kiss = kiss
feeling-good = thumbs up
feeling-peace = peace
feeling-huh = huh?
feeling-pout = pout
feeling-sob = sobbing
feeling-giggle = giggle
feeling-dizzy = dizzy
feeling-sing = singing
feeling-dance = dancing

## Talking as a character

speech-edit_title = Edit what I said
speech-edit_text = What your character says
speech-delete_title = Delete this message?
speech-delete_text = What “{ $name }” said is gone for good, and I forget who said it.
speech-who = { $user } (`{ $id }`) said this as **{ $name }**, { $when }.
speech-prefix = Where the server allows it, your messages that begin with `{ $prefix }` are now said by “{ $name }”.
speech-no_prefix = “{ $name }” has no prefix any more; it still speaks with /say.
speech-quiet = Nobody talks as a character in { $channel } any more. To allow it again, use /quiet with `end`.
speech-loud = People may talk as their characters in { $channel } again.
speech-left = I left your message as it is. { $reason }
speech-answers = { $name }: { $words }
speech-answered_file = (a file)

## Server settings

settings-title = ## What I may do here
settings-channels = All channels
settings-channels_title = **Channels** where I may be used, with their threads and posts; a category means all in it
settings-roles = Everyone
settings-roles_title = **Roles** that may use me
settings-emoji_roles = Anyone who may create expressions
settings-emoji_roles_title = **Roles** that may add emoji and stickers through me (they need Discord's permission, too)
settings-filter = Whatever my owner chose
settings-filter_title = **Word filter** for prompts, names, captions and what characters say
settings-filter_owner = Whatever my owner chose
settings-filter_off = Off
settings-filter_standard = Standard: nothing sexual, nothing hateful
settings-filter_strict = Strict: suitable for children (in age-restricted channels: standard)
settings-language = Each reader's own
settings-language_title = **Language** of public messages
settings-language_reader = Each reader's own
settings-speaking = How people may talk as their characters
settings-speaking_title = **Talking as characters**
settings-speaking_off = Not at all
settings-speaking_say = With /say
settings-speaking_prefix = With /say and with a prefix such as “luna: hello”, which replaces the message
settings-quiet = None
settings-quiet_title = **Quiet channels** where nobody talks as a character
settings-log = Nowhere
settings-log_title = **Log:** the channel where I write down who made or deleted what (no videos, no prompts)
settings-limits = Limits …
settings-limits_now = **Limits:** a day per person: { $quota } · a day for the whole server: { $server } · wait between two: { $cooldown }
settings-seconds = { $seconds } s
settings-usual = { $value } (my owner's setting)
settings-highest = { $value } (as many as my owner allows)
settings-no_limit = no limit
settings-daily_quota = Animojis per person per day
settings-server_quota = Animojis per day, whole server
settings-cooldown_seconds = Seconds a person waits between two
settings-private_on = Replies are private by default: on
settings-private_off = Replies are private by default: off
settings-role_quota_line = { $role }: { $quota } a day
settings-role_quota_gone = { $role }: same as everyone

# Lines of the log.
journal-emoji = { $user } added { $shown } `{ $name }`
journal-sticker = { $user } added the sticker { $shown } “{ $name }”
journal-removed = { $user } removed `{ $name }`
journal-deleted = { $user } deleted an animoji of “{ $name }” that { $owner } had made
journal-unsaid = { $user } deleted what “{ $name }” of { $owner } said in { $channel }
journal-quiet = { $user } let nobody talk as a character in { $channel }
journal-loud = { $user } let people talk as their characters in { $channel } again
journal-unshown = { $user } took “{ $name }” of { $owner } out of the gallery
journal-blocked = { $user } blocked { $other }
journal-unblocked = { $user } unblocked { $other }

moderation-blocked = { $user } can't use me any more. What they kept stays theirs, and /moderation unblock lets them back in.
moderation-unblocked = { $user } can use me again.
blocks-title = ## Blocked ({ $count })
blocks-line = { $who } · by { $by } · { $when }
blocks-none = Nobody is blocked.

## For the owner

owner-status = ## How I am
owner-servers = { $count ->
        [one] { $count } server
       *[other] { $count } servers
    }
owner-jobs = Jobs: { $waiting } waiting, { $drawing } being drawn here
owner-database = Database at revision { $revision }
owner-fault = ⚠️ The { $part } is not well: { $fault }
owner-awake = I'm open for everybody.
owner-asleep = 🔧 Maintenance since { $when }: I take nothing new.
owner-blocked = { $who } can't use me anywhere any more. What they kept stays theirs; to take this back, use /owner unblock-user or unblock-telegram.
owner-server_blocked = Nobody can use me in { $server } any more; to take this back, use /owner unblock-server.
owner-server_unblocked = People can use me in { $server } again.
owner-maintenance_on = Maintenance is on: I finish what was begun, and tell everybody else to come back soon. You can still use me.
owner-maintenance_off = Maintenance is over: everybody can use me again.

## Privacy

privacy-show =
    ## What I keep about you
    - your Discord ID and language
    - { $characters ->
        [one] **{ $characters }** character: its words and seed or its picture, and a small portrait
       *[other] **{ $characters }** characters: their words and seed or their pictures, and a small portrait
    }
    - { $animojis ->
        [one] **{ $animojis }** animoji: its motion as numbers, its caption, and where it was posted
       *[other] **{ $animojis }** animojis: their motion as numbers, their captions, and where they were posted
    }
    - { $expressions ->
        [one] **{ $expressions }** emoji or sticker: its name and ID
       *[other] **{ $expressions }** emoji and stickers: their names and IDs
    }
    - { $speeches ->
        [one] **{ $speeches }** message that you said as a character: where it stands and as whom, not its words
       *[other] **{ $speeches }** messages that you said as a character: where they stand and as whom, not their words
    }, for { $days } days
    - how many animojis you made each day, for 30 days
    I delete the videos, recordings and pictures you send as soon as your animoji is done. The motion I keep shows no face. Where a character speaks, with your voice or your words, I keep what is heard with that animoji, so that its MP4 speaks; it goes when you delete the animoji. Everything else stays until you delete it with /privacy delete. Get a copy with /privacy export.
privacy-export = Everything I keep about you. Any text editor can open the JSON files.
privacy-delete =
    I'll forget you, along with { $characters ->
        [one] **{ $characters }** character
       *[other] **{ $characters }** characters
    } and { $animojis ->
        [one] **{ $animojis }** animoji
       *[other] **{ $animojis }** animojis
    }. This can't be undone. Emoji and stickers stay in their servers, and so does what your characters said.
privacy-delete_button = Forget me
privacy-opted_out = From now on nobody can animate your messages or ask you for a character; /privacy opt-in changes that.
privacy-opted_in = Others can animate your messages and ask you for a character again; /privacy opt-out changes that.
privacy-deleted =
    Done. I've forgotten you, { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    } and { $animojis ->
        [one] { $animojis } animoji
       *[other] { $animojis } animojis
    }.

## The first minute in a server

welcome-text =
    ## Hello! I make anime characters that move like you
    1. **Make one:** press the button below. A few words are enough; a short video of your face makes it move like you.
    2. **Make it an emoji:** press **Add to server** below your animoji.
    3. **Use it again:** /animoji again, with another video or a motion from the list.
    -# I delete videos as soon as the animoji is done. Who may use me here, and how much, is up to whoever manages this server.
welcome-no_expressions = -# To add emoji and stickers I still need the permission “Create Expressions”.
welcome-make = Make my first animoji
welcome-settings = Server settings
invite-text =
    ## Take me along
    The link adds me to a server. You can also add me to your own account there, and then use me anywhere.
invite-button = Add AnimeMoji

## Help

help =
    ## I make anime characters that move like you
    - **Start here:** /animoji create with a few words (“silver hair, blue eyes, glasses”) and a short video of your face. No video? Pick a `motion`, or send a `voice` recording. For one simple form, use /animoji form. To see art styles, use /animoji styles.
    - **Use it again:** /animoji again moves a saved character, /animoji remix changes some of its words, /animoji from-picture brings a picture to life, and /animoji together shows two side by side, also with a friend.
    - **Emoji:** /emoji add, /emoji sticker, or a set of feelings with /emoji pack, for WhatsApp, LINE and others as well.
    - **Characters:** /character list, /character share. /gallery show has those that this server shares.
    - **Talk as a character:** /say posts your words under its name, with a face that goes with them. With /character prefix it also says what you write yourself, in servers that allow it. Moderators silence a channel with /quiet.
    - **On any message:** Apps → Animate this, Make emoji, Make sticker; on what a character said, Edit what I said, Delete what I said, Who said this?
    - **Your data:** /privacy show. Running a server? See /settings show and /moderation blocked. /invite brings me to another one.
about =
    ## AnimeMoji { $version }
    Free software under the MIT licence. It is built on discord.py, SQLAlchemy, Alembic, ThorVG (MIT), MediaPipe, OpenCV (Apache 2.0), NumPy, SciPy (BSD), PyAV (BSD) with FFmpeg and x264 (GPL), and Pillow (MIT-CMU). Captions are set in IPAex Gothic (IPA Font License). The poses follow the schema of Talking Head Anime 3 by Pramook Khungurn, whose models (CC BY 4.0) animate pictures where they are installed.

## When something goes wrong

failure-unknown = Sorry, something broke on my side. If it happens again, please report it with this ID: `{ $id }`
failure-setup = Sorry, I'm not set up for that here, and my owner has been told. A drawn character will work.
failure-too_much = That was too much for me, twice. Please try another clip or picture.
failure-restarting = I'm restarting. Please try again in a minute.
failure-value = I can't use “{ $value }” there. Please choose something else.
failure-not_here = You can't use that here.

error-newer_file = That file was written by a newer AnimeMoji (version { $version }); I can't read it yet.
error-no_student = I can't animate that character this way yet; please make it again.
error-not_yours = Only the person who made this can do that.
error-poor_student = What I learned about that picture is too rough to show; please make it again.
error-student_file = What I learned about that picture can't be read any more; please make it again.
error-student_needs_picture = Only picture characters can be learned by heart; a drawn one is fast already.
error-student_no_face = Neither eyes nor mouth of that picture move; please use a picture of one figure from the front, with open eyes.
error-tha4_student = I can't animate that character this way; please make it again.
error-tha4_weights = I can't animate pictures that way here; please describe the character in words instead.
error-upload_too_large = That file is { $size }; please send one of at most { $limit }.
error-undeliverable = Discord would not take the finished file anywhere; please try again with fewer seconds.
error-upload_empty = That file is empty; please attach it again.
error-upload_gone = I couldn't get that file from Discord; please attach it again.
error-character_unknown = You have no character called “{ $name }”; see yours with /character list.
error-character_gone = That character is gone; see the ones you have with /character list.
error-picture_changed = “{ $name }” looks different by now; open it with /character view to adjust it.
error-choice_gone = I no longer have the other paintings of “{ $name }”; press Re-roll for new ones.
error-no_character = You have no characters yet; make one with /animoji create.
error-share_code = No shared character has that code; please check it, or ask for a new one.
error-character_name_taken = You already have a character called “{ $name }”; please choose another name.
error-character_name = A character's name has 1 to { $limit } visible characters on one line; please choose another one.
error-too_many_characters = You've reached the limit of { $limit ->
        [one] { $limit } character
       *[other] { $limit } characters
    }; make room with /character delete.
error-animoji_unknown = That animoji no longer exists; make a new one with /animoji create.
error-no_animoji = You haven't made an animoji yet; start with /animoji create.
error-prompt_missing = Please describe the character in a few words, for example “silver hair, blue eyes, glasses”, or send a video or photo of you.
error-prompt_full = With those words the prompt would have { $length } characters, and { $limit } is the most; please describe the character anew with /animoji create.
error-nothing_to_animate = That message has no video, recording or picture; please choose one that has.
error-no_animoji_there = That message has no animoji of mine; please choose one that has.
error-one_motion = Please use only one of video, motion, voice and say.
error-no_partner = Please choose who stands beside your character: another one of yours as partner, or a friend.
error-gallery_gone = That character isn't in this server's gallery; see /gallery show.
error-gallery_full = You already show { $limit } characters here; please take one out first.
error-maintenance = I'm being looked after right now; please come back in a little while.
error-blocked = You can't use me any more; please ask my owner.
error-blocked_here = You can't use me in this server; please ask a moderator.
error-server_blocked = I can't be used in this server; please ask my owner.
error-not_blocked = That one isn't blocked; the list shows who is.
error-cannot_block = { $user } can't be blocked; please choose somebody else.
error-opted_out = { $user } would rather not be animated; please choose something of somebody else's.
error-no_owner = Only my owners can do that.
error-server_id = “{ $value }” isn't a server's ID; please copy it from the server's menu (with developer mode on).
error-telegram_id = “{ $value }” isn't a number of Telegram's; it stands in my log with a minus, and people see theirs there in what I keep about them.
error-one_partner = Please choose either a partner of your own or a friend, not both.
error-not_a_friend = Please choose somebody else as a friend; for two characters of your own, use partner.
error-no_meeting_place = Your friend can't see this conversation; please ask them in a channel that both of you are in.
error-suggestion_gone = These suggestions are too old; please use /animoji create with your clip once more.
error-invitation_gone = That invitation is over; a new one can be made with /animoji together.
error-not_invited = Only { $user } can answer that.
error-asker_busy = { $user } can't make another one just now; please try again in a while.
error-too_many_invitations = You already have { $limit } open invitations; please wait for an answer, or take one back.
error-not_from_words = “{ $name }” was made from a picture, so it has no words to change; please choose a character made from words.
error-too_many_jobs = You already have { $limit ->
        [one] { $limit } job
       *[other] { $limit } jobs
    } under way; please wait for one to finish, or cancel one.
error-server_busy = This server already has { $limit ->
        [one] { $limit } job
       *[other] { $limit } jobs
    } under way; please try again in a moment.
error-bot_busy = I have more to do than I can hold right now; please try again in a few minutes.
error-shut_out = Your last files broke what draws the animations, so I take no more from you for a while; you can try again { $when }.
error-cooldown = Not so fast! You can make the next one { $when }.
error-quota_used_up = You've made all { $limit } you can make here today; you can make more { $when }.
error-conversions_used_up = You've had { $limit } files made of your animojis and clips today, emoji and stickers included; you can have more { $when }.
error-server_quota_used_up = This server has made all { $limit } it can make today; it can make more { $when }.
error-channel_not_allowed = I can't be used in this channel; please use { $channels }.
error-role_needed = You need a certain role to use me in this server; please ask a moderator.
error-emoji_role_needed = You need a certain role to add emoji and stickers in this server; please ask a moderator.
error-no_admin = Only people who can manage this server can change that; please ask an administrator.
error-word_refused = “{ $word }” isn't allowed here; please say it without that word.
error-number_needed = “{ $value }” isn't a whole number from 0 to { $limit }; please enter one, or leave it empty.
error-server_only = That works only in a server that I'm a member of; please try it there.
error-you_lack_permission = You need the “Create Expressions” permission in this server to add emoji and stickers; please ask a moderator.
error-bot_lacks_permission = I need the “Create Expressions” permission in this server to add emoji and stickers; please ask a moderator to give it to me.
error-no_free_slots = All { $limit } places for animated emoji in this server are taken; please remove one first.
error-own_emoji_full = You have all { $limit } of my own emoji that you can have; make room with /emoji remove.
error-no_free_sticker_slots = All { $limit } places for stickers in this server are taken; please remove one first.
error-sticker_name = A sticker's name has 2 to 30 characters; please choose another one.
error-expression_unknown = I made no such emoji or sticker here; see what I made with /emoji list.
error-emoji_name = An emoji's name has 2 to 32 letters (A–Z), digits or underscores, for example “{ $example }”.
error-discord_busy = Discord won't let me add more emoji to this server right now; please try again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
error-discord_away = Discord doesn't answer just now; please try again in a minute.
error-discord_refused = Discord didn't accept that (code { $code }); please try another name or a smaller animoji.
error-activity_gone = Discord no longer knows this activity; please close it and open it again.
error-studio_closed = The studio isn't open here any more; please use /animoji create instead.
error-studio_place_gone = You or I have left the place where you opened the studio; please open it again from Discord.
error-you_may_not_post = You may not post files in { $channel }; please download the file, or open the studio from a channel where you may.
error-bot_may_not_post = I may not post files in { $channel }; please download the file, or ask a moderator to let me post there.
error-speech_off = Nobody may talk as a character in this server; an administrator can allow it with /settings show.
error-speech_quiet = Nobody may talk as a character in this channel; please use another one.
error-speech_place = Characters can't speak here; please use a text or voice channel, or an open thread.
error-speech_empty = There is nothing to say; please write a few words.
error-speech_too_long = That has { $length } characters; please shorten it to { $limit }.
error-speech_too_fast = Not so fast! Your characters can speak again { $when }.
error-speech_busy = Discord didn't take that message just now; please try again in a moment.
error-speech_blocked = Discord's own filter holds that back; please say it in other words.
error-speech_refused = Discord didn't accept that message (code { $code }); please say it in other words.
error-speech_gone = That message, or the webhook that posted it, is gone; a moderator can delete what is left of it.
error-speech_kind = Characters can only say words and files; please leave out the sticker, poll, recording or forward.
error-speech_files = Those files are { $size } together, and I can pass on at most { $limit }; please send fewer or smaller ones.
error-not_said_here = No character of anybody's said that, or I no longer know whose; please choose another message.
error-you_may_not_speak = You can't write in this channel yourself, so your characters can't either; please use another one.
error-bot_needs_webhooks = I need the “Manage Webhooks” permission in this channel to let characters speak; please ask a moderator to give it to me.
error-bot_needs_messages = I need the “Manage Messages” permission in this channel to replace your message; please ask a moderator, or use /say.
error-too_many_webhooks = This channel has all { $limit } webhooks that it can have; please ask a moderator to remove one.
error-messages_unread = I don't read messages, so prefixes don't work; please ask my owner to switch that on, or use /say.
error-prefix = A prefix has 1 to { $limit } visible characters and begins with a letter, for example “luna:”; please choose another one.
error-prefix_taken = “{ $prefix }” is already the prefix of “{ $name }”; please choose another one.
error-no_moderator = Only people who can manage messages in this channel can change that; please ask a moderator.
error-cannot_save = I can't save anything right now; please try again later.
error-user = That didn't work; please check what you entered.

## What the pipeline says: its own English is for the command line, this one for Discord

error-background = There is no background “{ $background }”; use transparent, a colour such as pink or #ff88aa, or one of { $names }.
error-caption = The caption has { $count } characters; please shorten it to { $limit }.
error-character_file = I can't read that picture; please use a PNG, JPEG, WebP, AVIF, HEIC, GIF, BMP or TIFF.
error-character_file_big = That file is { $megabytes } MB; please use one of at most { $limit } MB.
error-character_missing = That character's file is gone; please attach it again.
error-clip-blank = The video shows next to nothing; please send one of your face.
error-clip-bytes = The video is { $megabytes } MB; please send one of at most { $limit } MB.
error-clip-empty = That file is empty; please send a video of your face.
error-clip-frames = The video has more than { $limit } frames; please send a shorter one, ideally a few seconds.
error-clip-no_face = I found no face in the video; please film one from the front, up close and in good light.
error-clip-not_a_video = I can't read that video; please send an MP4, MOV, WebM, MKV, AVI or GIF of your face.
error-clip-picture = That is a still picture; please send a video of your face, a few seconds long.
error-clip-pixels = The video is { $width }×{ $height } pixels; please send one of at most { $limit }, such as 1080p.
error-clip-seconds = The video is longer than { $limit } s; please send a shorter one, ideally a few seconds.
error-clip-shape = The video is a strip of { $width }×{ $height } pixels; please send one that is at most { $limit } times as long as wide.
error-clip-sound_only = That file has sound but no picture; please send a video of your face, or use it as a voice.
error-damaged_model = Part of me was damaged on the way here; please try again later.
error-download = I couldn't fetch something I need; please try again later.
error-fps = { $fps } frames per second don't work; please choose 1 to 50.
error-framing = That part of the picture can't be shown; please choose a square of 16 to 2048 pixels on it.
error-max_bytes = Even with few frames, this doesn't fit into { $limit }; please use a shorter clip.
error-media-incomplete = That file is cut off; please send it again once it is fully saved or downloaded.
error-media-overloaded = That file carries far more tags or index entries than it should; please export it again.
error-model_by_hand = I can't do that here yet; please describe the character in words instead.
error-motion_file = I can't read that motion; please use a .json, a MikuMikuDance .vmd or a Live Link Face .csv.
error-motion_file_too_large = That motion file is { $megabytes } MB; please use one of at most { $limit } MB.
error-neural_extra = I can't animate pictures here; please describe the character in words instead.
error-no_face_motion = That .vmd moves neither a face nor a head; please use one that does.
error-nobody_there = I found no face there; please use a clip or a photo of one, from the front and in good light.
error-no_layers = Only a character that I drew has layers, and this one is a picture; please describe one in words.
error-no_puppet = Only a character that I drew can live in a browser, and this one is a picture; please describe one in words.
error-no_frames = The motion is empty; please use a longer clip.
error-picture_background = I couldn't tell the figure from its background; please use a picture with a plain or transparent one.
error-picture_big = The picture is { $width }×{ $height } pixels; please use one of at most { $limit } megapixels.
error-picture_damaged = The picture is damaged; please save or download it again.
error-picture_empty = I can't see anything in that picture; please use one that isn't transparent or all one colour.
error-picture_needs_heif = I can't read HEIC pictures here; please save it as a JPEG or PNG and try again.
error-picture_needs_neural = I can't work with pictures here; please describe the character in words instead.
error-picture_no_head = I found no head facing the viewer; please use a picture of one figure, seen from the front.
error-picture_shape = The picture is a strip of { $width }×{ $height } pixels; please use one at most { $limit } times as long as wide.
error-picture_small = The picture is only { $width }×{ $height } pixels; please use one of at least { $limit }×{ $limit }.
error-picture_tiff = That TIFF keeps its colours in a way I can't read; please save it as a PNG and try again.
error-picture_tiny_head = The head is only { $pixels } pixels; please use a larger picture, or one of head and shoulders.
error-picture_vast = The picture has far too many pixels; please use one of at most { $limit } megapixels.
error-picture_wrong_face = The head's box must lie within the picture ({ $width }×{ $height } pixels); please give its middle and side.
error-poser_unsuited = I can't animate that character this way; please make it again.
error-prompt_too_long = The prompt has { $length } characters; please shorten it to { $limit }.
error-sd_no_candidate = None of the { $count } pictures I painted shows one figure from the front; please try other words, or a drawn character.
error-sd_style = There is no art style called “{ $name }”; please choose one of { $names }.
error-sd_unsafe = The safety check held back all { $count } pictures; please try other words, or a drawn character.
error-size = A size of { $size } pixels doesn't work; please choose 16 to 1024.
error-sketch_needs_diffusion = A sketch is for painted characters; choose that style, or leave the sketch out if I can't paint here.
error-sound = I can't read that sound; please use a file that plays, such as MP4, MP3, OGG or WAV.
error-speech-long = That text has { $length } characters; please let it say at most { $limit }.
error-speech-missing = I can't speak here; please send a recording instead.
error-speech-nothing = There is nothing to say in that text; please write some words.
error-speech-script = I have no voice for that writing; please use another language, or write it in Latin letters.
error-tha3_weights = I can't animate pictures here; please describe the character in words instead.
error-track_file = I can't read that motion; please use one that I saved.
error-tracker-model = I can't follow faces that way here; please choose a motion instead.
error-unknown_model = I don't know a model called “{ $name }”; please choose one of { $names }.
error-unknown_effect = There is no effect called “{ $name }”; please choose auto, off or one of { $names }.
error-unknown_season = There is no season called “{ $name }”; please choose one of { $names }.
error-unknown_target = I don't know a place called { $name }; I can make files for { $names }.
error-unknown_preset = There is no motion called “{ $name }”; please choose one of { $names }.
error-voice_file = I can't read that recording; please use a voice message, or an .ogg, .mp3, .m4a or .wav file.
error-voice_no_sound = That file has no sound; please use a voice message, or an .ogg, .mp3, .m4a or .wav file.
error-voice_silent = I can't hear anything in that recording; please speak closer to the microphone and send it again.
error-voice_too_large = The recording is { $megabytes } MB; please use one of at most { $limit } MB.

notice-several_faces = There were several faces in the video; I followed the largest one.
notice-face_often_lost = I couldn't see your face for { $percent } % of the video, so I left those parts out or filled them in.
notice-clip_damaged = About { $percent } % of the video was damaged, so I left it out. If you can, send it again.
notice-trimmed = I used the best { $seconds } s of the video.
notice-motion_cut = I used only the first { $seconds } s of the motion.
notice-voice_cut = I used only the first { $seconds } s of the recording.
notice-speech_cut = I speak only the first { $seconds } s of the text.
notice-made_to_fit = To fit into { $kilobytes } KiB, it has { $size }×{ $size } pixels and { $fps } frames per second.
notice-caption_left_out = I have no font for these characters of the caption, so I left them out: { $characters }
notice-no_diffusion_model = I can't paint here, so I drew the character.
notice-picture_two_figures = There are several figures in the picture, so I took the largest. A picture of just one comes out cleaner.
notice-picture_photo = This looks like a photo. It works, but drawings work better.
notice-picture_unsure_head = The head was hard to find. If the face moves oddly, try a picture from the front, or press Adjust.
notice-picture_small_head = The head is only { $pixels } pixels, so it will look blurred. A larger picture helps.
notice-picture_cut_off = The top of the head is cut off. A picture with some space above it looks better.
notice-picture_closed_eyes = The eyes seem to be closed. With open eyes, the character can blink and look around.
notice-picture_not_from_front = I can see only one eye. A picture from the front, with both eyes visible, moves far better.
notice-picture_hand_near_face = A hand near the face will bend when the head turns. A picture with the hands down moves more cleanly.
notice-picture_busy_background = The background was hard to remove. A plain or transparent one gives cleaner edges.

## Commands, as Discord's menus show them. An option that its command
## doesn't describe is described under option-NAME.

command-animoji = animoji
    .description = Make your own animated anime characters
command-animoji-create = create
    .description = Make an animated character from a few words, with or without a video of your face
    .prompt = prompt
    .prompt-description = For example: silver hair, blue eyes; without it, words are suggested by how you look in the video
    .photo = photo
    .photo-description = A photo of you; words for how you look are suggested, for you to change
    .style = style
    .style-description = How to make the character
    .sketch = sketch
    .sketch-description = Your own drawing, for Stable Diffusion to paint over
    .season = season
    .season-description = What goes with the time of the year: clothes, a background, words, a motion
command-animoji-again = again
    .description = Animate one of your characters again
    .character = character
    .character-description = One of your characters; your default one if you leave this out
    .season = season
    .season-description = What goes with the time of the year: a background, words, a motion
command-animoji-from-picture = from-picture
    .description = Make a character from a picture
    .picture = picture
    .picture-description = One figure, seen from the front, with open eyes
command-animoji-remix = remix
    .description = Change some words of a character and keep the rest
    .prompt = prompt
    .prompt-description = What to change, for example: with glasses, red hair
    .name = name
    .name-description = Save the new character under this name
command-animoji-together = together
    .description = Put two characters side by side, with another one of yours or with a friend's
    .partner = partner
    .partner-description = Another one of your characters, to stand at the right
    .friend = friend
    .friend-description = Whom to ask for a character; they choose which, and can say no
    .character = character
    .character-description = Your character at the left; your default one if you leave this out
    .say-description = What they say, up to 200 characters; the left one alone, if the other has a motion of its own
    .partner-motion = partner-motion
    .partner-motion-description = What the one at the right does; the same, or the second face of the video, if left out
command-animoji-form = form
    .description = Make an animoji in one simple form
command-animoji-activity = activity
    .description = Open the studio here in Discord, as an activity
command-animoji-studio = studio
    .description = Open the studio in your browser: move, dress and share a character
command-animoji-styles = styles
    .description = Show the art styles you can ask for
command-character = character
    .description = Your saved characters
command-character-list = list
    .description = Show your characters
command-character-view = view
    .description = Show one of your characters
command-character-rename = rename
    .description = Rename one of your characters
    .name = name
    .name-description = The new name
command-character-default = default
    .description = Choose the character I use when you don't name one
command-character-share = share
    .description = Let others copy one of your characters
    .stop = stop
    .stop-description = Stop sharing it instead; copies people took stay
command-character-import-code = import-code
    .description = Copy a character that someone shared
    .code = code
    .code-description = The code they gave you
    .name = name
    .name-description = Save it under this name
command-character-export = export
    .description = Get one of your characters as files
command-character-delete = delete
    .description = Delete one of your characters and the animojis made with it
command-character-prefix = prefix
    .description = Let one of your characters say messages that begin in a certain way
    .prefix = prefix
    .prefix-description = How they begin, for example luna: (none if you leave this out)
command-say = say
    .description = Say something as one of your characters
    .text = text
    .text-description = What it says
    .mood = mood
    .mood-description = How it looks; I read that from the words if you leave this out
command-quiet = quiet
    .description = Let nobody talk as a character in this channel
    .end = end
    .end-description = Allow it again instead
command-emoji = emoji
    .description = Emoji and stickers made from your animojis
command-emoji-add = add
    .description = Turn an animoji into an emoji of this server
    .name = name
    .name-description = The emoji's name: letters, digits and underscores
command-emoji-pack = pack
    .description = Make a set of emoji of one character: happy, sad, angry and more
    .character = character
    .character-description = One of your characters; your default one if you leave this out
    .name = name
    .name-description = What the emoji's names start with
    .count = count
    .count-description = How many; six if you leave this out
    .for = for
    .for-description = For which place, as files to upload; as emoji of this server if you leave this out
command-emoji-list = list
    .description = Show the emoji and stickers I made here
command-emoji-remove = remove
    .description = Remove an emoji or a sticker I made here
    .made = made
    .made-description = Which one
command-emoji-sticker = sticker
    .description = Turn an animoji into a sticker of this server
    .name = name
    .name-description = The sticker's name
    .tag = tag
    .tag-description = The emoji that goes with it
command-settings = settings
    .description = What I may do in this server
command-settings-show = show
    .description = Show and change what I may do in this server
command-settings-role-quota = role-quota
    .description = Let a role make more or fewer animojis a day than others
    .role = role
    .role-description = Which role
    .quota = quota
    .quota-description = Animojis a day; same as everyone if you leave this out
command-privacy = privacy
    .description = What I keep about you
command-privacy-show = show
    .description = Show what I keep about you, and for how long
command-privacy-export = export
    .description = Get everything I keep about you as a file
command-privacy-delete = delete
    .description = Have me forget you and everything you made
command-privacy-opt-out = opt-out
    .description = Don't let others animate your messages or ask you for a character
command-privacy-opt-in = opt-in
    .description = Let others animate your messages and ask you for a character again
command-gallery = gallery
    .description = Characters that people show to everybody here
command-gallery-show = show
    .description = Look at them, try them on, have one like them
command-gallery-add = add
    .description = Show one of your characters to everybody in this server
    .character = character
    .character-description = One of your characters; your default one if you leave this out
command-gallery-remove = remove
    .description = Take one of your characters out of this server's gallery
    .character = character
    .character-description = Which one
command-moderation = moderation
    .description = Who can't use me in this server
command-moderation-block = block
    .description = Don't let a person use me in this server
    .user = user
    .user-description = Whom
command-moderation-unblock = unblock
    .description = Let a person use me in this server again
    .user = user
    .user-description = Whom
command-moderation-blocked = blocked
    .description = Show who can't use me in this server
command-owner = owner
    .description = For my owners alone
command-owner-status = status
    .description = How many servers and jobs there are, and whether I'm well
command-owner-maintenance = maintenance
    .description = Take nothing new while what was begun is finished
    .on = on
    .on-description = Whether it is on
command-owner-block-user = block-user
    .description = Don't let a person use me anywhere
    .user = user
    .user-description = Whom
command-owner-unblock-user = unblock-user
    .description = Let a person use me again
    .user = user
    .user-description = Whom
command-owner-block-telegram = block-telegram
    .description = Don't let a person use me in Telegram
    .person = person
    .person-description = Their number; they see it there in what I keep about them, and you in my log, with a minus
command-owner-unblock-telegram = unblock-telegram
    .description = Let a person use me in Telegram again
    .person = person
    .person-description = Their number
command-owner-block-server = block-server
    .description = Don't let anybody use me in a server
    .server = server
    .server-description = The server's ID, or with its minus the number of a group in Telegram
command-owner-unblock-server = unblock-server
    .description = Let people use me in a server again
    .server = server
    .server-description = The server's ID, or with its minus the number of a group in Telegram
command-owner-blocked = blocked
    .description = Show which people and servers can't use me
command-help = help
    .description = What I can do and how to start
command-invite = invite
    .description = Add me to another server or to your account
command-about = about
    .description = Who made me, and from what

option-character = character
    .description = One of your characters
option-video = video
    .description = A short video of your face; I delete it as soon as your animoji is done
option-motion = motion
    .description = What the character does if you send no video
option-voice = voice
    .description = A recording for the character to speak; its sound stays with the animoji until you delete it
option-say = say
    .description = Words for the character to say aloud, in almost any language; the answer is a film with sound
option-caption = caption
    .description = Text to put on the picture
option-background = background
    .description = A name or a colour; transparent if you leave this out
option-length = length
    .description = How many seconds of the video to use at most; I choose the best part
option-effects = effects
    .description = Signs of comics around the face, such as tears or hearts
option-spoiler = spoiler
    .description = Hide it until somebody clicks on it
option-private = private
    .description = Show it only to you
option-name = name
    .description = Save the character under this name
option-animoji = animoji
    .description = Which one; the last one you made if you leave this out

menu-animate-this = Animate this
menu-make-emoji = Make emoji
menu-make-sticker = Make sticker
menu-edit-what-i-said = Edit what I said
menu-delete-what-i-said = Delete what I said
menu-who-said-this = Who said this?

choice-effect-auto = What you feel in the video
choice-effect-off = None
choice-effect-vein = Angry vein
choice-effect-steam = Steam
choice-effect-sweat = Sweat drop
choice-effect-tears = Tears
choice-effect-streams = Streams of tears
choice-effect-gloom = Gloom
choice-effect-hearts = Hearts
choice-effect-sparkle = Sparkles
choice-effect-blush = Blush
choice-effect-exclamation = Exclamation mark
choice-effect-cross = Cross (no)
choice-effect-question = Question mark
choice-effect-stars = Circling stars
choice-effect-notes = Music notes
choice-effect-sleep = Zzz
choice-mood-neutral = Neutral
choice-mood-happy = Happy
choice-mood-sad = Sad
choice-mood-angry = Angry
choice-mood-love = In love
choice-mood-shock = Shocked
choice-mood-sleepy = Sleepy
choice-mood-think = Thinking
choice-mood-shy = Shy
choice-mood-smug = Smug
choice-mood-hi = Hi
choice-mood-yes = Yes
choice-mood-no = No
choice-style-auto = Whatever fits
choice-style-drawn = Drawn
choice-style-diffused = Painted (Stable Diffusion)
