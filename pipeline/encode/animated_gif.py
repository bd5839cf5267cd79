"""Animated GIF: one palette for the clip, one-bit transparency, and as few bytes as the budget asks for."""

from __future__ import annotations

from pipeline.encode.budget import Rung, Trial, collect, fit
from pipeline.encode.cut import Cut
from pipeline.encode.gif import gif_blocks
from pipeline.encode.headway import Headway
from pipeline.encode.indexed import index_frames
from pipeline.encode.palette import histogram, make_palette
from pipeline.encode.paletted import colours_at, colours_that_do, palette_ladder, patience_for, sample_of
from pipeline.encode.spool import FrameSpool
from pipeline.interfaces import Encoded
from pipeline.types import Output


def encode_gif(spool: FrameSpool, fps: float, output: Output, headway: Headway) -> Encoded:
    """The spooled clip as a GIF that ``output`` asks for, as much slower as its budget needs.

    Raises:
        BudgetError: it cannot fit.
    """
    colours = histogram(headway.sampled(spool.frames(sample_of(spool))))
    patience = patience_for(spool)

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        cut = Cut.of(spool, fps, output, rung)
        palette = make_palette(colours, colours_at(quality))
        indices = index_frames(cut.frames(spool, headway), palette, patience)
        return collect(gif_blocks(indices, palette, cut.times.ticks), len(cut.times) + 2, limit)

    data, rung = fit(attempt, palette_ladder(fps, output, colours_that_do(colours)), output.max_bytes)
    cut = Cut.of(spool, fps, output, rung)
    return Encoded(data, len(cut.times), cut.times.fps, cut.size)
