noinst_LTLIBRARIES += %D%/libplugin.la
%C%_libplugin_la_SOURCES = \
  %D%/host.c %D%/host.h %D%/lua_host.h \
  %D%/sandbox.c %D%/manifest.c \
  %D%/api_value.c %D%/api_view.c
