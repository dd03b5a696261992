# Thin aliases: everything is in ./run. Arguments:  make test ARGS="tests/partners -k tier"
.PHONY: help demo code test check fix bench shots lock ci

help demo code test check bench shots lock:
	@./run $@ $(ARGS)

fix:
	@./run check --fix

ci:
	@.ci/run
