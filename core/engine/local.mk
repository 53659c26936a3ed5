noinst_LTLIBRARIES += %D%/libengine.la
%C%_libengine_la_SOURCES = \
  %D%/plan.c %D%/plan.h %D%/plan_lint.c \
  %D%/run.c %D%/run.h %D%/run_group.c %D%/making.h \
  %D%/group.c %D%/group.h \
  %D%/finding.c %D%/finding.h \
  %D%/case.c %D%/case.h
