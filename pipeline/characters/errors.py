"""What can go wrong on the way to a character by a user's doing."""

from __future__ import annotations

from pipeline.types import UserError


class EndlessPromptError(UserError):
    key = "error.prompt_too_long"
    template = "The prompt has {length} characters: use at most {limit}."


class NeuralExtraNeededError(UserError):
    key = "error.picture_needs_neural"
    template = (
        "Pictures need more libraries: run `pip install 'animemoji[neural]'` once, or describe the character in words."
    )


class HeifExtraNeededError(UserError):
    key = "error.picture_needs_heif"
    template = "HEIC pictures need one more library: run `pip install 'animemoji[heic]'` once, or save it as a JPEG."


class DeepTiffError(UserError):
    key = "error.picture_tiff"
    template = (
        "That TIFF keeps its colours in a way that is not read here: save it as a PNG, or as a TIFF of 8 or 16 bits."
    )


class SketchNeedsDiffusionError(UserError):
    key = "error.sketch_needs_diffusion"
    template = (
        "A sketch is painted over by Stable Diffusion: choose the source diffused, with a model as docs/models.md "
        "says, or leave the sketch out."
    )


class BigFileError(UserError):
    key = "error.character_file_big"
    template = "That file has {megabytes} MB: use one of at most {limit} MB."


class BigPictureError(UserError):
    key = "error.picture_big"
    template = "That picture has {width} x {height} pixels: use one of at most {limit} megapixels."


class VastPictureError(UserError):
    key = "error.picture_vast"
    template = "That picture has far too many pixels: use one of at most {limit} megapixels."


class SmallPictureError(UserError):
    key = "error.picture_small"
    template = "That picture has {width} x {height} pixels: use one of at least {limit} x {limit}."


class StripPictureError(UserError):
    key = "error.picture_shape"
    template = (
        "That picture is a strip of {width} x {height} pixels: use one at most {limit} times as long as it is wide."
    )


class MissingCharacterError(UserError):
    key = "error.character_missing"
    template = "There is no file {name}: give a saved character (.json) or a picture (.png, .jpg, .webp, .heic, …)."


class DamagedPictureError(UserError):
    key = "error.picture_damaged"
    template = "That picture cannot be read to its end: save or download it again."
