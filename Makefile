# Two commands: `make demo` shows what the toolkit does, `make test` checks all of it. Each sets up what it needs first.

VENV   := .venv
BIN    := $(VENV)/bin
# The first Python that is new enough; override with `make PYTHON=/path/to/python3 …`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
APT    := apt-get install -y --no-install-recommends
FETCH  := apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) -qq
PANGO  := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1
DEMO   := province_profiles/quang_ninh_2020.yaml province_profiles/bac_lieu_2022_minh_hoa.yaml
DRAFT  := $(BIN)/rollout draft --proposer LEAD_GE -o out/dossiers
BEFORE := --form ca_biet --form qppl_ubnd
NOW    := --date 2026-10-01 $(BEFORE) --form qppl_chu_tich
DRAFTS := $(foreach unit,quang_ninh ca_mau dak_lak da_nang ha_noi tp_hcm,province_profiles/$(unit)_2026.yaml)

.DEFAULT_GOAL := help
.PHONY: help setup demo dossiers test docs look oracles bench lock clean

help:  ## what each command does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F'\t' '{printf "make %-8s %s\n", $$1, $$2}'

setup: $(VENV)/stamp-package $(VENV)/stamp-pango  ## everything the other commands need, in .venv

test: setup  ## lint, formatting, types, and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

demo: setup  ## the gap report and the checklist of two provinces, under out/
	@$(BIN)/rollout validate province_profiles
	@mkdir -p out
	@for format in html $$(test -e $(VENV)/stamp-pango && echo pdf); do \
		$(BIN)/rollout gap --quiet $(DEMO) -o out/ --format $$format || exit; \
		$(BIN)/rollout checklist --quiet $(DEMO) -o out/ --format $$format || exit; \
	done
	@echo; $(BIN)/rollout gap $(DEMO)
	@printf '\nĐã ghi · Written:\n'; ls out/quang-ninh-2020-*.* out/bac-lieu-2022-minh-hoa-*.*
	@printf '\nLàm gì tiếp · What to try next:\n'
	@printf '  %s\n' '. $(BIN)/activate' 'rollout gap province_profiles/quang_ninh_2020.yaml' \
		'rollout profile new ca-mau --date 2026-07-01' 'rollout --help' \
		'README.md: từng bước cho tỉnh, đơn vị lập kế hoạch và tư vấn · steps for province, planner and consultant'

dossiers: setup  ## drafts of eight provinces and dates, in every legal form that existed, under out/dossiers/
	$(DRAFT) province_profiles/bac_lieu_2022_minh_hoa.yaml --date 2022-09-01 $(BEFORE) --lang both
	$(DRAFT) province_profiles/quang_ninh_2020.yaml --date 2021-09-06 $(BEFORE)
	$(DRAFT) $(DRAFTS) $(NOW)
	@for made in out/dossiers/*/; do echo "$$made"; $(BIN)/rollout draft --verify "$$made" || exit 1; done
	@for made in out/dossiers/*-ca_biet/quyet_dinh.*; do echo "$$made"; $(BIN)/rollout layout "$$made" >/dev/null || exit 1; done

docs: setup  ## write the pages that are made from templates and commands
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/generate_cli.py

look: setup dossiers  ## every page of every report and draft as a picture under out/look/, and what must not be seen
	$(BIN)/python tests/look

oracles: setup dossiers  ## LibreOffice opens every Word file we make; writes docs/oracles.md
	@{ command -v soffice && fc-list ':family=Liberation Sans:lang=vi' | grep .; } >/dev/null || { test "$$(id -u)" = 0 && $(FETCH) libreoffice-writer-nogui fonts-liberation2 >/dev/null; } \
		|| { echo 'LibreOffice is needed. On Debian or Ubuntu: sudo $(APT) libreoffice-writer-nogui fonts-liberation2' >&2; exit 1; }
	@mkdir -p out/coordination
	$(BIN)/rollout coordination check --quiet $(lastword $(DEMO)) -o out/coordination/check.docx
	PYTHONPATH=tests $(BIN)/python tests/oracles "$$(date +%F)" out/coordination out/dossiers/bac-lieu-* out/dossiers/ca-mau-*

# The peers live outside the lock: nobody needs them to use or to change the toolkit.
bench: setup  ## measure against named peers (needs npm); writes docs/benchmarks.md
	@command -v npm >/dev/null || { echo 'One peer comes with npm. On Debian or Ubuntu: sudo $(APT) npm' >&2; exit 1; }
	@mkdir -p out/bench/peers && cp tests/bench/package.json out/bench/peers/
	@npm install --silent --no-audit --no-fund --prefix out/bench/peers
	@$(PIP) install -r tests/bench/requirements.txt
	PYTHONPATH=tests $(BIN)/python tests/bench/run.py

lock: $(VENV)/stamp-package  ## newest versions of everything we depend on, with their hashes
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet pip-tools
	$(VENV)/lock/bin/pip-compile --quiet --upgrade --extra dev --generate-hashes --strip-extras --allow-unsafe \
		--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:  ## remove .venv and caches; out/ stays
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find rollout tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/stamp-python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed. On Debian or Ubuntu: sudo $(APT) python3 python3-venv' >&2; exit 1; }
	@echo "setting up $(VENV) (once; under a minute)"
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { test "$$(id -u)" = 0 && $(FETCH) python3-venv >/dev/null; } \
		|| { echo 'Python cannot make environments yet. Run: sudo $(APT) python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/stamp-lock: requirements.lock $(VENV)/stamp-python
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/stamp-package: pyproject.toml $(VENV)/stamp-lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# PDF needs Pango, which pip cannot bring. Without it everything else works, so this never stops the set-up.
$(VENV)/stamp-pango: $(VENV)/stamp-lock
	@load='$(BIN)/python -c "import weasyprint"'; \
	if sh -c "$$load" >/dev/null 2>&1; then touch $@; \
	elif test "$$(id -u)" = 0 && command -v apt-get >/dev/null && $(FETCH) $(PANGO) >/dev/null \
		&& sh -c "$$load" >/dev/null 2>&1; then touch $@; \
	else echo 'No PDF yet, everything else works. For PDF run: sudo $(APT) $(PANGO)' >&2; fi
