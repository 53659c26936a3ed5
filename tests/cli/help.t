# The program tells what it can do, and answers a wrong word with the nearest right one.

$ scrutineer --help
usage: scrutineer COMMAND [options]
~
Checks campaign-finance and political-media filings against electoral law.
~
  check      check filings against the law
  merge      join partial results of checks into one report
  ledger     decide on findings, and see what is due
  letter     write a letter about a finding
  verify     make a report again and compare
  key        sign reports and ledgers
  law        read, check, test and compare the law base
  bill       what an amendment would change, in the law and in filings
  explain    tell a rule in plain words, or a finding from cell to conclusion
  why-not    why a rule did not find a record
  graph      show who owns somebody, by registers
  name       tell how names are read, how alike two are, who is listed
  format     list, guess, draft or test file formats; convert filings
  plugin     make, document, lint and test kinds of rules
  lsp        serve editors: completion, errors, go to definition
  help       tell what a command does, as text or as a page of the manual
~
`scrutineer COMMAND --help` tells more; `scrutineer --version` the version.
~
  scrutineer check -j am examples/am/donations.csv
  scrutineer format new my.csv > my.yaml    (examples/new-format shows how to go on)

$ scrutineer --version
scrutineer 0.1.0

$ scrutineer chek donations.csv
! scrutineer: no command "chek"; did you mean "check"?
[2]

$ scrutineer
! usage: scrutineer COMMAND [options]
! ~
! Checks campaign-finance and political-media filings against electoral law.
! ~
!   check      check filings against the law
!   merge      join partial results of checks into one report
!   ledger     decide on findings, and see what is due
!   letter     write a letter about a finding
!   verify     make a report again and compare
!   key        sign reports and ledgers
!   law        read, check, test and compare the law base
!   bill       what an amendment would change, in the law and in filings
!   explain    tell a rule in plain words, or a finding from cell to conclusion
!   why-not    why a rule did not find a record
!   graph      show who owns somebody, by registers
!   name       tell how names are read, how alike two are, who is listed
!   format     list, guess, draft or test file formats; convert filings
!   plugin     make, document, lint and test kinds of rules
!   lsp        serve editors: completion, errors, go to definition
!   help       tell what a command does, as text or as a page of the manual
! ~
! `scrutineer COMMAND --help` tells more; `scrutineer --version` the version.
! ~
!   scrutineer check -j am examples/am/donations.csv
!   scrutineer format new my.csv > my.yaml    (examples/new-format shows how to go on)
[2]

$ scrutineer check
! scrutineer: check needs a file; `scrutineer check --help` shows how
[2]

$ scrutineer check --formt json x.csv
! scrutineer: `check` has no option --formt; did you mean --format?
! scrutineer: `scrutineer check --help` lists the options
[2]

$ scrutineer check --format yaml x.csv
! scrutineer: --format: "yaml" is not text, json, ndjson, html, csv, xlsx, sarif, junit, ftm or stix
[2]

$ scrutineer check --fail-on sometimes x.csv
! scrutineer: --fail-on: "sometimes" is not violation, indicator, undetermined or never
[2]

$ scrutineer law
! scrutineer: law: expected one of lint, list, show, search, timeline, diff, test, gaps, compare, coverage, mutate, export, stats, schema
[2]

$ scrutineer law show
! scrutineer: usage: scrutineer law show ID [--on DATE]; `scrutineer law show --help` tells more
[2]

$ scrutineer explain am.donation.foreign-shar
! error: the law base has no "am.donation.foreign-shar" [law-unknown-name]
!       = did you mean "am.donation.foreign-share"?
[2]

# Options are those of the command; another one is refused, and a near one named.

$ scrutineer law show --jobs 4 am.donation_cap
! scrutineer: `law show` has no option --jobs
! scrutineer: `scrutineer law show --help` lists the options
[2]
$ scrutineer law show am.donation_cap --onn 2020-01-01
! scrutineer: `law show` has no option --onn; did you mean --on?
! scrutineer: `scrutineer law show --help` lists the options
[2]
$ scrutineer check x.csv --format
! scrutineer: --format needs a value: text|json|ndjson|html|csv|xlsx|sarif|junit|ftm|stix
[2]
$ scrutineer check --stats=yes x.csv
! scrutineer: --stats takes no value
[2]
$ scrutineer check -x x.csv
! scrutineer: `check` has no option -x
! scrutineer: `scrutineer check --help` lists the options
[2]
$ scrutineer law -q list
! scrutineer: `law` has no option -q
! scrutineer: `scrutineer law --help` lists the options
[2]
$ scrutineer law lsit
! scrutineer: no command "law lsit"; did you mean "list"?
[2]
$ scrutineer law --lang hy list -j am | head -n 3
am  Հայաստան
  am.account.not-at-central-bank               violation  from 2016-05-25
      Ազգային ժողովի կամ Երևանի ընտրությունների հիմնադրամ, որը Կենտրոնական բանկում չէ
