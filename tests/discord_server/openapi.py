"""Request bodies against Discord's own OpenAPI description.

Discord's schemas allow unknown properties; here they are closed, so that a misspelt field is found. Where the file is
older than the API, or laxer clients are accepted, the difference is listed by name with its reason.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.shared_data import SHARED_DATA

_SNOWFLAKE: Final = {"anyOf": [{"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}, {"type": "integer", "minimum": 0}]}

_FILE_TYPES: Final = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_NEWER_FIELDS: Final[dict[str, dict[str, Any]]] = {
    # Kinds of files that may be chosen: added in August 2026, the file is of July.
    "ApplicationCommandAttachmentOption": {"file_types": _FILE_TYPES},
    "FileUploadComponentForModalRequest": {"file_types": _FILE_TYPES},
    # discord.py writes this into every body with files, edits too; the API ignores it there.
    "IncomingWebhookUpdateRequestPartial": {"tts": {"const": False}},
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": {"tts": {"const": False}},
    "MessageEditRequestPartial": {"tts": {"const": False}},
    # The file leaves this one out; the documentation of commands lists it.
    "ApplicationCommandUpdateRequest": {"nsfw": {"type": "boolean"}},
    "ApplicationCommandCreateRequest": {"nsfw": {"type": "boolean"}},
}


class Schemas:
    """The compiled file."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        schemas = document["components"]["schemas"]
        schemas["SnowflakeType"] = _SNOWFLAKE  # "Snowflake IDs ... may also be sent as JSON integers" is accepted.
        for name, schema in schemas.items():
            if "properties" in schema:
                schema["properties"] |= _NEWER_FIELDS.get(name, {})
                schema.setdefault("additionalProperties", False)
        for schema in schemas.values():
            _name_branches(schema, schemas)
        self._valid: set[tuple[str, str]] = set()
        resource: Resource[Any] = Resource.from_contents(document, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource("urn:discord", resource)

    @functools.cache  # noqa: B019 - one Schemas lives as long as the process
    def _validator(self, pointer: str) -> Draft202012Validator:
        return Draft202012Validator({"$ref": f"urn:discord#{pointer}"}, registry=self._registry)

    def _pointer(self, method: str, template: str, body: Any) -> str:
        """Where the schema of this request's body lies. Unions are resolved here, so that messages are exact."""
        if template == "/interactions/{interaction_id}/{interaction_token}/callback":
            kinds = {
                4: "CreateMessageInteractionCallbackRequest",
                5: "CreateMessageInteractionCallbackRequest",
                6: "UpdateMessageInteractionCallbackRequest",
                7: "UpdateMessageInteractionCallbackRequest",
                8: "ApplicationCommandAutocompleteCallbackRequest",
                9: "ModalInteractionCallbackRequest",
                12: "LaunchActivityInteractionCallbackRequest",
            }
            return f"/components/schemas/{kinds.get(body.get('type'), 'PongInteractionCallbackRequest')}"
        if template == "/webhooks/{webhook_id}/{webhook_token}":
            return "/components/schemas/IncomingWebhookRequestPartial"
        escaped = template.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
        return f"/paths/{escaped}/{method.lower()}/requestBody/content/application~1json/schema"

    def problem(self, method: str, template: str, body: Any) -> str | None:
        """What is wrong with this body, in one line; None when it is right."""
        operation = self._document["paths"].get(template, {}).get(method.lower())
        if operation is None:
            return None
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return None if body is None else f"{method} {template} takes no JSON body"
        known = self._pointer(method, template, body), json.dumps(body, sort_keys=True)
        if known in self._valid:
            return None
        found = best_match(self._validator(known[0]).iter_errors(body))
        if found is None:
            self._valid.add(known)
            return None
        where = ".".join(str(part) for part in found.absolute_path)
        return f"{where or 'body'}: {found.message[:400]}"


def _name_branches(node: Any, schemas: dict[str, Any]) -> None:
    """Turns each "one of these" whose branches differ by their ``type`` into "if the type is so, then this".

    It means the same, says better what is wrong, and takes a tenth of the time.
    """
    if isinstance(node, list):
        for item in node:
            _name_branches(item, schemas)
        return
    if not isinstance(node, dict):
        return
    for item in node.values():
        _name_branches(item, schemas)
    kinds: dict[int, dict[str, Any]] = {}
    for branch in node.get("oneOf", ()):
        schema = schemas.get(branch.get("$ref", "").rsplit("/", 1)[-1], {})
        for kind in schema.get("properties", {}).get("type", {}).get("enum", ()):
            kinds[kind] = branch
    if len(kinds) > 1 and len(kinds) == len(node["oneOf"]):
        del node["oneOf"]
        node |= {"type": "object", "properties": {"type": {"enum": sorted(kinds)}}, "required": ["type"]}
        node["allOf"] = [
            {"if": {"properties": {"type": {"const": kind}}}, "then": branch} for kind, branch in kinds.items()
        ]


@functools.cache
def load_schemas(path: Path = SHARED_DATA / "discord_openapi.json") -> Schemas | None:
    """The schemas, read once; None where the file is not there."""
    return Schemas(json.loads(path.read_text())) if path.exists() else None
