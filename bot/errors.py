"""What can go wrong in the bot.

``StartupError`` ends the process with one sentence. All others are a ``UserError``, whose sentence stands in
``bot/texts`` under its key, in every language.
"""

from __future__ import annotations

from bot.texts import ENGLISH, explain
from pipeline import UserError


class StartupError(Exception):
    """The bot cannot start; the message is one sentence for whoever starts it."""


class BotError(UserError):
    """Something a person in Discord can put right. ``fields`` fill its sentence."""

    def __str__(self) -> str:
        """The sentence in English, for the log."""
        return explain(self, ENGLISH)


class NotYoursError(BotError):
    key = "error.not_yours"


class UploadTooLargeError(BotError):
    key = "error.upload_too_large"


class UploadEmptyError(BotError):
    key = "error.upload_empty"


class UploadGoneError(BotError):
    key = "error.upload_gone"


class CharacterUnknownError(BotError):
    key = "error.character_unknown"


class CharacterGoneError(BotError):
    key = "error.character_gone"


class PictureChangedError(BotError):
    key = "error.picture_changed"


class ChoiceGoneError(BotError):
    key = "error.choice_gone"


class NoCharacterError(BotError):
    key = "error.no_character"


class ShareCodeError(BotError):
    key = "error.share_code"


class CharacterNameTakenError(BotError):
    key = "error.character_name_taken"


class CharacterNameError(BotError):
    key = "error.character_name"


class TooManyCharactersError(BotError):
    key = "error.too_many_characters"


class AnimojiUnknownError(BotError):
    key = "error.animoji_unknown"


class NoAnimojiError(BotError):
    key = "error.no_animoji"


class PromptMissingError(BotError):
    key = "error.prompt_missing"


class PromptFullError(BotError):
    key = "error.prompt_full"


class NothingToAnimateError(BotError):
    key = "error.nothing_to_animate"


class NoAnimojiThereError(BotError):
    key = "error.no_animoji_there"


class MaintenanceError(BotError):
    key = "error.maintenance"


class BlockedError(BotError):
    key = "error.blocked"


class BlockedHereError(BotError):
    key = "error.blocked_here"


class ServerBlockedError(BotError):
    key = "error.server_blocked"


class NotBlockedError(BotError):
    key = "error.not_blocked"


class CannotBlockError(BotError):
    key = "error.cannot_block"


class OptedOutError(BotError):
    key = "error.opted_out"


class NoOwnerError(BotError):
    key = "error.no_owner"


class ServerIdError(BotError):
    key = "error.server_id"


class TelegramIdError(BotError):
    key = "error.telegram_id"


class GalleryGoneError(BotError):
    key = "error.gallery_gone"


class GalleryFullError(BotError):
    key = "error.gallery_full"


class NoPartnerError(BotError):
    key = "error.no_partner"


class OnePartnerError(BotError):
    key = "error.one_partner"


class NotAFriendError(BotError):
    key = "error.not_a_friend"


class NoMeetingPlaceError(BotError):
    key = "error.no_meeting_place"


class InvitationGoneError(BotError):
    key = "error.invitation_gone"


class SuggestionGoneError(BotError):
    key = "error.suggestion_gone"


class NotInvitedError(BotError):
    key = "error.not_invited"


class AskerBusyError(BotError):
    key = "error.asker_busy"


class TooManyInvitationsError(BotError):
    key = "error.too_many_invitations"


class OneMotionError(BotError):
    key = "error.one_motion"


class NotFromWordsError(BotError):
    key = "error.not_from_words"


class TooManyJobsError(BotError):
    key = "error.too_many_jobs"


class ServerBusyError(BotError):
    key = "error.server_busy"


class BotBusyError(BotError):
    key = "error.bot_busy"


class ShutOutError(BotError):
    key = "error.shut_out"


class CooldownError(BotError):
    key = "error.cooldown"


class QuotaUsedUpError(BotError):
    key = "error.quota_used_up"


class ServerQuotaUsedUpError(BotError):
    key = "error.server_quota_used_up"


class ConversionsUsedUpError(BotError):
    key = "error.conversions_used_up"


class ChannelNotAllowedError(BotError):
    key = "error.channel_not_allowed"


class RoleNeededError(BotError):
    key = "error.role_needed"


class EmojiRoleNeededError(BotError):
    key = "error.emoji_role_needed"


class NoAdminError(BotError):
    key = "error.no_admin"


class WordRefusedError(BotError):
    key = "error.word_refused"


class NumberNeededError(BotError):
    key = "error.number_needed"


class ServerOnlyError(BotError):
    key = "error.server_only"


class YouLackPermissionError(BotError):
    key = "error.you_lack_permission"


class BotLacksPermissionError(BotError):
    key = "error.bot_lacks_permission"


class NoFreeSlotsError(BotError):
    key = "error.no_free_slots"


class OwnEmojiFullError(BotError):
    key = "error.own_emoji_full"


class NoFreeStickerSlotsError(BotError):
    key = "error.no_free_sticker_slots"


class StickerNameError(BotError):
    key = "error.sticker_name"


class ExpressionUnknownError(BotError):
    key = "error.expression_unknown"


class EmojiNameError(BotError):
    key = "error.emoji_name"


class DiscordBusyError(BotError):
    key = "error.discord_busy"


class DiscordAwayError(BotError):
    key = "error.discord_away"


class DiscordRefusedError(BotError):
    key = "error.discord_refused"


class StudioClosedError(BotError):
    key = "error.studio_closed"


class ActivityGoneError(BotError):
    key = "error.activity_gone"


class StudioPlaceGoneError(BotError):
    key = "error.studio_place_gone"


class YouMayNotPostError(BotError):
    key = "error.you_may_not_post"


class BotMayNotPostError(BotError):
    key = "error.bot_may_not_post"


class CannotSaveError(BotError):
    """The database or the disk takes nothing now; the log says why."""

    key = "error.cannot_save"


class UndeliverableError(BotError):
    key = "error.undeliverable"


class NoModeratorError(BotError):
    key = "error.no_moderator"
