noinst_LTLIBRARIES += %D%/libname.la
%C%_libname_la_SOURCES = \
  %D%/fold.c %D%/fold.h %D%/profile.h %D%/list.c %D%/list.h \
  %D%/ownership.c %D%/ownership.h %D%/ownership_walk.c %D%/ownership_share.c \
  %D%/ownership_control.c %D%/ownership_chains.c %D%/solver.h \
  %D%/linear.c %D%/linear.h \
  %D%/rewrite.c %D%/rewrite.h %D%/kinds.h %D%/tables.c %D%/tables.h %D%/script.c %D%/script.h \
  %D%/cutting.c %D%/lexicon.c %D%/spell.c %D%/spell.h \
  %D%/match.c %D%/match.h \
  %D%/keys.c %D%/keys.h %D%/index.c %D%/index.h %D%/index_parts.h %D%/search_parts.h \
  %D%/search_meets.c %D%/search_bounds.c %D%/search.c
