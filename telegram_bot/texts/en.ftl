### English, as far as Telegram's people read something else than Discord's (bot/texts/en.ftl). Plain text: no markdown.

## First steps

start =
    Hi! I make anime characters that move like you.

    1. Write a few words about somebody: “silver twin tails, violet eyes, cat ears”. I draw them, and they wave at you.
    2. Send a video message of your face (hold the camera button). They do what you do.
    3. Press “Sticker” below, or “Pack” for a whole sticker pack of them.

    A video with words under it makes somebody new at once. /characters shows everybody you have, /help all I can do.
    I delete your video as soon as your animoji is done.
help =
    Write words and I draw a character. Send one of these and your character does it:
    • a video message, a video or a GIF with a face: they move like you
    • a voice message: they say it
    • a picture of a figure: they become a new character

    /make WORDS – a new character; in a group, as an answer to a video: they do what is in it
    /again – in a group, as an answer to a video: your character does what is in it
    /characters – those you have: choose one, share it, make its sticker pack, delete it
    /privacy – what I keep about you, a copy of it, and how I forget you
    /delete – forget me
    /about – who made this

    The buttons below an animoji are for whoever made it.
about =
    AnimeMoji { $version }, free software under the MIT licence. It is built on python-telegram-bot (LGPL 3), SQLAlchemy, Alembic, ThorVG (MIT), MediaPipe, OpenCV (Apache 2.0), NumPy, SciPy (BSD), PyAV (BSD) with FFmpeg and x264 (GPL), and Pillow (MIT-CMU). Captions are set in IPAex Gothic (IPA Font License). The poses follow the schema of Talking Head Anime 3 by Pramook Khungurn, whose models (CC BY 4.0) animate pictures where they are installed.
words-first = Who shall do that? Write a few words about a character first, for example “silver hair, blue eyes, glasses”, then send it again.
nothing-here = I can't use that. Send words, a video message, a video, a voice message or a picture; /help says what I make of them.

command-make = A new character from words
command-again = Your character does what is in a video
command-characters = Your characters
command-help = What I can do
command-privacy = What I keep about you
command-delete = Forget me
command-about = Who made this

## Words for how somebody looks

looks-title = Words for how you look:
looks-note = Press the button to be drawn like this, or answer this message with your own words. I read these from your video and keep them nowhere.
looks-make = ✏️ Draw me like this
looks-nothing = I can't tell anything for sure from this video; please send a few words about a character, then the video again.

## Results

result-title = { $name }
result-understood = Understood: { $words }
result-ignored = Left out: { $words }
sticker-unsure = If your sticker didn't arrive, press the button.
pack-ready = { $count ->
        [one] { $title }: { $count } new sticker. Add the pack here:
       *[other] { $title }: { $count } new stickers. Add the pack here:
    }
    { $link }
pack-step = { $done } of { $count } · { $feeling }

button-sticker = 🏷 Sticker
button-add = ➕ To pack
button-pack = 📦 Pack
button-motion = 🎬 Motion
button-reroll = 🎲 Re-roll
button-delete = 🗑 Delete
button-really = 🗑 Delete for good
button-back = ↩ Back
button-default = ⭐ Use this one
button-share = 🔗 Share
button-open_pack = Open the pack
button-export = 📄 Get a copy
button-opt_out = 🙅 Others may not animate me
button-opt_in = 🙆 Others may animate me again
button-forget = 🗑 Forget me
button-previous = ◀
button-next = ▶

deleted-animoji = Deleted.

## Characters

characters-none = You have no characters yet. Write a few words about one, for example “silver hair, blue eyes, glasses”.
characters-title = { $count ->
        [one] You have { $count } character. Choose it to see it:
       *[other] You have { $count } characters. Choose one to see it:
    }
character-card = { $name }
    { $words }
character-is_default = “{ $name }” does what you send from now on.
character-share_link = Whoever opens this link gets a copy of “{ $name }”:
    { $link }
character-copied = “{ $name }” is yours now. Send a video message and they do what you do.

## Privacy

privacy-show =
    What I keep about you:
    • your Telegram ID ({ $id }) and language
    • { $characters ->
        [one] { $characters } character: its words and seed or its picture, and a small portrait
       *[other] { $characters } characters: their words and seed or their pictures, and small portraits
    }
    • { $animojis ->
        [one] { $animojis } animoji: its motion as numbers, and where it was posted
       *[other] { $animojis } animojis: their motion as numbers, and where they were posted
    }
    • { $sets ->
        [one] { $sets } sticker pack: its name
       *[other] { $sets } sticker packs: their names
    }
    • how many animojis you made each day, for 30 days
    Your videos, voice messages and pictures are deleted as soon as your animoji is done. The motion I keep shows no face. Where a character speaks with your voice, I keep what was said with that animoji; it goes when you delete the animoji.
privacy-opted_out = From now on nobody can animate your messages.
privacy-opted_in = Others can animate your messages again.
privacy-export = Everything I keep about you. Any text editor can open the JSON files.
privacy-delete =
    I'll forget you, along with { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    } and { $animojis ->
        [one] { $animojis } animoji
       *[other] { $animojis } animojis
    }. This can't be undone. Sticker packs stay yours: delete them with @Stickers.
privacy-deleted =
    Done. I've forgotten you, { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    } and { $animojis ->
        [one] { $animojis } animoji
       *[other] { $animojis } animojis
    }.

## When something goes wrong, where Discord's sentences would not do

when-minutes = in { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
when-hours = in { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }

failure-unknown = Sorry, something broke on my side. If it happens again, please report it with this ID: { $id }
error-set_full = That pack already has { $count } stickers, and { $limit } is the most; please remove some with @Stickers first.
error-set_refused = Telegram didn't accept the sticker pack ({ $reason }); please try again with another character.
error-write_first = Telegram lets me make a pack only for those who have written to me; please open a chat with me, press Start and try again.
error-undeliverable = Telegram would not take the finished file; please try again with fewer seconds.
error-opted_out = Whoever that is would rather not be animated; please choose something of somebody else's.
error-suggestion_gone = These words are too old; please send your video message again.
error-upload_gone = I couldn't get that file from Telegram; please send it again.
error-upload_empty = That file is empty; please send it again.
error-character_unknown = You have no such character; /characters shows those you have.
error-character_gone = That character is gone; /characters shows those you have.
error-no_character = You have no characters yet; write a few words about one, for example “silver hair, blue eyes, glasses”.
error-too_many_characters = You've reached the limit of { $limit ->
        [one] { $limit } character
       *[other] { $limit } characters
    }; make room with /characters.
error-animoji_unknown = That animoji no longer exists; please make a new one.
error-no_animoji = You haven't made an animoji yet; write a few words about a character first.
error-prompt_full = With those words the prompt would have { $length } characters, and { $limit } is the most; please describe the character anew.
error-choice_gone = I no longer have the other paintings of “{ $name }”; press Re-roll for new ones.
error-server_blocked = I can't be used in this group; please ask my owner.
error-server_busy = This group already has { $limit ->
        [one] { $limit } job
       *[other] { $limit } jobs
    } under way; please try again in a moment.
error-server_quota_used_up = This group has made all { $limit } it can make today; it can make more { $when }.
notice-picture_unsure_head = The head was hard to find. If the face moves oddly, try a picture from the front.
