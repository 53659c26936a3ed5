TEST_EXTENSIONS = .sh .t
T_LOG_COMPILER = $(srcdir)/tests/cli/transcript
AM_TESTS_ENVIRONMENT = \
  SRC="$(abs_top_srcdir)"; export SRC; BUILD="$(abs_top_builddir)"; export BUILD; \
  PATH="$(abs_top_builddir):$$PATH"; export PATH; LC_ALL=C.UTF-8; export LC_ALL; \
  NO_COLOR=1; export NO_COLOR;

scripts = tests/redact.sh tests/layers.sh tests/shape.sh tests/words.sh tests/law.sh tests/schema.sh tests/figures.sh tests/sandbox.sh tests/progress.sh \
  tests/tutorial.sh tests/commands.sh tests/bills.sh tests/sweep.sh
transcripts = \
  tests/cli/help.t tests/cli/law.t tests/cli/armenia.t tests/cli/comparative.t tests/cli/registers.t \
  tests/cli/amendments.t tests/cli/abroad.t tests/cli/formats.t tests/cli/workers.t tests/cli/alone.t tests/cli/forms.t tests/cli/shapes.t \
  tests/cli/generate.t tests/cli/lint.t tests/cli/law-time.t tests/cli/law-tests.t tests/cli/threats.t \
  tests/cli/gaps.t tests/cli/explain-finding.t tests/cli/html.t tests/cli/export.t \
  tests/cli/windows.t tests/cli/largest.t tests/cli/bill.t tests/cli/bill-replays.t tests/cli/bill-sweep.t \
  tests/cli/watch-lists.t tests/cli/wrong-files.t tests/cli/wrong-law.t tests/cli/wrong-plugins.t
transcripts += tests/cli/reports.t tests/cli/project.t tests/cli/ledger.t tests/cli/proof.t
transcripts += tests/cli/owners.t tests/cli/letter.t
scripts += tests/api.sh tests/embed.sh tests/watch.sh tests/bundle.sh tests/lsp.sh tests/luacheck.sh
scripts += tests/manual.sh
scripts += tests/site.sh
EXTRA_DIST += tests/site.py
transcripts += tests/cli/api1.t tests/cli/plugin.t tests/cli/trace.t
scripts += tests/hardened.sh tests/trust.sh
transcripts += tests/cli/limits.t
TESTS += $(scripts) $(transcripts) $(unit_tests) $(property_tests)
EXTRA_DIST += $(scripts) tests/schema.py tests/progress.py tests/watch.py tests/bundle.py tests/lsp.py tests/lsp.lua tests/shape.allow tests/lint tests/run tests/published tests/signals \
  tests/browser/run tests/browser/package.json tests/browser/report.test.js examples/setup.sh \
  tests/packaging/trees.sh tests/packaging/bare tests/packaging/deb tests/packaging/reproducible \
  tests/packaging/rpm tests/packaging/image tests/packaging/all \
  tests/formats/run tests/formats/package.json tests/formats/hostile.ndjson tests/formats/validate.mjs tests/formats/read.py

# A floor's tests see that floor and those below: a call upward does not link.
below_base =
below_law = core/law/liblaw.la core/base/libbase.la
below_name = core/name/libname.la $(below_law)
below_filing = core/filing/libfiling.la core/name/libname.la $(below_law)
below_rule = core/rule/librule.la $(below_filing)
below_plugin = core/plugin/libplugin.la core/base/libbase.la
unit_tests = tests/unit/base_test tests/unit/law_test tests/unit/filing_test tests/unit/rule_test \
  tests/unit/name_test tests/unit/ownership_test tests/unit/bods_test tests/unit/bounds_test tests/unit/plugin_test tests/unit/library_test
