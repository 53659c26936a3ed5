# Invented filings of any size, for measurements: `make tests/bench/generate`, `tests/bench/generate --help`.
check_PROGRAMS += tests/bench/generate
tests_bench_generate_SOURCES = tests/bench/generate.c tests/bench/contribution.c tests/bench/contribution.h
tests_bench_generate_LDADD =
# Owners of any number: `make tests/bench/owners`, then tests/bench/owners 1000000 3000000.
check_PROGRAMS += tests/bench/owners
tests_bench_owners_SOURCES = tests/bench/owners.c
tests_bench_owners_LDADD = $(below_name)
# Names looked for in a register: `make tests/bench/names`, then tests/bench/names REGISTER.
check_PROGRAMS += tests/bench/names
tests_bench_names_SOURCES = tests/bench/names.c
tests_bench_names_LDADD = core/libcore.la
# A watch-list and gifts of invented people: `make tests/bench/people`, then tests/bench/people list 1000000.
check_PROGRAMS += tests/bench/people
tests_bench_people_SOURCES = tests/bench/people.c
tests_bench_people_LDADD =
