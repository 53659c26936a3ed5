noinst_LTLIBRARIES += %D%/libengine.la
%C%_libengine_la_SOURCES = \
  %D%/plan.c %D%/plan_making.h %D%/plan_variants.c %D%/task.c %D%/plan.h %D%/plan_lint.c %D%/plan_bounds.c \
  %D%/judge.c %D%/judge.h %D%/docket.c %D%/docket.h \
  %D%/likeness.c %D%/likeness.h \
  %D%/group_rows.c %D%/group_reduce.c %D%/group_window.c %D%/group_finding.c %D%/group_entry.h \
  %D%/group_log.c %D%/group_log.h %D%/group_shares.c %D%/group_shares.h \
  %D%/run.c %D%/run.h %D%/partial.c %D%/partial.h \
  %D%/finding.c %D%/finding.h %D%/trace.c %D%/trace.h \
  %D%/inquiry.c %D%/inquiry.h \
  %D%/case.c %D%/case.h %D%/probe.c %D%/probe.h \
  %D%/probe_filing.c %D%/probe_filing.h %D%/probe_scheme.c \
  %D%/coverage.c %D%/coverage.h \
  %D%/mutation.c %D%/mutation.h %D%/mutation_text.c
