"""``make demo``: one animoji from the bundled sample clip, and what to type next."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SELFIE = ROOT / "pipeline" / "samples" / "selfie.mp4"
PROMPT = "silver twin-tails, violet eyes, cat ears, sailor uniform, smile"


def main() -> int:
    from animemoji.verbs.terminal import Terminal
    from pipeline import AnimojiRequest, PromptSource, VideoMotion, load_pipeline_settings, render_animoji

    out = ROOT / "out" / "demo.gif"
    out.parent.mkdir(exist_ok=True)
    terminal = Terminal()
    terminal.say(f"A person in a clip:  {SELFIE.relative_to(ROOT)}", f"A prompt:            {PROMPT}")
    request = AnimojiRequest(PromptSource(PROMPT, seed=7), VideoMotion(SELFIE))
    result = render_animoji(request, load_pipeline_settings(), terminal.on_progress)
    out.write_bytes(result.data)
    stages = "   ".join(f"{stage} {seconds:.1f} s" for stage, seconds in result.timings.items())
    terminal.say(
        f"Their animoji:       {out}",
        f"                     {result.frames} frames of {result.size} px at {result.fps:g} fps, "
        f"{len(result.data) / 1024:.0f} KiB",
        f"It took:             {stages}   (the first start of a fresh installation is slower)",
        "",
        "What next? (. .venv/bin/activate makes the command animemoji known)",
        "  your own words      animemoji render --prompt 'red bob, freckles, glasses' --motion wave --out me.gif",
        "  your own clip       animemoji render --prompt '銀髪ツインテール、猫耳' --video selfie.mp4 --out me.gif",
        "  who can be drawn    animemoji gallery --out out/gallery",
        "  what is missing     animemoji doctor",
        "  the Discord bot     put DISCORD_TOKEN into .env (see .env.example), then: make bot",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
