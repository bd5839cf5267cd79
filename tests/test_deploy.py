"""The files in deploy/ name only what there is: settings, metrics, paths."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot.settings import Settings
from bot.web.server import open_web
from tests.discord_server import DiscordServer
from tests.e2e.scene import make_scene

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
UNIT = (DEPLOY / "animemoji.service").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
RAY_CLUSTER: dict[str, Any]
WHO_REACHES_IT: dict[str, Any]
RAY_CLUSTER, WHO_REACHES_IT = yaml.safe_load_all((DEPLOY / "kuberay.yaml").read_text())
ALERTS: dict[str, Any] = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yaml").read_text())
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana" / "animemoji.json").read_text())
SETTINGS = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
OF_THE_IMAGE = {"POSTGRES_USER", "POSTGRES_DB"}
"""Variables of PostgreSQL's own image that nobody sets in .env."""
OF_OTHERS = {"PATH", "XDG_CACHE_HOME", "MPLCONFIGDIR", "VIRTUAL_ENV"}


def own(variables: set[str]) -> set[str]:
    """Those that AnimeMoji would have to know."""
    return {name for name in variables if not name.startswith(("PYTHON", "UV_"))} - OF_THE_IMAGE - OF_OTHERS


def expressions() -> Iterator[str]:
    """Every expression that Prometheus is asked."""
    yield from (rule["expr"] for group in ALERTS["groups"] for rule in group["rules"])
    yield from (target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"])
    yield from (each["query"] for each in DASHBOARD["templating"]["list"] if each["type"] == "query")


def test_compose_sets_only_variables_that_the_example_file_lists() -> None:
    text = (DEPLOY / "compose.yaml").read_text()
    named = set(re.findall(r"\$\{([A-Z_]+)", text))
    for service in COMPOSE["services"].values():
        named |= set(service["environment"])
    assert {"POSTGRES_PASSWORD", "ANIMEMOJI_DATABASE_URL"} <= named
    assert own(named) - SETTINGS == set()
    assert not re.search(r"PASSWORD: (?!\$\{)", text), "a secret stands in .env alone"


def test_the_unit_sets_only_variables_that_the_example_file_lists() -> None:
    named = set(re.findall(r"([A-Z_]+)=", " ".join(re.findall(r"^Environment=(.+)$", UNIT, re.M))))
    assert "ANIMEMOJI_DATA_DIR" in named
    assert own(named) - SETTINGS == set()


def test_the_image_sets_only_variables_that_the_example_file_lists() -> None:
    lines = re.findall(r"^ENV ((?:.*\\\n)*.*)$", DOCKERFILE, re.M)
    named = {name for line in lines for name in re.findall(r"(?:^|\s)([A-Z_]+)=", line)}
    assert "ANIMEMOJI_HTTP_PORT" in named
    assert own(named) - SETTINGS == set()


def test_both_give_the_bot_time_to_end_what_it_is_about() -> None:
    (unit,) = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.M)
    assert COMPOSE["services"]["bot"]["stop_grace_period"] == f"{unit}s"
    grace = Settings(_env_file=None).grace_seconds  # type: ignore[call-arg]
    assert int(unit) >= grace + 10, "the database and the pipeline are closed after that"


@pytest.mark.parametrize("service", ["bot", "telegram", "database"])
def test_each_container_can_do_little_harm(service: str) -> None:
    container = COMPOSE["services"][service]
    assert container["read_only"] is True
    assert container["cap_drop"] == ["ALL"]
    assert "cap_add" not in container
    assert container["security_opt"] == ["no-new-privileges:true"]
    assert container["mem_limit"]
    assert container["tmpfs"]
    for port in container.get("ports", ()):
        assert port.startswith("127.0.0.1:"), "health and metrics are for this machine"


def test_the_image_holds_files_that_there_are_and_no_others() -> None:
    wanted = set((DEPLOY / "Dockerfile.dockerignore").read_text().split("\n")) - {"", "*", "**/__pycache__"}
    allowed = {line.removeprefix("!") for line in wanted if line.startswith("!")}
    copied = {
        name.rstrip("/")
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M)
        for name in line.split()[:-1]
    }
    assert copied == allowed
    for name in copied:
        assert (ROOT / name).exists(), name
    for name in set(re.findall(r"requirements/\w+\.txt", DOCKERFILE)):
        assert (ROOT / name).is_file(), name
    project = (ROOT / "pyproject.toml").read_text()
    (packages,) = re.findall(r"^\[tool\.hatch\.build\.targets\.wheel\]\npackages = \[(.+)\]$", project, re.M)
    assert {*re.findall(r'"(\w+)"', packages), "alembic", "styles"} <= copied


def test_the_image_brings_extras_that_there_are_and_runs_as_nobody_special() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    (extras,) = re.findall(r"^ARG EXTRAS=(.+)$", DOCKERFILE, re.M)
    for extra in extras.split(","):
        assert re.search(rf"^{extra} = \[", project, re.M), extra
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert last.index("USER animemoji") < last.index("ENTRYPOINT [")
    assert "/healthz" in last


def containers_of_the_cluster() -> dict[str, dict[str, Any]]:
    """By the names of their groups; the autoscaler runs beside the head."""
    spec = RAY_CLUSTER["spec"]
    groups = {"head": spec["headGroupSpec"]} | {group["groupName"]: group for group in spec["workerGroupSpecs"]}
    found = {name: group["template"]["spec"]["containers"] for name, group in groups.items()}
    assert all(len(containers) == 1 for containers in found.values())
    return {name: containers[0] for name, containers in found.items()} | {"autoscaler": spec["autoscalerOptions"]}


