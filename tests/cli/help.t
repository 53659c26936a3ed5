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
! check: unrecognized option '--formt'
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
