"""What can be wrong with a clip, each in one sentence that says what to do."""

from __future__ import annotations

from pipeline.types import UserError


class EmptyFileError(UserError):
    key = "error.clip.empty"
    template = "That file is empty: please send a video of your face."


class NotAVideoError(UserError):
    key = "error.clip.not_a_video"
    template = "That file is not a video I can read: please send an MP4, MOV, WebM, MKV, AVI or GIF of your face."


class PictureNotVideoError(UserError):
    key = "error.clip.picture"
    template = "That file is a still picture: please send a video of your face, a few seconds long."


class SoundOnlyError(UserError):
    key = "error.clip.sound_only"
    template = "That file holds sound but no pictures: please send a video of your face, or use it as a voice instead."


class ClipTooLargeError(UserError):
    key = "error.clip.bytes"
    template = "The clip is {megabytes} MB large: please send one of at most {limit} MB."


class TooManyPixelsError(UserError):
    key = "error.clip.pixels"
    template = "The clip is {width}x{height} pixels: please send one of at most {limit} (for example 1080p)."


class StripError(UserError):
    key = "error.clip.shape"
    template = (
        "The clip is a strip of {width}x{height} pixels: please send one at most {limit} times as long as it is wide."
    )


class BlankClipError(UserError):
    key = "error.clip.blank"
    template = "The clip's pictures hold next to nothing: please send a video of your face."


class ClipTooLongError(UserError):
    key = "error.clip.seconds"
    template = "The clip is longer than {limit} s: please send a shorter one (a few seconds are best)."


class TooManyFramesError(UserError):
    key = "error.clip.frames"
    template = "The clip has more than {limit} frames: please send a shorter one (a few seconds are best)."


class NoFaceError(UserError):
    key = "error.clip.no_face"
    template = "No face was found in the clip: please film one from the front, well lit and near the camera."


class TrackerModelMissingError(UserError):
    key = "error.tracker.model"
    template = (
        "The landmarker's model is not here: run `animemoji models fetch face_landmarker`, or choose the tracker mesh."
    )
