noinst_LTLIBRARIES += %D%/libname.la
%C%_libname_la_SOURCES = \
  %D%/fold.c %D%/fold.h
