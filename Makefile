# `make` does the main job on the shipped register; `make test` runs the tests. Both set up all they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/beleidsspoor

.DEFAULT_GOAL := all
.PHONY: all test lint types clean bench

all: $(VENV)/.installed
	$(RUN) bouw -o uit
	$(RUN) controleer
	$(RUN) dekking
	$(RUN) dekking -o uit/dekking.xlsx
	$(RUN) dekking -o uit/dekking.html
	$(RUN) kaart -o uit/kaart.html
	$(RUN) boom -o uit/boom.html

# Each file of tests stays in one process, so that its browser or its data is made once.
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check .

# mypy follows an installed package, not setuptools' editable finder: so a copy is installed beside it.
types: $(VENV)/.dev
	rm -rf build
	$(BIN)/python -m pip install --quiet --no-deps --upgrade --target build/types .
	MYPYPATH=build/types $(BIN)/python -m mypy --cache-dir .mypy_cache -p beleidsspoor.graph -p beleidsspoor.cli

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build uit *.egg-info

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Beleidsspoor heeft Python 3.11 of nieuwer nodig. Kies er een met: make PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@
