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
    "characters.more": "… and {count} more.",
    "character.deleted": "“{name}” is deleted, and with it {count} of your animojis.",
    "emoji.added": "{emoji} is now an emoji of this server: `:{name}:`",
    "failure.unknown": "Something broke on my side, sorry. If it happens again, report it with this id: `{id}`",
    "failure.restarting": "I am being restarted; please ask again in a minute.",
    "failure.command": "I cannot do that: {reason}",
}
