"""What can keep a picture from becoming a student."""

from __future__ import annotations

from pipeline.types import SetupError, UserError


class NoMovingFaceError(UserError):
    key = "error.student_no_face"
    template = (
        "Neither eyes nor mouth of this picture move, so there is nothing to distil: use a picture of one figure from "
        "the front, with open eyes."
    )


class NoRoomError(SetupError):
    key = "error.student_no_room"
    template = (
        "What the teacher draws cannot be kept in {folder} ({reason}): make room there, then give the same command "
        "again; it goes on where it ended."
    )


class NoGpuError(SetupError):
    key = "error.student_no_gpu"
    template = "There is no NVIDIA GPU that torch can use here: run it with --device cpu."


class StudentFileError(UserError):
    key = "error.student_file"
    template = "{name} is not a student that this version can read: make it again with `animemoji distil`."


class NoStudentError(UserError):
    key = "error.no_student"
    template = "This character has no student yet: make one with `animemoji distil`, or use the poser tha3."


class PoorStudentError(UserError):
    key = "error.poor_student"
    template = (
        "The student of this character is too far from its teacher ({figure} dB, at least {floor} are needed): make it "
        "again with more --seconds, or use the poser tha3."
    )
