# The two commands that matter: `make demo` and `make test`. Each makes the environment
# first, from the pinned and hashed list in requirements.lock; a second run skips that.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test setup lint types imports tests format lock build clean

help:
	@echo "make demo     code the reports in examples/, print the events, write JSON to out/"
	@echo "make test     every check: ruff, mypy, import rule, tests"
	@echo "make setup    only make the environment in $(VENV)"
	@echo "make format   put the sources into the house format"
	@echo "make lock     pin the dependencies anew (needs uv)"
	@echo "make build    make the wheel and the source archive in dist/"
	@echo "make clean    remove the environment and everything made here"
	@echo "Another Python: make PYTHON=python3.12 demo"

demo: $(READY)
	@$(BIN)/dateline code examples --format table --out out

test: lint types imports tests

setup: $(READY)

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

tests: $(READY)
	$(BIN)/python -m pytest

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
		--output-file requirements.lock

build: $(READY)
	$(BIN)/hatchling build

clean:
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Dateline needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ...")'
	@echo "Making the environment in $(VENV) (once; about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
