noinst_LTLIBRARIES += %D%/libreport.la
%C%_libreport_la_SOURCES = \
  %D%/report.c %D%/report.h \
  %D%/proof.c %D%/proof.h %D%/ledger.c %D%/ledger.h %D%/cases.c %D%/cases.h \
  %D%/baseline.c %D%/baseline.h \
  %D%/prose.c %D%/prose.h %D%/cells.c %D%/cells.h \
  %D%/report_sarif.c %D%/report_junit.c %D%/report_csv.c %D%/report_xlsx.c %D%/report_ftm.c %D%/report_stix.c \
  %D%/broader.c %D%/broader.h \
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
  %D%/timeline.c %D%/timeline_picture.c %D%/timeline.h \
  %D%/owners_picture.c %D%/owners_picture.h \
  %D%/markup.c %D%/markup.h %D%/page.c %D%/page.h %D%/plugin_doc.c %D%/plugin_doc.h %D%/plugin_tests.c %D%/plugin_tests.h \
  %D%/plugin_profile.c %D%/plugin_profile.h \
  %D%/plugin_api.c %D%/plugin_api.h \
  %D%/format_text.c %D%/format_text.h \
  %D%/draft_match.c %D%/draft_match.h %D%/format_draft.c %D%/format_draft.h \
  %D%/inquiry_text.c %D%/inquiry_text.h \
  %D%/letter.c %D%/letter.h %D%/letter_sheet.c %D%/letter_sheet.h \
  %D%/redaction.c %D%/redaction.h \
  %D%/records.c %D%/records.h \
  %D%/text_table.c %D%/text_table.h %D%/outcome_counts.c %D%/outcome_counts.h \
  %D%/wording.c %D%/wording.h %D%/html_parts.c %D%/html_parts.h \
  %D%/report_html.c %D%/report_html.h %D%/html_page.c %D%/html_data.c

# The files of a page become C, and so do gettext's catalogues.
page_files = %D%/html/parts.html %D%/html/report.css %D%/html/report.js
EXTRA_DIST += $(page_files) %D%/html/embed po/hy.po po/catalogue
CLEANFILES = %D%/html/report_page.h %D%/wording_hy.h
%D%/html_parts.lo: %D%/html/report_page.h
%D%/wording.lo: %D%/wording_hy.h
%D%/html/report_page.h: $(page_files) %D%/html/embed
	$(AM_V_GEN)$(MKDIR_P) %D%/html && cd $(srcdir) && sh %D%/html/embed $(page_files) >$(abs_builddir)/$@.new && \
	  mv $(abs_builddir)/$@.new $(abs_builddir)/$@
%D%/wording_hy.h: po/hy.po po/catalogue
	$(AM_V_GEN)$(MKDIR_P) %D% && sh $(srcdir)/po/catalogue hy <$(srcdir)/po/hy.po >$@.new && mv $@.new $@
