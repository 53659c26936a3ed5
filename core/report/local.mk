noinst_LTLIBRARIES += %D%/libreport.la
%C%_libreport_la_SOURCES = \
  %D%/report.c %D%/report.h \
  %D%/report_text.c %D%/report_json.c %D%/report_json.h \
  %D%/effect.c %D%/effect.h %D%/effect_text.c %D%/effect_json.c \
  %D%/redline.c %D%/redline.h %D%/bill_gaps.c %D%/bill_gaps.h \
  %D%/sweep.c %D%/sweep.h %D%/probe_text.c %D%/probe_text.h \
  %D%/committee.c %D%/committee.h \
  %D%/json_writer.c %D%/json_writer.h \
  %D%/law_text.c %D%/law_text.h \
  %D%/law_diff.c %D%/law_diff.h %D%/law_search.c \
  %D%/law_tests.c %D%/law_tests.h \
  %D%/law_gaps.c %D%/law_gaps.h \
  %D%/law_export.h %D%/law_uri.c %D%/law_json.c %D%/law_book.c \
  %D%/filing_kinds.c %D%/filing_kinds.h %D%/law_schema.c %D%/law_schema.h \
  %D%/law_stats.c %D%/law_stats.h \
  %D%/timeline.c %D%/timeline.h \
  %D%/owners_picture.c %D%/owners_picture.h \
  %D%/markup.c %D%/markup.h %D%/page.c %D%/page.h %D%/plugin_doc.c %D%/plugin_doc.h %D%/plugin_tests.c %D%/plugin_tests.h \
  %D%/plugin_profile.c %D%/plugin_profile.h \
  %D%/plugin_api.c %D%/plugin_api.h \
  %D%/format_text.c %D%/format_text.h \
  %D%/draft_match.c %D%/draft_match.h %D%/format_draft.c %D%/format_draft.h \
  %D%/records.c %D%/records.h
