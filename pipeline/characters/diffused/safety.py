"""A checker that sees pictures before anybody else does."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pipeline.characters.diffused.errors import loading
from pipeline.types import Frames


@lru_cache(maxsize=1)
def open_checker(source: str) -> tuple[Any, Any]:
    """The checker at a hub id or in a folder, and what prepares its pictures. Raises CheckpointError."""
    with loading(source, "ANIMEMOJI_SD_SAFETY_CHECKER"):
        from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
        from transformers import CLIPImageProcessor

        return StableDiffusionSafetyChecker.from_pretrained(source), CLIPImageProcessor.from_pretrained(source)


def is_safe(source: str, picture: Frames) -> bool:
    """What the checker says of an opaque picture, uint8 [H, W, 4]."""
    from PIL import Image

    checker, processor = open_checker(source)
    seen = processor(Image.fromarray(picture[..., :3]), return_tensors="pt")
    _, flagged = checker(images=[picture[..., :3]], clip_input=seen.pixel_values)
    return not flagged[0]
