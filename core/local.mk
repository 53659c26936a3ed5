# The library is all floors behind the public header; the program links the same code statically, so
# that the build folder holds a real executable.
noinst_LTLIBRARIES += core/libcore.la
core_libcore_la_SOURCES = core/scrutineer.c core/scrutineer.h core/checking.c core/checking.h core/judging.c \
  core/session.c core/session.h core/formats.c core/laws.c core/bills.c \
  core/registering.c core/naming.c core/picturing.c
core_libcore_la_SOURCES += core/embedding.c
core_libcore_la_SOURCES += core/sweeps.c core/curves.c core/curves.h core/probes.c core/papers.c
core_libcore_la_SOURCES += core/lsp.c core/bundles.c core/plugins.c core/plugins.h core/plugin_tests.c core/plugin_profile.c
core_libcore_la_SOURCES += core/inquiring.c core/letters.c
core_libcore_la_SOURCES += core/reporting.c core/choosing.c core/projecting.c core/ledgers.c core/proving.c
core_libcore_la_LIBADD = \
  core/editor/libeditor.la core/report/libreport.la core/engine/libengine.la core/plugin/libplugin.la \
  core/rule/librule.la core/filing/libfiling.la core/name/libname.la core/law/liblaw.la \
  core/base/libbase.la

lib_LTLIBRARIES += libscrutineer.la
libscrutineer_la_SOURCES =
libscrutineer_la_LIBADD = core/libcore.la
libscrutineer_la_LDFLAGS = $(AM_LDFLAGS) -Wl,--version-script=$(top_srcdir)/core/scrutineer.map -version-info 0:0:0
EXTRA_libscrutineer_la_DEPENDENCIES = core/scrutineer.map
EXTRA_DIST += core/scrutineer.map
