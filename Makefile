# Everything a newcomer or a colleague types. Nothing is needed beforehand but Python 3.11, git and make.

PYTHON ?= python3
THIS := $(if $(filter file,$(origin PYTHON)),,--this)# who names a Python gets that one
VENV := .venv/bin
export PYTHONUNBUFFERED := 1

.PHONY: help demo dev test test-long check fix bench assets image locks clean env env-dev

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: env assets ## a school with a past month, in your browser
	@$(VENV)/trailstone demo

dev: env-dev assets ## the site while you work on it: reloads, and shows errors in full
	@$(VENV)/trailstone migrate --verbosity 0
	@$(VENV)/trailstone load_courses
	@TRAILSTONE_DEBUG=1 $(VENV)/trailstone runserver $${PORT:-8000}

test: env-dev assets ## every test, in the order of their speed
	@$(VENV)/python -m scripts.suite

test-long: env-dev assets ## the same with the full counts; SEEDS=2000 for so many seeds of each template
	@TEMPLATE_SEEDS=$(SEEDS) $(VENV)/python -m scripts.suite --long

check: env-dev ## format, lint, types, layers, migrations
	@$(VENV)/python -m scripts.checks

fix: env-dev ## put right what a program can put right
	@$(VENV)/ruff check --fix --quiet . ; $(VENV)/ruff format .

bench: env-dev assets ## answers a second, reports, rosters, a district: on SQLite and PostgreSQL
	@$(VENV)/python -m scripts.with_postgres --durable $(VENV)/python -m bench

assets: ## the browser's parts: npm ci and our build
	@$(PYTHON) -m scripts.browser_parts

image: ## the container image, built and tried out (docker, or podman)
	@$(PYTHON) -m scripts.image

locks: ## write requirements/*.txt anew from *.in (UPGRADE=1 takes newer versions)
	@$(PYTHON) -m scripts.locks $(if $(UPGRADE),--upgrade)

clean: ## throw away what make can make again; a school's data in data/ stays
	rm -rf .venv .cache node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	rm -rf src/trailstone/web/static/vendor src/trailstone/web/static/built
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

env:
	@$(PYTHON) -m scripts.environment base $(THIS)

env-dev:
	@$(PYTHON) -m scripts.environment dev $(THIS)
