# Every target builds what it needs first; a second run is quick. `make` lists the targets.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3 python,$(shell command -v $(name))))
VENV   ?= .venv
BIN    := $(VENV)/bin
DATE   ?= 2012-01-01
WHAT   ?= art 7

.DEFAULT_GOAL := help
.PHONY: help demo test test-all bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## set everything up and ask what Article 7 said on 1 January 2012
	@echo '$$ lawdiff asof $(DATE) $(WHAT)'
	@PAGER=cat $(BIN)/lawdiff asof $(DATE) $(WHAT)

test: $(VENV)/.installed-dev ## check style and types and run the tests (CI=true: the slow ones too)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto $(if $(filter true 1,$(CI)),,-m "not slow")

test-all: ## the same with the slow tests
	@$(MAKE) --no-print-directory test CI=true

bench: $(VENV)/.installed-dev ## measure speed; prints ratios
	$(BIN)/python -m bench

clean: ## remove what these targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo 'There is no Python here; install Python 3.11 or newer.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '$(PYTHON) is older than 3.11; name a newer one: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
