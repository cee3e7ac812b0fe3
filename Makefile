# What a person types. Each step says its name and how long it took; the steps themselves are in Scripts/.

STEP = Scripts/step.sh
.DEFAULT_GOAL := help
.PHONY: help run test soak bench format lint docs words clean setup-run setup-test

help:
	@echo "make run      build (release), invent a case the first time, serve it on http://127.0.0.1:8080"
	@echo "make test     everything that is checked, as continuous integration does"
	@echo "make soak     twin worlds from SEED=… on (VIEWER=…, ROUNDS=…), as long as one likes"
	@echo "make bench    measure, release build"
	@echo "make format   rewrite Swift sources in the house's layout"
	@echo "make lint     layout and syntax, nothing built"
	@echo "make docs     the Swift modules' public symbols, as symbol graphs under .build"
	@echo "make words    traditional Chinese from simplified, after words or packs changed; needs opencc"
	@echo "make clean    remove what was built; the data of make run stay"

run: setup-run
	@$(STEP) "Build, release" swift build -c release --product stocktake
	@Scripts/run.sh

test: setup-test
	@Scripts/test.sh

soak: setup-test
	@STOCKTAKE_TWIN_SEED=$(or $(SEED),1) STOCKTAKE_TWIN_ROUNDS=$(or $(ROUNDS),1000) \
		$(if $(VIEWER),STOCKTAKE_TWIN_VIEWER=$(VIEWER)) swift test --filter 'TwinTests/soak'

bench: setup-test
	@$(STEP) "Bench" Benchmarks/run.sh

format:
	@$(STEP) "Format" swift format format --in-place --parallel --recursive Package.swift Sources Tests

lint:
	@$(STEP) "Lint" Scripts/lint.sh

docs:
	@$(STEP) "Symbols" swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members

words:
	@$(STEP) "Traditional Chinese, words" python3 Scripts/generate-traditional-words.py
	@$(STEP) "Traditional Chinese, packs" python3 Packs/traditional.py Packs/counter-terrorism Packs/demonstration

clean:
	rm -rf .build .venv

setup-run:
	@$(STEP) "Set-up" Scripts/setup.sh run

setup-test:
	@$(STEP) "Set-up" Scripts/setup.sh test
