# One way to do each thing. `make help` lists them.
.DELETE_ON_ERROR:
.PHONY: help site test lint format lock serve clean pictures bench-pages bench-search bench-sheets

python := .venv/bin/python
tsc := .venv/bin/node tests/node_modules/typescript/bin/tsc --project tests
npm := .venv/bin/npm --prefix tests --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund --loglevel=error
lock := $(python) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url pyproject.toml

help: ## list what there is to do
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

site: .venv/site-ready ## build the finished site into site/
	$(python) -m generator build

serve: .venv/site-ready ## preview on this machine, following every edit
	$(python) -m generator serve

test: .venv/test-ready ## lint, types and every test, with a real browser
	sh tests/install_browser.sh
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(tsc)
	$(python) -m pytest

lint: .venv/test-ready ## lint and types alone
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(tsc)

format: .venv/test-ready ## put the code into its one format
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

queries ?= $(wildcard tests/benchmarks/queries/*.yml)
bench-search: site .venv/test-ready ## how good, large and fast the search is, beside others (queries="FILE ..." for your own)
	$(python) -m tests.benchmarks.bench_search $(queries)

bench-pages: site .venv/test-ready ## how fast, light and accessible pages are, by Lighthouse, beside the stock theme
	$(python) -m tests.benchmarks.bench_pages

pictures: site .venv/test-ready ## take the README's pictures from the real site
	$(python) -m tests.take_pictures

bench-sheets: .venv/test-ready ## measure the printed sheets: time, size, and other ways to print
	$(python) -m tests.benchmarks.sheets

lock: .venv/test-ready ## choose the newest versions that pyproject.toml allows, with hashes
	$(python) -m pip install --quiet uv==0.13.9
	$(lock) --extra build -o requirements.txt
	$(lock) --extra build --extra test --constraint requirements.txt -o tests/requirements.txt
	$(npm) update --package-lock-only

clean: ## remove everything that was made
	rm -rf .venv site site.zip content/guide tests/node_modules .mypy_cache .pytest_cache .ruff_cache

.venv/site-ready: requirements.txt pyproject.toml
	python3 -m venv .venv
	$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(python) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/test-ready: .venv/site-ready tests/requirements.txt tests/package-lock.json
	$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	$(npm) ci
	touch $@
