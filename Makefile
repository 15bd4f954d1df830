# People and CI run the same targets. Nothing here installs a system package; `make help` lists what there is.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

VENV ?= .venv
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := $(shell find src examples -type f -not -name '*.pyc' 2>/dev/null)
# Where the tree itself is installed for work (make test), it is used as it stands.
PLAIN := $(if $(wildcard $(VENV)/.developing),,$(VENV)/.installed)
ARGS ?=

.PHONY: help demo test lint format types contracts licences gate docs quality pairs picture screenshots bench clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 13

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Accord needs Python 3.11 or later; none was found. Install one, or: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "making $(VENV) failed; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.installed: $(SOURCES) pyproject.toml | $(BIN)/python
	$(PIP) install --quiet .
	@touch $@

$(VENV)/.developing: pyproject.toml tools/group.py | $(BIN)/python
	$(BIN)/python tools/group.py dev > $(VENV)/dev.txt
	$(PIP) install --quiet --editable . --requirement $(VENV)/dev.txt
	@touch $@

$(VENV)/.benching: pyproject.toml tools/group.py | $(VENV)/.developing
	$(BIN)/python tools/group.py bench > $(VENV)/bench.txt
	$(PIP) install --quiet --requirement $(VENV)/bench.txt
	@touch $@

demo: $(PLAIN) ## read the sample corpus and write a brief of it
	$(BIN)/accord demo $(ARGS)

test: $(VENV)/.developing ## all tests; ARGS="-k name" for some
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: $(VENV)/.developing ## style (ruff)
	$(BIN)/ruff check $(ARGS)

format: $(VENV)/.developing ## lay the code out (ruff)
	$(BIN)/ruff format $(ARGS)

types: $(VENV)/.developing ## strict types (mypy)
	$(BIN)/mypy $(ARGS)

contracts: $(VENV)/.developing ## what may import what (import-linter)
	$(BIN)/lint-imports $(ARGS)

licences: $(VENV)/.developing ## no dependency that Apache-2.0 cannot carry
	$(BIN)/python tools/licences.py

gate: $(VENV)/.developing ## precision and F1 against their floors
	$(BIN)/python tools/gate.py $(ARGS)

docs: $(VENV)/.developing ## write anew what the code says in docs/ and README.md
	$(BIN)/python tools/known_needs.py
	$(BIN)/python tools/kind_pages.py
	$(BIN)/python tools/commands_page.py
	$(BIN)/python tools/session.py
	$(BIN)/python tools/notebook.py

quality: $(VENV)/.developing ## write the figures of docs/accuracy.md anew from measurements
	$(BIN)/python tools/quality.py
	$(BIN)/python tools/pairs.py --write

pairs: $(VENV)/.developing ## identity on pairs judged by hand, and which are wrong
	$(BIN)/python tools/pairs.py --wrong $(ARGS)

picture: $(VENV)/.developing ## write docs/brief.png anew (with Chromium)
	$(BIN)/python tools/picture.py

screenshots: $(VENV)/.developing ## write docs/screens.md and its pictures of every page of the desk anew (with Chromium)
	$(BIN)/python tools/screenshots.py $(ARGS)

bench: $(VENV)/.benching ## speed, growth, memory, order, kill, start-up: minutes, not for CI
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/order.py
	$(BIN)/python benchmarks/kill.py --runs 30 examples/documents
	$(BIN)/python benchmarks/kill.py --runs 30 --jobs 2 examples/documents
	$(BIN)/python benchmarks/archive.py

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
