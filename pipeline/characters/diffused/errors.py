"""What can go wrong with Stable Diffusion by somebody's doing."""

from __future__ import annotations

from pipeline.types import UserError


class CheckpointError(UserError):
    key = "error.sd_checkpoint"
    template = "The Stable Diffusion checkpoint {name} could not be loaded ({reason}): check ANIMEMOJI_SD_MODEL."


class DiffusionSettingError(UserError):
    key = "error.sd_setting"
    template = "{variable} is {value}: use {wanted}."


class StyleFileError(UserError):
    key = "error.sd_style_file"
    template = "The style {name} cannot be used ({reason}): see docs/models.md for what a style file holds."


class UnknownStyleError(UserError):
    key = "error.sd_style"
    template = "There is no style called {name}: choose from {names}."


class NoCandidateError(UserError):
    key = "error.sd_no_candidate"
    template = (
        "None of {count} pictures that Stable Diffusion made shows one figure from the front: use other words, another "
        "seed, or a drawn character."
    )