$ scrutineer law --help lint | head -n 3
usage: scrutineer law lint [--notes]
~
Checks names, citations, periods, units, sources, doubts, translations, conditions that

# Help of each level, by --help or by the command.

$ scrutineer --help > help.txt; scrutineer help | cmp - help.txt
$ scrutineer law --help > law.txt; scrutineer help law | cmp - law.txt; grep -c '^  law ' law.txt
14
$ scrutineer law show --help > show.txt; scrutineer help law show | cmp - show.txt; cat show.txt
usage: scrutineer law show ID [--on DATE]
~
An act is shown with all its provisions.
~
      --on DATE            as in force on that day, like 2020-06-01 (default: its history)
~
also, as `scrutineer law --help` tells: --jurisdiction, --include-low, --bill, --as-if,
--lang, --lawbase, --plugins, --add, --plugin-memory, --plugin-instructions, --colour,
--help
~
exit status: 0 in order, 2 not
~
  scrutineer law show am.donation_cap --on 2023-01-01
$ scrutineer help law
usage: scrutineer law COMMAND [options]
~
  law lint      checks the law base
  law list      the rules, by jurisdiction
  law show      a rule, provision, act, parameter, definition or election
  law search    what holds all the words, in any language
  law timeline  how a rule, limit, provision or act changed over time
  law diff      what changed in the law between two days
  law test      runs the tests that the rules carry
  law gaps      the law held against an international standard
  law compare   jurisdictions side by side
  law coverage  what the tests have seen of each condition
  law mutate    small changes of the law that no test notices
  law export    the law for other programs, or as a book to proof-read
  law stats     the figures of the law base, as Markdown
  law schema    the JSON Schema of a kind of file
~
  -j, --jurisdiction LIST  only these (default: all)
      --include-low        also what rests on law of low confidence
      --bill FILE          the law as a bill would change it (`scrutineer bill --help`);
                           may be repeated
      --as-if DATE         a bill as in force from that day, so that past filings show its
                           effect; its later days move along. always: without a first day,
                           for filings that name no days
      --lang en|hy         language of the law's titles
      --lawbase DIR        another law base
      --plugins DIR        other plugins
      --add DIR|NAME       the plugins/ and lawbase/ of a folder (`plugin new`), or of
                           what was installed (`plugin install`), besides the standard
                           ones
      --plugin-memory SIZE
                           the most memory of a plugin (default: 64M)
      --plugin-instructions N
                           the most instructions of a call of a plugin (default: 10000000)
      --colour always|never|auto
                           colours (default: auto, on a terminal)
  -h, --help               what it does, and how
~
`scrutineer law COMMAND --help` tells more.
~
exit status: 0 in order, 2 not
~
  scrutineer law show am.donation_cap --on 2023-01-01
$ scrutineer help law shw
! scrutineer: no command "law shw"; `scrutineer help law` lists them
[2]
$ scrutineer help key
usage: scrutineer key COMMAND NAME [FILE...]
~
Detached signatures (Ed25519) of reports, ledgers, any file.
~
  key new     makes NAME.key, which only its owner may read, and NAME.pub
  key sign    writes FILE.sig
  key verify  tells whether a file is what was signed
~
  -h, --help               what it does, and how
~
`scrutineer key COMMAND --help` tells more.
~
exit status: 0 done, 2 wrong usage, or a file is not what was signed
$ scrutineer name --help | head -n 5
usage: scrutineer name [options] NAME
       scrutineer name [options] NAME OTHER
       scrutineer name -r FILE [options] NAME...
       scrutineer name --pairs [options] FILE...
~

# Every command, and each behind it, tells how it is used.

$ scrutineer help --format man | sed -n '/^.SH COMMANDS/,/^.SH EXIT/s/^.fB\(.*\).fR$/\1/p' > names
$ while read c; do scrutineer $c --help </dev/null | head -n 1; done < names
usage: scrutineer check [options] FILE...
usage: scrutineer merge [options] PART...
usage: scrutineer ledger COMMAND [options]
usage: scrutineer letter [options] FINGERPRINT --template NAME FILE...
usage: scrutineer verify [options] REPORT
usage: scrutineer key COMMAND NAME [FILE...]
usage: scrutineer law COMMAND [options]
usage: scrutineer bill COMMAND BILL.yaml... [FILE...] [options]
usage: scrutineer explain [options] RULE
usage: scrutineer why-not [options] RULE RECORD FILE...
usage: scrutineer graph [options] ENTITY -r FILE ...
usage: scrutineer name [options] NAME
usage: scrutineer format COMMAND [options]
usage: scrutineer plugin COMMAND [options]
usage: scrutineer lsp [options]
usage: scrutineer help [COMMAND [COMMAND]] [--format text|man|bash|zsh|fish]
