# A library that is loaded before the program and makes things go wrong; -rpath has libtool make a shared one.
check_LTLIBRARIES += %D%/faults.la
%C%_faults_la_SOURCES = %D%/faults.c
%C%_faults_la_CFLAGS = $(SCR_CFLAGS) -Wno-missing-prototypes
%C%_faults_la_LDFLAGS = -module -shared -avoid-version -rpath /nowhere
%C%_faults_la_LIBADD = -ldl
TESTS += tests/faults.sh
EXTRA_DIST += tests/faults.sh %D%/run
