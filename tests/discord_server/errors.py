"""How Discord says no."""

from __future__ import annotations

from aiohttp import web

from tests.discord_server.components import Json


class ApiError(Exception):
    """An error answer with Discord's JSON code (list: API docs, topic "Opcodes and Status Codes").

    ``avoidable``: the request was wrong in itself, whatever the state of the world; no app should ever send it.
    """

    def __init__(
        self, status: int, code: int, message: str, errors: Json | None = None, *, avoidable: bool = False
    ) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}".rstrip())
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.avoidable = avoidable

    def response(self) -> web.Response:
        body: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return json_answer(body, self.status)


def invalid_form(path: str, code: str, message: str, *, avoidable: bool = True) -> ApiError:
    """50035: one field of the body is wrong; ``path`` is like "components.0.label"."""
    errors: Json = {"_errors": [{"code": code, "message": message}]}
    for part in reversed(path.split(".")):
        errors = {part: errors}
    return ApiError(400, 50035, "Invalid Form Body", errors, avoidable=avoidable)


def unknown(what: str) -> ApiError:
    codes = {
        "Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013, "Emoji": 10014,
        "Webhook": 10015, "Sticker": 10060, "interaction": 10062, "application command": 10063,
    }  # fmt: skip
    return ApiError(404, codes[what], f"Unknown {what}")


def missing_permissions() -> ApiError:
    return ApiError(403, 50013, "Missing Permissions")


def missing_access() -> ApiError:
    return ApiError(403, 50001, "Missing Access")


def json_answer(body: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Discord's content type is exactly ``application/json``; its client reads JSON only then."""
    import json

    return web.Response(
        body=json.dumps(body).encode(),
        status=status,
        headers={"Content-Type": "application/json", **(headers or {})},
    )
