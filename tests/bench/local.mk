# Invented filings of any size, for measurements: `make tests/bench/generate`, `tests/bench/generate --help`.
check_PROGRAMS += tests/bench/generate
tests_bench_generate_SOURCES = tests/bench/generate.c tests/bench/contribution.c tests/bench/contribution.h
tests_bench_generate_LDADD =
