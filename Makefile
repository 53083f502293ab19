# `make chat` and `make test` need nothing but Python 3.11 or newer: everything else they set up themselves.
# `make` alone lists the targets.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
VENV := .venv
BIN  := $(VENV)/bin
# Written last, so that an interrupted installation is taken up again.
READY := $(VENV)/.vouch-ready
REPORT ?= report
AGAIN := --reruns 1 --reruns-delay 5 -rfER

# The first Python that is new enough; the oldest first, because the pinned versions were frozen under it.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
  if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then command -v "$$p"; break; fi; done)

.PHONY: help setup chat test check bench unit evals browser format clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY)  ## .venv with the pinned dependencies

chat: $(READY)  ## index corpus/, then the chat on http://localhost:8000 (PORT=… to change)
	@$(BIN)/vouch ingest
	@$(BIN)/vouch serve --port $(PORT)

test: check unit  ## the same set-up, then checks, unit tests, browser test and evals

check: $(READY)  ## lint, format, types, borders
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The browser's tests first, on two workers with servers of their own, and the other tests, a file to a worker; then, one after
# another, whatever is to have the machine for itself. On a busy machine a page may be slower than a test of it waits: such a test
# is asked once more, and the summary says so. The suite of evals is asked once, by its tests, and leaves the report that
# `make evals` would.
unit: $(READY) browser
	$(BIN)/python -m pytest tests/browser -m "not alone" -n 2 $(AGAIN)
	$(BIN)/python -m pytest tests -m "not browser" -n 2 --dist loadfile
	EVAL_REPORT=$(REPORT)/evals $(BIN)/python -m pytest evals tests/browser -m "alone or not browser"

evals: $(READY)  ## the evals alone, with their report in report/evals
	$(BIN)/vouch ingest
	$(BIN)/vouch eval --mutations --report $(REPORT)/evals

bench: $(READY)  ## how fast an answer and an index are here
	@$(BIN)/vouch ingest
	@$(BIN)/vouch bench

format: $(READY)  ## let ruff rewrite what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

browser: $(READY)
	@scripts/ensure-chromium $(BIN)/python

clean:  ## remove the environment, the index and the caches
	rm -rf $(VENV) .index report test-results build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/pyvenv.cfg:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "vouch: no Python 3.11 or newer was found; install one, or name it: make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3" >&2; exit 1; fi
	@echo "Making $(VENV) with $$($(PYTHON) --version) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "vouch: $(PYTHON) can't make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(READY): pyproject.toml constraints.txt | $(VENV)/pyvenv.cfg
	@echo "Installing the pinned dependencies into $(VENV); the first time takes some minutes …"
	@# torch first and by itself: it is the largest, and a wheel that is already on the machine (PIP_FIND_LINKS) is then taken.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $$(grep -E '^torch==' constraints.txt) -c constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
	@echo "Ready: $(BIN)/vouch --help"
