"""A picture character distilled: Talking Head Anime 3 is asked a few thousand times, and smooth functions remember it.

picture = warp(source with its face, flow) + rest, in premultiplied sRGB. The face is a function of 39 numbers of the
pose, flow and rest of the other six; each is a mean plus a low-rank basis whose coefficients kernel ridge regression
gives in closed form. A frame takes a kernel row, a matrix product and a remap: no network, no gradient step.

- ``design``: which poses to ask for. ``teacher``: the networks that are asked. ``samples``: what they drew, on disk.
- ``kernels``, ``fit``: from samples to fields. ``model``: the student as a value. ``file``: its bytes.
- ``paint``, ``poser``: from a student to frames. ``figures``, ``sheet``: how close it comes.
- ``shelf``: where a finished student is kept. ``distil``: the conductor of all this.
"""
