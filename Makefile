# Passerelle: `make run` to talk with it, `make test` to test it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help run test fuzz build bench bench-broker baselines lint format

# What the machine needs, as Debian packages: to build and run, and for the tests besides.
RUN_PACKAGES := librdkafka-dev libedit-dev liblz4-dev libsnappy-dev libzstd-dev zlib1g-dev pkg-config
TEST_PACKAGES := $(RUN_PACKAGES) kcat python3-venv

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
	swift build --build-tests
	SWIFT_BACKTRACE=threads=crashed,timeout=30s swift test --skip-build

fuzz: HARNESS := all
fuzz: SECONDS := 900
fuzz:  ## Have libFuzzer look for inputs that break something (SECONDS=900 for each, HARNESS=all).
	@packaging/install "to build and run" $(RUN_PACKAGES)
	@Tests/Fuzzing/run.sh $(HARNESS) $(SECONDS)

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
