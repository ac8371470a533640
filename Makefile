# The only commands to remember: setup · demo · test · check · coverage · bench · lock
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PACKAGE := pyproject.toml hatch_build.py package.json package-lock.json .npmrc src/luoshi/__init__.py

.DEFAULT_GOAL := help
.PHONY: help setup demo test check coverage bench lock

help: ## this list
	@echo 'make setup   .venv with everything to run; then .venv/bin/luoshi   安装运行环境'
	@echo 'make demo    the sample zone on http://127.0.0.1:8000/            演示'
	@echo 'make test    everything that proves it, browser and PostgreSQL    全部测试'
	@echo 'make check   style, types, layers, declarations                   静态检查'
	@echo 'make coverage what the tests reach of the code                     测试覆盖率'
	@echo 'make bench   measurements                                         性能测量'
	@echo 'make lock    write requirements/*.txt and package-lock.json anew  更新锁定文件'

setup: $(VENV)/.setup
	@:

demo: setup
	@$(BIN)/luoshi demo

test: $(VENV)/.test
	@$(BIN)/python -m tests.everything

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_layers.py $(wildcard tests/conformance)

coverage: $(VENV)/.test
	$(BIN)/python -m pytest -q -n auto --dist loadfile --cov --cov-report=term

bench: $(VENV)/.test
	@for file in $(wildcard benchmarks/*.py); do echo "==> $$file"; $(BIN)/python $$file || exit 1; done

# The newest pins that pyproject.toml allows, with hashes for every platform and no address.
lock: $(VENV)/.setup
	$(PIP) install --require-hashes --requirement requirements/lock.txt
	$(BIN)/python requirements/lock.py

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'luoshi needs Python 3.11 or newer; say which with: make PYTHON=python3.12 …'; \
	  echo '落实需要 Python 3.11 以上版本，可用 make PYTHON=python3.12 … 指定。'; exit 1; }
	@echo '==> $(VENV)'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.setup: $(VENV)/.python requirements/build.txt requirements/run.txt $(PACKAGE)
	@echo '==> requirements/run.txt'
	@$(PIP) install --require-hashes --requirement requirements/build.txt --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.setup requirements/test.txt
	@echo '==> requirements/test.txt'
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@
