check_PROGRAMS += %D%/flips
%C%_flips_SOURCES = %D%/flips.c
%C%_flips_LDADD = core/libcore.la
TESTS += tests/flips.sh
EXTRA_DIST += tests/flips.sh %D%/run
