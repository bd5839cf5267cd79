"""English."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, str]] = {
    "job.waiting": "⏳ In the queue: place {position}.",
    "job.next": "⏳ Next in the queue.",
    "job.starting": "⏳ Starting …",
    "job.stage.queued": "Waiting",
    "job.stage.character": "Designing the character",
    "job.stage.motion": "Reading the motion",
    "job.stage.pose": "Drawing",
    "job.stage.encode": "Packing the file",
    "job.seconds_left": "about {seconds} s left",
    "job.cancelled": "Cancelled.",
    "job.gone": "That job has ended already.",
    "job.cancel": "Cancel",
    "job.delivered_late": "{mention} Here is your animoji; it took longer than Discord waits for an answer.",
    "result.understood": "**Understood:** {words}",
    "result.ignored": "**Not understood:** {words}",
    "result.facts": "{seconds} s · {frames} frames · {size}×{size} px · {format}, {bytes}",
    "characters.none": "You have no characters yet; /animoji create makes your first.",
    "characters.title": "## Your characters ({count})",
    "characters.line": "**{name}** · {prompt} · {when}",
    "characters.picture": "from a picture",
    "characters.back": "◀",
    "characters.next": "▶",
    "character.is_default": "“{name}” is taken from now on where no character is named.",
    "character.copied": "“{name}” is yours now; try /animoji again.",
    "character.shared": "{user} shares **{name}**. Take a copy by the button, or anywhere by /character import-code `{code}`.",
    "character.not_shared": "“{name}” is not shared any more; copies stay with those who took them.",
    "character.take": "Take a copy",
    "character.exported": "**{name}** as files: give both to `animemoji render --character character.png`.",
    "character.deleted": "“{name}” is deleted, and with it {count} of your animojis.",
    "character.words": "**In words:** {words}",
    "styles.title": "## Manners of drawing\nWrite one of these words anywhere in the prompt.",
    "styles.line": "**{title}**\n`style:{name}`",
    "styles.only_painted": "-# for painted characters",
    "styles.none": "There are no styles here; describe the manner of drawing in the prompt.",
    "choice.title": "**These were painted;** number 1 is shown above. Press another number to take that one instead.",
    "choice.picture": "Picture {number} to choose from",
    "adjust.open": "Adjust",
    "adjust.title": (
        "### Adjust {name}\nMove the picture until the head, from hair to chin, stands upright in the box. "
        "Nothing changes before you press Done."
    ),
    "adjust.picture": "The character's picture; a box shows where its head belongs",
    "adjust.left": "← Left",
    "adjust.up": "↑ Up",
    "adjust.down": "↓ Down",
    "adjust.right": "→ Right",
    "adjust.larger": "＋ Larger",
    "adjust.smaller": "－ Smaller",
    "adjust.turnleft": "↺ Turn left",
    "adjust.turnright": "↻ Turn right",
    "adjust.done": "Done",
    "adjust.reset": "Reset",
    "adjust.saved": "“{name}” is saved like this; see it move with /animoji again.",
    "emoji.added": "{emoji} is now an emoji of this server: `:{name}:`",
    "button.reroll": "Re-roll",
    "button.tweak": "Tweak",
    "button.motion": "Another motion",
    "button.rename": "Save as …",
    "button.emoji": "Add to server",
    "button.sticker": "Sticker",
    "button.mp4": "MP4",
    "button.webp": "WebP",
    "button.delete": "Delete",
    "button.pick1": "1",
    "button.pick2": "2",
    "button.pick3": "3",
    "button.pick4": "4",
    "form.old": "That form is too old for me to remember; please open it again.",
    "rename.title": "Save the character as …",
    "rename.name": "Name",
    "tweak.title": "Change some words",
    "tweak.prompt": "What the character looks like",
    "tweak.caption": "Words on the picture",
    "motion.title": "Another motion",
    "motion.motion": "A motion from the list",
    "motion.clip": "Or a clip of your face",
    "motion.clip_note": "It is deleted as soon as the animoji is done.",
    "character.renamed": "Saved as “{name}”.",
    "emoji.title": "New emoji",
    "emoji.name": "Name: letters, digits, underscores",
    "emoji.added_to_bot": "{emoji} is now one of my own emoji, which you can use with me: `:{name}:`",
    "emoji.waiting": "⏳ Discord takes no more emoji for now; I will add this one by myself {when}.",
    "sticker.title": "New sticker",
    "sticker.name": "Name",
    "sticker.tag": "The emoji that stands for it",
    "sticker.added": "“{name}” is now a sticker of this server.",
    "studio.title": "Make an animoji",
    "studio.prompt_example": "silver hair, blue eyes, glasses",
    "studio.clip": "A clip of your face",
    "studio.motion": "Or a motion from the list",
    "studio.name": "The character's name",
    "studio.animate": "Animate this",
    "studio.or_default": "Leave it empty for your default character.",
    "studio.picture_motion": "What it does",
    "settings.title": "## What I may do here",
    "settings.channels": "All channels",
    "settings.channels_title": "**Channels** in which I may be used",
    "settings.roles": "Everybody",
    "settings.roles_title": "**Roles** that may use me",
    "settings.emoji_roles": "Whoever may create expressions",
    "settings.emoji_roles_title": "**Roles** that may have emoji and stickers added (besides Discord's permission)",
    "settings.filter": "As the bot's owner set it",
    "settings.filter_title": "**Word filter** for prompts, names and captions",
    "settings.filter_off": "Off",
    "settings.filter_standard": "Standard: nothing sexual, no hatred",
    "settings.filter_strict": "Strict: suitable for children",
    "settings.language": "Each reader's own",
    "settings.language_title": "**Language** of public answers",
    "settings.language_reader": "Each reader's own",
    "settings.language_en": "English",
    "settings.language_ja": "日本語",
    "settings.limits": "Limits …",
    "settings.limits_now": "**Limits:** {quota} a day per person · {server} a day in the server · {cooldown} between two",
    "settings.default": "default",
    "settings.daily_quota": "Animojis per person and day",
    "settings.server_quota": "Animojis in the whole server per day",
    "settings.cooldown_seconds": "Seconds between two of one person",
    "settings.private_on": "Answers are private by default: on",
    "settings.private_off": "Answers are private by default: off",
    "settings.role_quota_line": "{role}: {quota} a day",
    "settings.role_quota_gone": "{role}: as everybody",
    "privacy.show": (
        "## What I keep of you\n"
        "- your Discord id and language\n"
        "- **{characters}** characters: their words and seed, or their pictures, and a small portrait\n"
        "- **{animojis}** animojis: the motion as numbers, the caption, where it was posted\n"
        "- **{expressions}** emoji and stickers: name and id\n"
        "- how many animojis you made on a day, for 30 days\n"
        "Clips, recordings and pictures that you send are deleted as soon as the animoji is done; the motion that is kept "
        "shows no face. All else stays until you delete it: /privacy delete. Get a copy: /privacy export."
    ),
    "privacy.export": "All that I keep of you; the JSON files can be read with any editor.",
    "privacy.delete": (
        "This makes me forget you: **{characters}** characters and **{animojis}** animojis. "
        "It cannot be undone. Emoji and stickers stay in their servers."
    ),
    "privacy.delete_button": "Forget me",
    "privacy.deleted": "Forgotten: {characters} characters, {animojis} animojis, and who you are.",
    "help": (
        "## I make animated anime characters that move like you\n"
        "**Begin:** /animoji create with some words (“silver hair, blue eyes, glasses”) and a short clip of your face. "
        "No clip? Choose a `motion`, or a `voice` recording. The friendly way in is /animoji studio. "
        "Manners of drawing: /animoji styles.\n"
        "**Again:** /animoji again moves a saved character, /animoji remix changes some of its words, "
        "/animoji from-picture brings a picture to life.\n"
        "**Emoji:** /emoji add, /emoji sticker, or six feelings in one go: /emoji pack.\n"
        "**Characters:** /character list, /character share.\n"
        "**On any message:** Apps → Animate this, Make emoji, Make sticker.\n"
        "**Yours:** /privacy show says what I keep. Server owners: /settings show."
    ),
    "about": (
        "## AnimeMoji {version}\n"
        "Free software under the MIT licence. What it stands on: discord.py, SQLAlchemy, Alembic, ThorVG (MIT), "
        "MediaPipe, OpenCV (Apache 2.0), NumPy, SciPy (BSD), PyAV (BSD) with FFmpeg and x264 (GPL), Pillow (MIT-CMU). "
        "Captions are set in IPAex Gothic (IPA Font License). The poses follow the schema of Talking Head Anime 3 by "
        "Pramook Khungurn, whose models (CC BY 4.0), where they are installed, animate pictures."
    ),
    "failure.unknown": "Something broke on my side, sorry. If it happens again, report it with this id: `{id}`",
    "failure.setup": "I am not set up right for that, and whoever runs me is told; a drawn character works.",
    "failure.too_much": "That was too much for me, twice; please try another clip or picture.",
    "pack.step": "**{done} of {count}** · {feeling}",
    "pack.added": "{emoji}\n{count} new emoji of **{name}**.",
    "pack.part": "{emoji}\n{count} of {wanted} new emoji of **{name}**. {reason}",
    "emoji.list": "## Made here ({count})",
    "emoji.list_line": "{emoji} `{name}` · {user} · {when}",
    "emoji.list_none": "I made no emoji or stickers here yet; try /emoji add.",
    "emoji.list_sticker": "🏷️",
    "emoji.removed": "`{name}` is removed.",
    "failure.restarting": "I am being restarted; please ask again in a minute.",
    "failure.command": "I cannot do that: {reason}",
}
