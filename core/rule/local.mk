noinst_LTLIBRARIES += %D%/librule.la
%C%_librule_la_SOURCES = \
  %D%/condition.h %D%/functions.def \
  %D%/parser.c %D%/type.c %D%/eval_scalar.c %D%/period.c %D%/period.h %D%/explain.c %D%/trace.c \
  %D%/holding.c %D%/holding.h \
  %D%/eval_batch.c %D%/eval_batch.h %D%/eval_compare.c %D%/eval_search.c %D%/masks.c %D%/evaluator.h %D%/vector.c %D%/vector.h %D%/search_memo.c %D%/search_memo.h \
  %D%/rising.c %D%/rising.h %D%/sharing.c %D%/listed.c %D%/listed.h \
  %D%/domain.c %D%/domain.h %D%/bounds.c %D%/bounds.h
