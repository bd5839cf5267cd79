"""What can go wrong in the bot.

``StartupError`` ends the process with one sentence. All others are a ``UserError``: their sentence comes from
``bot.texts`` in the user's language; the template is the English one.
"""

from __future__ import annotations

from pipeline import UserError


class StartupError(Exception):
    """The bot cannot start; the message is one sentence for whoever starts it."""


class NotYoursError(UserError):
    key = "error.not_yours"
    template = "Only the person who made this can do that."


class UploadTooLargeError(UserError):
    key = "error.upload_too_large"
    template = "That file has {size}; please send one of at most {limit}."


class UploadEmptyError(UserError):
    key = "error.upload_empty"
    template = "That file is empty; please attach it again."


class UploadGoneError(UserError):
    key = "error.upload_gone"
    template = "Discord did not hand over that file; please attach it again."


class CharacterUnknownError(UserError):
    key = "error.character_unknown"
    template = "You have no character called “{name}”; /character list shows yours."


class CharacterGoneError(UserError):
    key = "error.character_gone"
    template = "That character is gone; /character list shows yours."


class PictureChangedError(UserError):
    key = "error.picture_changed"
    template = "“{name}” looks different by now; open it with /character view to adjust it."


class ChoiceGoneError(UserError):
    key = "error.choice_gone"
    template = "The other pictures of “{name}” are not kept any more; press Re-roll for new ones."


class NoCharacterError(UserError):
    key = "error.no_character"
    template = "You have no characters yet; make one with /animoji create."


class ShareCodeError(UserError):
    key = "error.share_code"
    template = "No character is shared by that code; please check it, or ask for a new one."


class CharacterNameTakenError(UserError):
    key = "error.character_name_taken"
    template = "You already have a character called “{name}”; please choose another name."


class CharacterNameError(UserError):
    key = "error.character_name"
    template = "A character's name has 1 to {limit} letters, without line breaks; please choose another one."


class TooManyCharactersError(UserError):
    key = "error.too_many_characters"
    template = "You have {limit} characters, which is all that fit; delete one with /character delete."


class AnimojiUnknownError(UserError):
    key = "error.animoji_unknown"
    template = "There is no such animoji any more; make one with /animoji create."


class NoAnimojiError(UserError):
    key = "error.no_animoji"
    template = "You have not made an animoji yet; start with /animoji create."


class PromptMissingError(UserError):
    key = "error.prompt_missing"
    template = "Please describe the character in a few words, for example “silver hair, blue eyes, glasses”."


class NothingToAnimateError(UserError):
    key = "error.nothing_to_animate"
    template = "That message has no clip, recording or picture; choose one that has."


class NoAnimojiThereError(UserError):
    key = "error.no_animoji_there"
    template = "That message holds no animoji of mine; choose one that does."


class OneMotionError(UserError):
    key = "error.one_motion"
    template = "Please give one of video, motion and voice, not several."


class NotFromWordsError(UserError):
    key = "error.not_from_words"
    template = "“{name}” was made from a picture, so it has no words to change; choose a character made from words."


class TooManyJobsError(UserError):
    key = "error.too_many_jobs"
    template = "You have {limit} jobs under way already; please wait until one is done, or cancel one."


class ServerBusyError(UserError):
    key = "error.server_busy"
    template = "This server has {limit} jobs under way already; please try again in a moment."


class CooldownError(UserError):
    key = "error.cooldown"
    template = "Not so fast: you can make the next one {when}."


class QuotaUsedUpError(UserError):
    key = "error.quota_used_up"
    template = "You have made {limit} today, which is all that is allowed here; you can go on {when}."


class ServerQuotaUsedUpError(UserError):
    key = "error.server_quota_used_up"
    template = "This server has made {limit} today, which is all that is allowed; it can go on {when}."


class ChannelNotAllowedError(UserError):
    key = "error.channel_not_allowed"
    template = "I may not be used in this channel; please go to {channels}."


class RoleNeededError(UserError):
    key = "error.role_needed"
    template = "In this server you need a certain role to use me; please ask a moderator."


class EmojiRoleNeededError(UserError):
    key = "error.emoji_role_needed"
    template = "In this server you need a certain role to add emoji and stickers by me; please ask a moderator."


class NoAdminError(UserError):
    key = "error.no_admin"
    template = "Only who may manage this server can change that; please ask an administrator."


class WordRefusedError(UserError):
    key = "error.word_refused"
    template = "“{word}” is not allowed here; please say it without that word."


class NumberNeededError(UserError):
    key = "error.number_needed"
    template = "“{value}” is not a whole number from 0 to {limit}; please leave it empty or write one."


class ServerOnlyError(UserError):
    key = "error.server_only"
    template = "This works only in a server that I am a member of; please use it there."


class YouLackPermissionError(UserError):
    key = "error.you_lack_permission"
    template = "You need the permission “Create Expressions” in this server to add emoji and stickers; ask a moderator."


class BotLacksPermissionError(UserError):
    key = "error.bot_lacks_permission"
    template = (
        "I need the permission “Create Expressions” in this server to add emoji and stickers; "
        "ask a moderator to give it to me."
    )


class NoFreeSlotsError(UserError):
    key = "error.no_free_slots"
    template = "All {limit} places for animated emoji in this server are taken; remove one first."


class OwnEmojiFullError(UserError):
    key = "error.own_emoji_full"
    template = "You have {limit} of my own emoji, which is all that you can have; remove one with /emoji remove."


class NoFreeStickerSlotsError(UserError):
    key = "error.no_free_sticker_slots"
    template = "All {limit} places for stickers in this server are taken; remove one first."


class StickerNameError(UserError):
    key = "error.sticker_name"
    template = "A sticker's name has 2 to 30 letters; please choose another one."


class ExpressionUnknownError(UserError):
    key = "error.expression_unknown"
    template = "I made no such emoji or sticker here; /emoji list shows what I made."


class EmojiNameError(UserError):
    key = "error.emoji_name"
    template = "An emoji's name has 2 to 32 letters (A-Z), digits or underscores, for example “{example}”."


class DiscordBusyError(UserError):
    key = "error.discord_busy"
    template = "Discord lets me add no more emoji to this server for now; please try again in {minutes} min."


class DiscordRefusedError(UserError):
    key = "error.discord_refused"
    template = "Discord did not accept it: {reason}"
