noinst_LTLIBRARIES += %D%/liblaw.la
%C%_liblaw_la_SOURCES = \
  %D%/lawbase.c %D%/lawbase.h %D%/read.h \
  %D%/words.c %D%/words.h \
  %D%/instrument.c %D%/parameter.c %D%/rule.c %D%/threat.c \
  %D%/kind.c %D%/kind.h %D%/standard.c %D%/standard.h \
  %D%/lint.c %D%/lint.h %D%/lint_words.c \
  %D%/bill.c %D%/bill.h %D%/bill_apply.c %D%/bill_apply.h \
  %D%/bill_versions.c %D%/bill_rules.c %D%/bill_lint.c \
  %D%/vary.c %D%/vary.h %D%/scheme.c %D%/scheme.h \
  %D%/letter.c %D%/letter.h %D%/publication.c
