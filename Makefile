# Two commands are enough: `make run` and `make test`. Everything is set up on the way.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test bench pages scale corpus screenshots waits lint release clean

run: $(READY)
	@echo "Starting the dashboard: a few seconds."
	@$(BIN)/quellenlage dashboard

# What starts processes of its own or compares times runs after the rest, alone.
ALONE := tests/batch/test_workers.py tests/test_long_texts.py
test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	OPENBLAS_NUM_THREADS=1 $(BIN)/pytest --numprocesses auto --dist loadfile $(addprefix --ignore=,$(ALONE))
	$(BIN)/pytest $(ALONE)

# Accuracy on the gold sets (where they are at hand) and speed, with the floors of tests/gold/floors.toml.
bench: $(READY)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.gate

# How long every page of the dashboard takes, on the demo corpus and on the stores named: make pages STORES=a.duckdb
pages: $(READY)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.page_times --limit $(STORES)

# What a generated corpus costs; `make scale ARTICLES=100000` takes an hour or more.
ARTICLES ?= 2000
WORDS ?= 150
scale: $(READY)
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.scale.measure $(ARTICLES) $(WORDS)

# The generated corpus alone, as JSON lines in CORPUS.
CORPUS ?= build/corpus
corpus: $(READY)
	$(BIN)/python -m benchmarks.scale.corpus $(CORPUS) $(ARTICLES) $(WORDS)

# Pictures of every page for docs/screenshots; every look of it, to be looked at: make screenshots ALL=/tmp/looks
screenshots: $(READY)
	$(BIN)/python -m benchmarks.screenshots $(if $(ALL),--all $(ALL))

# What a browser waits for: the first page, and every switch between pages.
waits: $(READY)
	$(BIN)/python -m benchmarks.browser_waits

# What the tests say at once: style, format and types.
lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The sdist and, made from it, the wheel, in dist/; then the wheel is tried in an environment with nothing else.
TRIED := build/release
release: $(READY)
	rm -rf dist $(TRIED)
	$(BIN)/python -m build --outdir dist
	$(PYTHON) -m venv $(TRIED)
	$(TRIED)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt dist/*.whl
	cd $(TRIED) && bin/python -I $(CURDIR)/.ci/try_installed.py $(CURDIR)/README.md

$(READY): pyproject.toml constraints.txt
	@echo "Setting up in $(VENV), once: 2 to 5 minutes. Later starts take seconds."
	@echo "  1/3 a Python environment"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "  2/3 packages, most of the time"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	@echo "  3/3 the demo is analysed"
	@$(BIN)/python -c 'from dashboard.preload import demo; demo()'
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
