noinst_LTLIBRARIES += %D%/libname.la
%C%_libname_la_SOURCES = \
  %D%/fold.c %D%/fold.h %D%/profile.h %D%/list.c %D%/list.h
