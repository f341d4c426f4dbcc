# Passerelle: `make run` to talk with it, `make test` to test it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help run test build lint format

# What the machine needs, as Debian packages: to build and run, and for the tests besides.
RUN_PACKAGES := librdkafka-dev libedit-dev pkg-config
TEST_PACKAGES := $(RUN_PACKAGES) kcat

help:  ## Show what can be made.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1	\2/' | expand -t 16

run: build  ## Start the embedded broker, the service and a chat. Piped: answer the lines of standard input.
	@exec $(BINARY) chat --embedded

build:
	@packaging/install "to build and run" $(RUN_PACKAGES)
	swift build -c release --product passerelle $(QUIET) >&2

BINARY := .build/release/passerelle
QUIET := --quiet

test:  ## Run every test.
	@packaging/install "to build and test" $(TEST_PACKAGES)
	swift build --build-tests
	swift test --skip-build

lint:  ## Check how the code is written.
	swift format lint --strict --recursive Sources Tests Package.swift

format:  ## Bring the code into shape.
	swift format format --in-place --recursive Sources Tests Package.swift
