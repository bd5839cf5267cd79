"""A local Telegram: the Bot API on a loopback port, for the real python-telegram-bot client."""

from tests.telegram_server.people import Person
from tests.telegram_server.server import TelegramServer
from tests.telegram_server.state import Chat, Message, Upload

__all__ = ["Chat", "Message", "Person", "TelegramServer", "Upload"]