check_PROGRAMS += $(unit_tests)
tests_unit_base_test_SOURCES = tests/unit/base_test.c tests/unit/suite.h
tests_unit_base_test_LDADD = core/base/libbase.la $(CHECK_LIBS)
tests_unit_base_test_CFLAGS = $(test_cflags)
tests_unit_law_test_SOURCES = tests/unit/law_test.c
tests_unit_law_test_LDADD = $(below_law) $(CHECK_LIBS)
tests_unit_law_test_CFLAGS = $(test_cflags)
tests_unit_name_test_SOURCES = tests/unit/name_test.c
tests_unit_name_test_LDADD = $(below_name) $(CHECK_LIBS)
tests_unit_name_test_CFLAGS = $(test_cflags)
tests_unit_ownership_test_SOURCES = tests/unit/ownership_test.c
tests_unit_ownership_test_LDADD = $(below_name) $(CHECK_LIBS)
tests_unit_ownership_test_CFLAGS = $(test_cflags)
tests_unit_bods_test_SOURCES = tests/unit/bods_test.c
tests_unit_bods_test_LDADD = $(below_filing) $(CHECK_LIBS)
tests_unit_bods_test_CFLAGS = $(test_cflags)
tests_unit_filing_test_SOURCES = tests/unit/filing_test.c
tests_unit_filing_test_LDADD = $(below_filing) $(CHECK_LIBS)
tests_unit_filing_test_CFLAGS = $(test_cflags)
tests_unit_rule_test_SOURCES = tests/unit/rule_test.c
tests_unit_rule_test_LDADD = $(below_rule) $(CHECK_LIBS)
tests_unit_rule_test_CFLAGS = $(test_cflags)
tests_unit_bounds_test_SOURCES = tests/unit/bounds_test.c
tests_unit_bounds_test_LDADD = $(below_rule) $(CHECK_LIBS)
tests_unit_bounds_test_CFLAGS = $(test_cflags)
tests_unit_plugin_test_SOURCES = tests/unit/plugin_test.c
tests_unit_plugin_test_LDADD = $(below_plugin) $(CHECK_LIBS)
tests_unit_plugin_test_CFLAGS = $(test_cflags)
tests_unit_library_test_SOURCES = tests/unit/library_test.c
tests_unit_library_test_LDADD = libscrutineer.la $(CHECK_LIBS)
tests_unit_library_test_CFLAGS = $(test_cflags)
property_tests = tests/property/scan_test tests/property/condition_test tests/property/run_test \
  tests/property/name_test tests/property/ownership_test tests/property/window_test tests/property/ledger_test
check_PROGRAMS += $(property_tests)
tests_property_scan_test_SOURCES = tests/property/scan_test.c tests/unit/suite.h
tests_property_scan_test_LDADD = $(below_filing) $(CHECK_LIBS)
tests_property_scan_test_CFLAGS = $(test_cflags)
tests_property_condition_test_SOURCES = tests/property/condition_test.c tests/unit/suite.h
tests_property_condition_test_LDADD = $(below_rule) $(CHECK_LIBS)
tests_property_condition_test_CFLAGS = $(test_cflags)
tests_property_name_test_SOURCES = tests/property/name_test.c tests/unit/suite.h
tests_property_name_test_LDADD = $(below_name) $(CHECK_LIBS)
tests_property_name_test_CFLAGS = $(test_cflags)
tests_property_ownership_test_SOURCES = tests/property/ownership_test.c tests/unit/suite.h
tests_property_ownership_test_LDADD = $(below_name) $(CHECK_LIBS)
tests_property_ownership_test_CFLAGS = $(test_cflags)
tests_property_run_test_SOURCES = tests/property/run_test.c tests/unit/suite.h
tests_property_run_test_LDADD = libscrutineer.la $(CHECK_LIBS)
tests_property_run_test_CFLAGS = $(test_cflags)
tests_property_window_test_SOURCES = tests/property/window_test.c tests/unit/suite.h
tests_property_window_test_LDADD = core/libcore.la $(CHECK_LIBS)
tests_property_window_test_CFLAGS = $(test_cflags)
tests_property_ledger_test_SOURCES = tests/property/ledger_test.c tests/unit/suite.h
tests_property_ledger_test_LDADD = core/libcore.la $(CHECK_LIBS)
tests_property_ledger_test_CFLAGS = $(test_cflags)
# The macros of Check convert and pass formats that are not literals; tests cut texts on purpose.
test_cflags = $(SCR_CFLAGS) -Wno-format-nonliteral -Wno-format-truncation $(CHECK_CFLAGS) $(LUA_CFLAGS)

include tests/bench/local.mk
EXTRA_DIST += tests/full/memcheck tests/full/memcheck.supp tests/full/threads tests/full/tidy \
  tests/full/tidy.supp tests/full/analyze tests/full/analyze.supp tests/full/coverage
