# The manual and the completions of shells: made by the program, out of its tables of commands.
manuals = \
  %D%/man/scrutineer.1 %D%/man/scrutineer-check.1 %D%/man/scrutineer-merge.1 %D%/man/scrutineer-ledger.1 %D%/man/scrutineer-letter.1 \
  %D%/man/scrutineer-verify.1 %D%/man/scrutineer-key.1 %D%/man/scrutineer-law.1 %D%/man/scrutineer-bill.1 \
  %D%/man/scrutineer-explain.1 %D%/man/scrutineer-why-not.1 %D%/man/scrutineer-graph.1 %D%/man/scrutineer-name.1 \
  %D%/man/scrutineer-format.1 %D%/man/scrutineer-plugin.1 %D%/man/scrutineer-lsp.1 %D%/man/scrutineer-help.1
completions = %D%/completion/scrutineer.bash %D%/completion/scrutineer.zsh %D%/completion/scrutineer.fish

$(manuals): scrutineer$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) %D%/man && command=`echo $@ | sed 's,.*/scrutineer-*,,; s,\.1$$,,'` && \
	  ./scrutineer help --format man $$command >$@.part && mv $@.part $@
$(completions): scrutineer$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) %D%/completion && \
	  ./scrutineer help --format `echo $@ | sed 's,.*\.,,'` >$@.part && mv $@.part $@

if RUNS_HERE
man_MANS = $(manuals)
noinst_DATA = $(completions)
endif
CLEANFILES += $(manuals) $(completions)

# Each shell wants another name.
bashcompletiondir = $(datadir)/bash-completion/completions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
if RUNS_HERE
install-data-local: $(completions)
	$(MKDIR_P) "$(DESTDIR)$(bashcompletiondir)" "$(DESTDIR)$(zshcompletiondir)" "$(DESTDIR)$(fishcompletiondir)"
	$(INSTALL_DATA) %D%/completion/scrutineer.bash "$(DESTDIR)$(bashcompletiondir)/scrutineer"
	$(INSTALL_DATA) %D%/completion/scrutineer.zsh "$(DESTDIR)$(zshcompletiondir)/_scrutineer"
	$(INSTALL_DATA) %D%/completion/scrutineer.fish "$(DESTDIR)$(fishcompletiondir)/scrutineer.fish"
endif
uninstall-local:
	rm -f "$(DESTDIR)$(bashcompletiondir)/scrutineer" "$(DESTDIR)$(zshcompletiondir)/_scrutineer" \
	  "$(DESTDIR)$(fishcompletiondir)/scrutineer.fish"

# The documentation for a browser: make site, then doc/site/index.html. Needs cmark-gfm.
site_sources = %D%/make-site %D%/pages %D%/site.css %D%/architecture.svg %D%/index.md %D%/advisers.md %D%/regulators.md \
  %D%/maintainers.md
EXTRA_DIST += $(site_sources)
site: scrutineer$(EXEEXT)
	$(AM_V_GEN)PATH="$(abs_builddir):$$PATH" LC_ALL=C.UTF-8 NO_COLOR=1 $(srcdir)/%D%/make-site %D%/site
clean-local:
	rm -rf %D%/site
.PHONY: site
