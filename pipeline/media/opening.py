"""FFmpeg opens a file: one demuxer, codecs from a list, no more pixels and streams than asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.media.sniff import FileKind

if TYPE_CHECKING:
    from av.container import InputContainer

_UNSIGNED: Final = "mp3,aac,amr,ac3"
"""Demuxers of sound that may begin with anything: recorders cut it where they like."""
_MOST_STREAMS: Final = 64
_PICTURE_CODECS: Final = (
    "h264,hevc,av1,libdav1d,vp8,vp9,libvpx,libvpx-vp9,mpeg4,msmpeg4,msmpeg4v1,msmpeg4v2,mpeg1video,mpeg2video,"
    "mpegvideo,mjpeg,theora,vp3,gif,apng,png,wmv1,wmv2,wmv3,vc1,flv,h263,h263i,vp6,vp6f,prores,dvvideo,rawvideo,qtrle,"
    "huffyuv,ffv1,cinepak,svq1,svq3"
)
_SOUND_CODECS: Final = (
    "aac,aac_latm,mp1,mp1float,mp2,mp2float,mp3,mp3float,opus,libopus,vorbis,flac,alac,ac3,eac3,amrnb,amrwb,"
    "libopencore_amrnb,libopencore_amrwb,wmav1,wmav2,wmapro,wmavoice,speex,libspeex,adpcm_ms,adpcm_ima_wav,"
    "adpcm_ima_qt,adpcm_swf,gsm,gsm_ms,nellymoser,pcm_alaw,pcm_mulaw,pcm_bluray,pcm_dvd,pcm_f32be,pcm_f32le,pcm_f64be,"
    "pcm_f64le,pcm_s8,pcm_u8,pcm_s16be,pcm_s16le,pcm_s16be_planar,pcm_s16le_planar,pcm_s24be,pcm_s24le,pcm_s32be,"
    "pcm_s32le,pcm_u16be,pcm_u16le"
)
"""What cameras, phones, browsers and editors write; FFmpeg has hundreds more that nobody needs and few look after."""


def open_media(path: Path, kind: FileKind, max_pixels: int) -> InputContainer:
    """The opened file, which the caller closes.

    Args:
        path: the file; ``check_structure`` has looked at it.
        kind: what ``sniff`` says it is.
        max_pixels: of a picture; larger ones are not decoded.

    Raises:
        av.FFmpegError: FFmpeg cannot read it.
    """
    import av

    options = {
        "max_pixels": str(max_pixels),
        "max_streams": str(_MOST_STREAMS),
        "codec_whitelist": f"{_PICTURE_CODECS},{_SOUND_CODECS}",
        "protocol_whitelist": "file",
    }
    if kind is FileKind.UNKNOWN:
        options["format_whitelist"] = _UNSIGNED
    demuxer = None if kind is FileKind.UNKNOWN else kind.demuxer
    container = av.open(str(path), format=demuxer, metadata_errors="ignore", options=options)
    for stream in container.streams:
        if stream.codec_context is not None:
            stream.codec_context.options = {"max_pixels": str(max_pixels)}
    return container
