noinst_LTLIBRARIES += %D%/libname.la
%C%_libname_la_SOURCES = \
  %D%/fold.c %D%/fold.h %D%/profile.h %D%/list.c %D%/list.h \
  %D%/ownership.c %D%/ownership.h %D%/ownership_share.c %D%/ownership_control.c %D%/solver.h \
  %D%/linear.c %D%/linear.h
