# make run shows the program, make test proves it. Both set up what they need once and work offline from then on.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: run test lint check demo pictures bundle bundle-test clean help chromium soak bench bench-browser

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO := local/demo
PORT ?= 8501
PLATFORM ?= all
# Two processes, a file at a time, in the order of tests/conftest.py.
TOGETHER := -n 2 --dist loadfile --no-loadscope-reorder
export PYTHON
# Compiled once and kept, whatever the surroundings say: a server and each of its workers read some 600 files.
export PYTHONDONTWRITEBYTECODE :=

# An address is printed where no browser can be shown.
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),false,true)

run: local/.demo  ## build the demo case and its plan, then open the app on 127.0.0.1
	$(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) \
		--server.headless $(HEADLESS) --server.showEmailPrompt false --browser.gatherUsageStats false

test: lint chromium  ## everything that must hold: format, lint, types, floors, all tests
	$(BIN)/pytest $(TOGETHER)

lint: $(VENV)/.dev  ## format, lint, types and floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint  ## like test, without browser and slow tests
	$(BIN)/pytest $(TOGETHER) -m "not browser and not slow"

bench: $(VENV)/.bench  ## our solver against three others: SIZES="S M D L" LEVELS="1.0 0.6" ENGINES="planner cbc" TIME=600
	$(BIN)/python -m tests.bench $(if $(SIZES),--sizes $(SIZES)) $(if $(LEVELS),--levels $(LEVELS)) \
		$(if $(ENGINES),--engines $(ENGINES)) $(if $(TIME),--time $(TIME))

bench-browser: $(VENV)/.dev chromium  ## how long a click takes in a browser: SIZE=D USERS=4 ROUNDS=3
	$(BIN)/python -m tests.bench.browser $(if $(SIZE),--size $(SIZE)) $(if $(USERS),--users $(USERS)) \
		$(if $(ROUNDS),--rounds $(ROUNDS))

soak: $(VENV)/.dev  ## the long tests: kills, many writers, full disks
	$(BIN)/pytest -m soak --timeout 3600

pictures: local/.demo chromium  ## take the pictures of the handbook anew, of the demo
	PLANNER_PICTURES=1 $(BIN)/pytest -n 0 tests/ui/handbook/test_pictures.py -k shows_what_there_is

demo: local/.demo  ## build the demo case and its plan in local/demo

bundle: $(VENV)/.dev  ## one archive in dist that installs without network; PLATFORM=linux or windows for one of them
	$(BIN)/python .ci/bundle/build.py --platform $(PLATFORM)

bundle-test: $(VENV)/.dev  ## the same, then install and use it with the network off
	$(BIN)/python .ci/bundle/build.py --platform $(PLATFORM) --test

clean:  ## remove what was built and cached, but for .venv
	rm -rf local build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

chromium: $(VENV)/.dev
	@.ci/chromium

local/.demo: $(VENV)/.run $(shell find planner data -name '*.py' -o -name '*.toml' -o -name '*.csv')
	$(BIN)/planner demo --out $(DEMO)
	touch $@

# Build backend first, so that the pins hold for it too and no second environment is fetched for the build.
$(VENV)/.run: pyproject.toml constraints.txt
	test -x $(BIN)/python || .ci/venv $(VENV)
	@echo "Installing the program into $(VENV) ..."
	$(PIP) install --constraint constraints.txt hatchling editables
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable .
	touch $@

$(VENV)/.bench: $(VENV)/.run
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[bench]'
	touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "Installing the tools of development into $(VENV) ..."
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	touch $@