def test_the_cluster_lets_in_those_who_know_a_secret_that_no_file_holds() -> None:
    assert RAY_CLUSTER["spec"]["authOptions"] == {"mode": "token", "secretName": "animemoji-cluster"}
    for name, container in containers_of_the_cluster().items():
        for variable in container.get("env", ()):
            assert not re.search(r"TOKEN|KEY|PASSWORD|AUTH", variable["name"]), name
    policy = WHO_REACHES_IT["spec"]
    assert policy["podSelector"]["matchLabels"] == {"ray.io/cluster": RAY_CLUSTER["metadata"]["name"]}
    among_itself, bots = policy["ingress"]
    assert among_itself["from"] == [{"podSelector": policy["podSelector"]}]
    assert [port["port"] for port in bots["ports"]] == [10001]


def test_the_cluster_runs_as_nobody_special_within_limits() -> None:
    for name, container in containers_of_the_cluster().items():
        rights = container["securityContext"]
        assert rights["runAsNonRoot"] is True and rights["runAsUser"] == 10001, name
        assert rights["allowPrivilegeEscalation"] is False and rights["capabilities"] == {"drop": ["ALL"]}, name
        assert {"cpu", "memory"} <= set(container["resources"]["limits"]), name
    assert "--uid 10001" in DOCKERFILE, "the user of the image"


def test_the_cluster_grows_by_its_own_autoscaler_and_its_head_draws_nothing() -> None:
    spec = RAY_CLUSTER["spec"]
    assert spec["enableInTreeAutoscaling"] is True
    assert spec["headGroupSpec"]["rayStartParams"]["num-cpus"] == "0"
    processors, gpus = spec["workerGroupSpecs"]
    for group in (processors, gpus):
        assert 1 <= group["minReplicas"] < group["maxReplicas"]
    assert int(processors["rayStartParams"]["num-cpus"]) > 0
    assert gpus["rayStartParams"]["num-gpus"] == "1"
    assert containers_of_the_cluster()["gpus"]["resources"]["limits"]["nvidia.com/gpu"] == 1


def test_the_cluster_has_the_ray_that_is_tested() -> None:
    lock = (ROOT / "requirements" / "lock.txt").read_text()
    assert f"\nray=={RAY_CLUSTER['spec']['rayVersion']}\n" in lock


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "animemoji.service"
    unit.write_text(UNIT.replace("/opt/animemoji/.venv/bin/python", sys.executable))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_panel_is_whole_and_in_a_place_of_its_own() -> None:
    panels = DASHBOARD["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        place = panel["gridPos"]
        across, down = range(place["x"], place["x"] + place["w"]), range(place["y"], place["y"] + place["h"])
        cells = set(itertools.product(across, down))
        assert not cells & taken, panel["title"]
        assert max(x for x, _ in cells) < 24
        taken |= cells


def test_every_alert_says_what_happened_and_what_to_do() -> None:
    rules = [rule for group in ALERTS["groups"] for rule in group["rules"]]
    assert len({rule["alert"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert set(rule["annotations"]) == {"summary", "action"}
        assert all(text.endswith(".") for text in rule["annotations"].values())


async def test_every_metric_and_label_that_is_asked_for_is_measured(tmp_path: Path) -> None:
    async with DiscordServer() as server:
        scene = make_scene(server, tmp_path)
        async with (
            scene.bot() as bot,
            open_web(bot.services, bot.is_ready, "127.0.0.1", 0) as port,
            aiohttp.ClientSession() as http,
        ):
            await bot.wait_until_ready()
            await scene.create()
            await (await scene.bob.slash("animoji again")).answered()
            async with http.get(f"http://127.0.0.1:{port}/metrics") as response:
                text = await response.text()
            async with http.get(f"http://127.0.0.1:{port}/readyz") as response:
                assert (response.status, await response.json()) == (200, {"ready": True, "missing": []})
        await scene.engine.close()
    samples = dict.fromkeys(re.findall(r"^(animemoji_\w+)", text, re.M)) | {"up": None}
    parts = set(re.findall(r'^animemoji_ready\{part="(\w+)"\} 1\.0$', text, re.M))
    assert parts == {"discord", "database", "disk"}
    for expression in expressions():
        for name in re.findall(r"\b(?:animemoji_\w+|up)\b(?=[{\[ ,)]|$)", expression):
            assert name in samples, f"{name} in {expression!r}"
        assert re.search(r"animemoji_|\bup\b", expression), expression
        assert set(re.findall(r'part="(\w+)"', expression)) <= parts
        for name in re.findall(r"by \(([\w, ]+)\)", expression):
            for label in set(name.split(", ")) - {"instance"}:
                assert f'{label}="' in text, f"{label} in {expression!r}"
        for folder in re.findall(r'folder="(\w+)"', expression):
            assert f'folder="{folder}"' in text


def test_the_page_on_running_it_names_every_alert_metric_and_verb() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    for group in ALERTS["groups"]:
        for rule in group["rules"]:
            assert rule["alert"] in page, rule["alert"]
    for expression in expressions():
        for name in re.findall(r"animemoji_\w+", expression):
            assert re.sub(r"_(bucket|sum|count)$", "", name) in page, name
    for name in re.findall(r"\b(?:ANIMEMOJI|POSTGRES|SENTRY|DISCORD)_[A-Z_]+", page):
        assert name in SETTINGS, name
