noinst_LTLIBRARIES += %D%/libeditor.la
%C%_libeditor_la_SOURCES = \
  %D%/rpc.c %D%/rpc.h \
  %D%/document.c %D%/document.h \
  %D%/names.c %D%/names.h \
  %D%/cursor.c %D%/cursor.h
