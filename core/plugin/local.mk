noinst_LTLIBRARIES += %D%/libplugin.la
%C%_libplugin_la_SOURCES = \
  %D%/host.c %D%/host.h %D%/lua_host.h \
  %D%/watch.c %D%/api.c %D%/api.h %D%/lint.c %D%/lint.h %D%/lua_words.c %D%/lua_words.h \
  %D%/sandbox.c %D%/manifest.c \
  %D%/api_value.c %D%/api_view.c
