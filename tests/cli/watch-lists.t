# Registers are looked into besides the filings: watch-lists, companies and their owners. The people are invented.

# A register is told by its columns, like a filing; the report says what was read.

$ printf 'record,list,ref,actor.name,actor.country,from\nlisting,example,1,Anna Example,AM,2020-01-01\n' > list.csv
$ scrutineer check -j any -r list.csv "$SRC/examples/am/donations.csv" | grep register
register list.csv (records-csv): 1 entries, 0 unreadable
$ scrutineer check -j any -r list.csv --format json "$SRC/examples/am/donations.csv" | grep -A 7 '"registers"'
  "registers": [
    {
      "file": "list.csv",
      "format": "records-csv",
      "entries": 1,
      "unreadable": 0
    }
  ],

# What holds no entries is no register; a row that cannot be read is told.

$ scrutineer check -j any -r "$SRC/examples/am/donations.csv" list.csv
! SRC/examples/am/donations.csv: error: holds a "donation" (format am.donations), which is no entry of a register [register-not-one]
!       = give filings without -r
[2]
$ printf 'record,list,ref,actor.name,from\nlisting,example,1,Anna Example,today\n' > wrong.csv
$ scrutineer check -j any -r wrong.csv "$SRC/examples/am/donations.csv"
undetermined: Two gave to each other within a year [any.donation.circular]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.id
    article    signal "circular money", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding 2bcaee3f099559ad75e93b0e04316935
~
undetermined: One donor gave the same sum to several recipients within three days [any.donation.same-sum-to-several]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.kind, donor.name
    article    signal "same sum to several", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding cd428555baf3e3edbfd09ffe1e36a30b
~
SRC/examples/am/donations.csv (am.donations): 22 records, 0 unreadable  AMD 25850000.00
register wrong.csv (records-csv): 0 entries, 1 unreadable
~
  rule                                            violat. indicat. undeter.   exempt
  any.donation.beyond-means                             0        0        0        0
  any.donation.circular                                 0        0        1        0
  any.donation.denied                                   0        0        0        0
  any.donation.foreign-currency                         0        0        0        0
  any.donation.listed-bank                              0        0        0        0
  any.donation.paid-abroad                              0        0        0        0
  any.donation.same-sum-to-several                      0        0        1        0
  any.donation.young-company                            0        0        0        0
! wrong.csv:2:32: warning: unreadable row "1": column "from" has no date for "from" [filing-bad-date]
!       | today
!       = expected a day of the calendar as yyyy-mm-dd (format records-csv)
!       = the row is left out of all findings and totals
$ scrutineer check -j any -r nowhere.csv "$SRC/examples/am/donations.csv"
! nowhere.csv: error: cannot be opened: No such file or directory [filing-unreadable]
!       = check the path
[2]

# Partial results know which registers they were made with.

$ scrutineer check -j any -r list.csv --partial a.part "$SRC/examples/am/donations.csv"
$ scrutineer merge -j any -r list.csv a.part | grep register
register list.csv (records-csv): 1 entries, 0 unreadable
$ scrutineer merge -j any a.part | grep register
! a.part: error: was made with another set of registers (-r) (c8ae6714190f1522ab65f96ce1d26b7a, here none) [partial-terms]
!       = make it again from its filings
[1]
