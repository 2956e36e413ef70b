# The front door: `make run` for people, `make test` for everybody. Needs Python >= 3.11, git and make; brings the rest.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run talk test audit test-faults test-conversations bench-resolution check train sandbox setup bench-turns bench-nlu web screenshots clean

PYTHON ?= python3
UV     := $(or $(shell command -v uv),.tools/bin/uv)
PY310  := $(or $(firstword $(wildcard $(shell pyenv root 2>/dev/null)/versions/3.10*/bin/python3.10)),3.10)
OURS   := .venv/.installed
ENGINE := engine/.venv/.installed
MODEL  := models/pedido.tar.gz
CODE   := $(wildcard engine/components/*.py)
LESSON := config.yml domain.yml $(shell find data -name '*.yml')
export PATH := $(CURDIR)/.venv/bin:$(PATH)

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{ printf "make %-18s %s\n", $$1, $$2 }'

run: setup $(MODEL) ## Start everything here; says when the first message can be answered
	@exec python -m bot.start

talk: $(OURS) ## Chat in the terminal with what `make run` started
	@exec python -m bot.talk

sandbox: $(OURS) ## Start the embedded marketplace alone, on PEDIDO_SANDBOX_PORT (8090)
	@mkdir -p var && exec python -m bot.sandbox --port $${PEDIDO_SANDBOX_PORT:-8090} --database sqlite:///var/sandbox.db --smtp "$${PEDIDO_SANDBOX_SMTP:-}"

setup: $(OURS) $(ENGINE) ## Install both environments
train: $(MODEL) ## Train the engine, if what it learns from has changed

check: $(OURS) ## What a commit must pass: format, lint, types, layers, fast tests
	ruff format --check . && ruff check . && mypy && lint-imports
	pytest -q -m "not e2e" -n auto --dist worksteal

test: setup check $(MODEL) ## Everything the README promises
	engine/rasa data validate --fail-on-warnings
	engine/rasa test core --model $(MODEL) --stories tests/dialogue --out results --fail-on-prediction-errors
	cd engine && .venv/bin/pytest -q
	pytest -q -m e2e

audit: $(OURS) ## Known vulnerabilities of what is locked; .ci/waivers.toml excuses some until a day
	@python .ci/audit.py $(UV)

test-faults: setup $(MODEL) ## The whole of what `make test` takes a sample of: faults, forgery, nonsense (hours)
	pytest -q -m faults
	python -m tests.faults kills --database sqlite && python -m tests.faults kills --database postgresql
	python -m tests.faults soak --speed 20 --database postgresql
	python -m tests.faults mutations

test-conversations: setup $(MODEL) ## Play the conversation set against the real processes (some minutes)
	@exec python -m tests.conversations.run $(PART)

bench-resolution: $(OURS) ## Finding names among 10,000 plans and 50,000 customers
	@exec python bench/resolution.py

bench-turns: setup $(MODEL) ## Time of a turn and memory, next to Rasa's own `rasa init` bot
	@exec python -m bench.turns

bench-nlu: setup $(MODEL) ## How well the engine understands the held-out sentences
	@exec engine/.venv/bin/python bench/nlu.py

web: ## Build the page and the widget anew after a change in web/ (needs npm)
	@cd web && npm ci --ignore-scripts --no-fund && npm run build

screenshots: setup $(MODEL) ## Make the README's pictures from the running product
	@exec python -m docs.screenshots

clean: ## Forget environments, model and state
	rm -rf .venv engine/.venv .tools models results .rasa var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.tools/bin/uv:
	$(PYTHON) -m venv .tools && .tools/bin/pip install -q uv || $(PYTHON) -m pip install -q --target .tools uv

$(OURS): pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --compile-bytecode && touch $@

$(ENGINE): engine/pyproject.toml engine/uv.lock | $(UV)
	$(UV) sync --project engine --python $(PY310) --locked --compile-bytecode && touch $@

$(MODEL): $(LESSON) $(ENGINE) .rasa/code
	@mkdir -p models && touch models/.began
	engine/rasa train --out models --fixed-model-name pedido && touch -r models/.began $@

.rasa/code: $(CODE)  # Rasa's cache does not notice that the code of a component changed
	@rm -rf .rasa/cache && mkdir -p .rasa && touch $@
