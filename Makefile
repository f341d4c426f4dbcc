# Passerelle: `make run` to talk with it, `make test` to test it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help run test golden pages fuzz sanitize chaos build bench bench-broker baselines lint format

# What the machine needs, as Debian packages: to build and run, and for the tests besides.
RUN_PACKAGES := librdkafka-dev libedit-dev liblz4-dev libsnappy-dev libzstd-dev zlib1g-dev pkg-config
TEST_PACKAGES := $(RUN_PACKAGES) chromium kcat poppler-utils python3-venv

help:  ## Show what can be made.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1	\2/' | expand -t 16

run: build  ## Start the embedded broker, the service and a chat (data: .passerelle/). Piped: answer standard input.
	@exec $(BINARY) chat --embedded --port 0 --data .passerelle/data

build:
	@packaging/install "to build and run" $(RUN_PACKAGES)
	swift build -c release --product passerelle $(QUIET) >&2

BINARY := .build/release/passerelle
QUIET := --quiet

test:  ## Run every test.
	@packaging/install "to build and test" $(TEST_PACKAGES)
	@[ -x .venv/clients/bin/python ] || python3 -m venv .venv/clients
	@.venv/clients/bin/pip install --quiet --requirement Tests/EmbeddedBrokerTests/Clients/requirements.txt
	swift build --build-tests $(TESTED)
	SWIFT_BACKTRACE=threads=crashed,timeout=30s swift test --skip-build $(TESTED)
	@[ -x .venv/pages/bin/python ] || python3 -m venv .venv/pages
	@.venv/pages/bin/pip install --quiet --requirement Tests/Pages/requirements.txt
	.venv/pages/bin/python Tests/Pages/pages.py

pages: FOLDER := .passerelle/pages
pages:  ## Open the pages of Tests/Golden in Chromium and on paper, and keep pictures of them (FOLDER=.passerelle/pages).
	@packaging/install "to test" $(TEST_PACKAGES)
	@[ -x .venv/pages/bin/python ] || python3 -m venv .venv/pages
	@.venv/pages/bin/pip install --quiet --requirement Tests/Pages/requirements.txt
	.venv/pages/bin/python Tests/Pages/pages.py $(FOLDER)

# Tests run on optimized code, as people do: the whole content is read in a third of the time.
TESTED := -c release -Xswiftc -enable-testing --scratch-path .build-tests

golden:  ## Write the files of Tests/Golden anew, and show what has changed in them.
	@packaging/install "to build and test" $(TEST_PACKAGES)
	swift build --build-tests $(TESTED)
	PASSERELLE_WRITE_GOLDEN=1 swift test --skip-build $(TESTED) --filter 'Golden'
	git --no-pager diff --stat --patch -- Tests/Golden
	git status --short -- Tests/Golden

fuzz: HARNESS := all
fuzz: SECONDS := 900
fuzz:  ## Have libFuzzer look for inputs that break something (SECONDS=900 for each, HARNESS=all).
	@packaging/install "to build and run" $(RUN_PACKAGES)
	@Tests/Fuzzing/run.sh $(HARNESS) $(SECONDS)

# What Swift and librdkafka keep for the whole run is no leak. The tests that read the whole content take very long in it.
SANITIZED := TextTests|RenderingTests|EmbeddedBrokerTests|KafkaTests
sanitize:  ## Run the tests under the address sanitizer (SANITIZED=ContractTests for others).
	@packaging/install "to build and test" $(TEST_PACKAGES)
	swift build --build-tests --sanitize=address --scratch-path .build-sanitize
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no swift test --skip-build --sanitize=address \
		--scratch-path .build-sanitize --filter '$(SANITIZED)'

chaos: SECONDS := 120
chaos: SEED := 1
chaos: build  ## Disturb instances and brokers while questions come, and count every reply (SECONDS=120, SEED=1).
	@[ -x .venv/clients/bin/python ] || python3 -m venv .venv/clients
	@.venv/clients/bin/pip install --quiet --requirement Tests/EmbeddedBrokerTests/Clients/requirements.txt
	@.venv/clients/bin/python Tests/Chaos/chaos.py $(BINARY) $(SECONDS) $(SEED)

bench:  ## Measure how long understanding a question takes.
	@packaging/install "to build and run" $(RUN_PACKAGES)
	swift run -c release --quiet speed-benchmark

bench-broker:  ## Measure the embedded broker.
	@packaging/install "to build and run" $(RUN_PACKAGES)
	swift run -c release --quiet broker-benchmark

baselines: build  ## Compare with other ways of understanding, on the same examples and questions.
	@Benchmarks/understanding/run.sh

lint:  ## Check how the code is written.
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

format:  ## Bring the code into shape.
	swift format format --in-place --recursive Sources Tests Benchmarks Package.swift
