noinst_LTLIBRARIES += %D%/libfiling.la
%C%_libfiling_la_SOURCES = \
  %D%/vocabulary.c %D%/vocabulary.h \
  %D%/batch.c %D%/batch.h \
  %D%/kinds.c %D%/kinds.h %D%/layout.c %D%/layout.h \
  %D%/format.c %D%/format.h %D%/mapping.c \
  %D%/decode.c %D%/decode.h \
  %D%/reader.h %D%/stream.c %D%/reader_csv.c %D%/reader_ndjson.c %D%/reader_fec.c \
  %D%/origin.c %D%/origin.h %D%/gunzip.c %D%/gunzip.h %D%/sheet.c %D%/sheet.h %D%/sheet_xlsx.c %D%/sheet_ods.c \
  %D%/opened.h %D%/detect.c %D%/route.c %D%/declared.c \
  %D%/sample.c %D%/sample.h \
  %D%/scan.c %D%/scan.h %D%/memo.c %D%/memo.h %D%/columns.c %D%/columns.h \
  %D%/input.c %D%/piece.c %D%/input.h \
  %D%/register.c %D%/register.h %D%/owners.c %D%/owners.h \
  %D%/schema.c %D%/schema.h %D%/statements.c %D%/statements.h %D%/told_party.c %D%/told_party.h \
  %D%/bods.c %D%/bods.h %D%/ftm.c %D%/ftm.h
