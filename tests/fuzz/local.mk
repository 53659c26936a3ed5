# One small program a parser: with --enable-fuzzing libFuzzer drives it, else replay.c gives it the seeds.
# The tests are the seeds of each, in both builds.
TEST_EXTENSIONS += .fuzz
FUZZ_LOG_COMPILER = $(srcdir)/%D%/replay
fuzz_targets = %D%/csv.fuzz %D%/json.fuzz %D%/fec.fuzz %D%/filing.fuzz %D%/sheet.fuzz \
  %D%/archive.fuzz %D%/draft.fuzz %D%/format.fuzz %D%/lawbase.fuzz %D%/condition.fuzz \
  %D%/value.fuzz %D%/names.fuzz %D%/charset.fuzz %D%/plugin.fuzz %D%/statements.fuzz %D%/bill.fuzz %D%/bundle.fuzz %D%/lsp.fuzz \
  %D%/ledger.fuzz %D%/report.fuzz %D%/partial.fuzz
check_PROGRAMS += $(fuzz_targets)
TESTS += $(fuzz_targets)
fuzz-targets: $(fuzz_targets)
.PHONY: fuzz-targets
EXTRA_DIST += %D%/README.md %D%/replay %D%/run %D%/words.dict

check_LTLIBRARIES = %D%/libtarget.la
%C%_libtarget_la_SOURCES = %D%/target.c %D%/target.h %D%/reading.c
%C%_libtarget_la_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_SOURCE='"$(abs_top_srcdir)"'
fuzz_libs = %D%/libtarget.la core/libcore.la
fuzz_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/%D% -DFUZZ_SOURCE='"$(abs_top_srcdir)"'
fuzz_ldflags = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)

%C%_csv_fuzz_SOURCES = %D%/csv_fuzz.c
%C%_csv_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_csv_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_csv_fuzz_LDADD = $(fuzz_libs)

%C%_statements_fuzz_SOURCES = %D%/statements_fuzz.c
%C%_statements_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_statements_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_statements_fuzz_LDADD = $(fuzz_libs)

%C%_json_fuzz_SOURCES = %D%/json_fuzz.c
%C%_json_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_json_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_json_fuzz_LDADD = $(fuzz_libs)

%C%_fec_fuzz_SOURCES = %D%/fec_fuzz.c
%C%_fec_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_fec_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_fec_fuzz_LDADD = $(fuzz_libs)

%C%_filing_fuzz_SOURCES = %D%/filing_fuzz.c
%C%_filing_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_filing_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_filing_fuzz_LDADD = $(fuzz_libs)

%C%_sheet_fuzz_SOURCES = %D%/sheet_fuzz.c
%C%_sheet_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_sheet_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_sheet_fuzz_LDADD = $(fuzz_libs)

%C%_archive_fuzz_SOURCES = %D%/archive_fuzz.c
%C%_archive_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_archive_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_archive_fuzz_LDADD = $(fuzz_libs)

%C%_draft_fuzz_SOURCES = %D%/draft_fuzz.c
%C%_draft_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_draft_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_draft_fuzz_LDADD = $(fuzz_libs)

%C%_format_fuzz_SOURCES = %D%/format_fuzz.c
%C%_format_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_format_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_format_fuzz_LDADD = $(fuzz_libs)

%C%_lawbase_fuzz_SOURCES = %D%/lawbase_fuzz.c
%C%_lawbase_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_lawbase_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_lawbase_fuzz_LDADD = $(fuzz_libs)

%C%_condition_fuzz_SOURCES = %D%/condition_fuzz.c
%C%_condition_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_condition_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_condition_fuzz_LDADD = $(fuzz_libs)

%C%_value_fuzz_SOURCES = %D%/value_fuzz.c
%C%_value_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_value_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_value_fuzz_LDADD = $(fuzz_libs)

%C%_names_fuzz_SOURCES = %D%/names_fuzz.c
%C%_names_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_names_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_names_fuzz_LDADD = $(fuzz_libs)

%C%_charset_fuzz_SOURCES = %D%/charset_fuzz.c
%C%_charset_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_charset_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_charset_fuzz_LDADD = $(fuzz_libs)

%C%_plugin_fuzz_SOURCES = %D%/plugin_fuzz.c
%C%_plugin_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_plugin_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_plugin_fuzz_LDADD = $(fuzz_libs)

%C%_bill_fuzz_SOURCES = %D%/bill_fuzz.c
%C%_bill_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_bill_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_bill_fuzz_LDADD = $(fuzz_libs)

%C%_bundle_fuzz_SOURCES = %D%/bundle_fuzz.c
%C%_bundle_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_bundle_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_bundle_fuzz_LDADD = $(fuzz_libs)

%C%_lsp_fuzz_SOURCES = %D%/lsp_fuzz.c
%C%_lsp_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_lsp_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_lsp_fuzz_LDADD = $(fuzz_libs)

%C%_ledger_fuzz_SOURCES = %D%/ledger_fuzz.c
%C%_ledger_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_ledger_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_ledger_fuzz_LDADD = $(fuzz_libs)

%C%_report_fuzz_SOURCES = %D%/report_fuzz.c
%C%_report_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_report_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_report_fuzz_LDADD = $(fuzz_libs)

%C%_partial_fuzz_SOURCES = %D%/partial_fuzz.c
%C%_partial_fuzz_CPPFLAGS = $(fuzz_cppflags)
%C%_partial_fuzz_LDFLAGS = $(fuzz_ldflags)
%C%_partial_fuzz_LDADD = $(fuzz_libs)

if !FUZZING
%C%_csv_fuzz_SOURCES += %D%/replay.c
%C%_json_fuzz_SOURCES += %D%/replay.c
%C%_fec_fuzz_SOURCES += %D%/replay.c
%C%_filing_fuzz_SOURCES += %D%/replay.c
%C%_sheet_fuzz_SOURCES += %D%/replay.c
%C%_archive_fuzz_SOURCES += %D%/replay.c
%C%_draft_fuzz_SOURCES += %D%/replay.c
%C%_format_fuzz_SOURCES += %D%/replay.c
%C%_lawbase_fuzz_SOURCES += %D%/replay.c
%C%_condition_fuzz_SOURCES += %D%/replay.c
%C%_value_fuzz_SOURCES += %D%/replay.c
%C%_names_fuzz_SOURCES += %D%/replay.c
%C%_charset_fuzz_SOURCES += %D%/replay.c
%C%_plugin_fuzz_SOURCES += %D%/replay.c
%C%_bill_fuzz_SOURCES += %D%/replay.c
%C%_bundle_fuzz_SOURCES += %D%/replay.c
%C%_lsp_fuzz_SOURCES += %D%/replay.c
%C%_ledger_fuzz_SOURCES += %D%/replay.c
%C%_report_fuzz_SOURCES += %D%/replay.c
%C%_partial_fuzz_SOURCES += %D%/replay.c
%C%_statements_fuzz_SOURCES += %D%/replay.c
endif
