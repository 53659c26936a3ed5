noinst_LTLIBRARIES += %D%/libbase.la
%C%_libbase_la_SOURCES = \
  %D%/text.c %D%/text.h \
  %D%/arena.c %D%/arena.h \
  %D%/date.c %D%/date.h \
  %D%/money.c %D%/money.h \
  %D%/country.c %D%/country.h \
  %D%/value.c %D%/value.h \
  %D%/pack.c %D%/pack.h \
  %D%/crew.c %D%/crew.h \
  %D%/source.c %D%/source.h \
  %D%/diag.c %D%/diag.h \
  %D%/yaml.c %D%/yaml.h %D%/kind.h \
  %D%/regex.c %D%/regex.h \
  %D%/charset.c %D%/charset.h \
  %D%/digest.c %D%/digest.h \
  %D%/storing.c %D%/storing.h \
  %D%/signing.c %D%/signing.h \
  %D%/bundle.c %D%/bundle.h \
  %D%/fingerprints.c %D%/fingerprints.h
