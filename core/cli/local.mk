bin_PROGRAMS += scrutineer
scrutineer_SOURCES = \
  %D%/main.c \
  %D%/command.c %D%/command.h %D%/help.c %D%/manual.c %D%/completion.c %D%/shared_options.c \
  %D%/options.c %D%/options.h %D%/project.c \
  %D%/progress.c %D%/watch.c %D%/watch.h \
  %D%/check.c %D%/law.c %D%/bill.c %D%/explain.c %D%/graph.c %D%/format.c %D%/name.c
scrutineer_SOURCES += %D%/plugin.c %D%/letter.c
scrutineer_SOURCES += %D%/ledger.c %D%/proof.c %D%/lsp.c %D%/luacheck.c %D%/luacheck.h
scrutineer_SOURCES += %D%/memory.c %D%/confine.c %D%/confine.h
scrutineer_LDADD = core/libcore.la
scrutineer_LDFLAGS = $(AM_LDFLAGS) $(SCR_PIE)
