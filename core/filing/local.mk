noinst_LTLIBRARIES += %D%/libfiling.la
%C%_libfiling_la_SOURCES = \
  %D%/vocabulary.c %D%/vocabulary.h \
  %D%/batch.c %D%/batch.h \
  %D%/format.c %D%/format.h \
  %D%/decode.c %D%/decode.h \
  %D%/reader.h %D%/stream.c %D%/reader_csv.c %D%/reader_ndjson.c \
  %D%/input.c %D%/input.h
