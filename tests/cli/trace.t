# What became of one rule for one record, and what rules cost. All law and data here are invented.

$ scrutineer plugin new big-gift > /dev/null
$ sed -i 's/^  return law.finding {/  log("excess of", record.donor.name, record.amount - law.limit)\n&/' big-gift/plugins/big-gift.lua
$ printf '{"record":"donation","ref":"D-1","received":"2020-01-01","amount":"1500 EUR","donor.name":"Ann Example","recipient.kind":"party"}\n{"record":"donation","ref":"D-2","received":"2019-12-31","amount":"500 EUR","recipient.kind":"candidate"}\n{"record":"donation","ref":"D-3","received":"2020-01-02","amount":"1500 EUR"}\n' > gifts.ndjson
$ scrutineer check --add big-gift -j zz --trace zz.big-gift gifts.ndjson > /dev/null
! zz.big-gift: gifts.ndjson:1  D-1
!   in force: yes
!   where:
!     and: yes
!       recipient.kind == "party": yes (party == party)
!       amount > gift_limit: yes (1500.00 EUR > 1000.00 EUR)
!   check:
!     big-gift.lua:8: check(record = record, law = law)
!     record.donor.name = "Ann Example"
!     record.amount = 1500.00 EUR
!     law.limit = 1000.00 EUR
!     log: "excess of" "Ann Example" 500.00 EUR
!     record.amount = 1500.00 EUR
!     law.limit = 1000.00 EUR
!     record.amount = 1500.00 EUR
!     law.limit = 1000.00 EUR
!   outcome: violation
!     amount = 1500.00 EUR
!     excess = 500.00 EUR
!     limit = 1000.00 EUR
! zz.big-gift: gifts.ndjson:2  D-2
!   in force: no
!   where:
!     and: no
!       recipient.kind == "party": no (candidate == party)
!       amount > gift_limit: unknown (500.00 EUR > unknown)
!   check: is not called (no)
! zz.big-gift: gifts.ndjson:3  D-3
!   in force: yes
!   where:
!     and: unknown
!       recipient.kind == "party": unknown (unknown == party)
!       amount > gift_limit: yes (1500.00 EUR > 1000.00 EUR)
!   check: is not called (unknown)
[1]

# One record, by its reference or its line; nothing of the report changes.

$ scrutineer check --add big-gift -j zz --trace zz.big-gift:D-2 gifts.ndjson > traced; scrutineer check --add big-gift -j zz gifts.ndjson | diff - traced
! zz.big-gift: gifts.ndjson:2  D-2
!   in force: no
!   where:
!     and: no
!       recipient.kind == "party": no (candidate == party)
!       amount > gift_limit: unknown (500.00 EUR > unknown)
!   check: is not called (no)
$ scrutineer check --add big-gift -j zz --trace zz.big-gift:D-9 gifts.ndjson > /dev/null
! zz.big-gift:D-9: warning: no record of the files is that one [trace-nothing]
!       = a record is named by its reference or its line
[1]
$ scrutineer check --add big-gift -j zz --trace zz.big-gft gifts.ndjson
! error: the law base has no "zz.big-gft" [law-unknown-name]
!       = did you mean "zz.big-gift"?
[2]

# A group: what each record adds, then the sums and the call.

$ scrutineer check -j am --trace am.donation.cap:AM-09 "$SRC/examples/am/donations.csv" > /dev/null
! am.donation.cap: SRC/examples/am/donations.csv:10  AM-09
!   in force: yes
!   where:
!     and: yes
!       and: yes
!         recipient.kind == "party": yes (party == party)
!         donor.kind == "natural": yes (natural == natural)
!       absent(returned): yes (returned is none)
!   group by identity(donor) = 0:p-1004
!   group by identity(recipient) = 7:օրինակ կուսակցություն
!   group by period(received, "calendar-year") = 2023
!   total: adds 1000000.00 AMD
! am.donation.cap: group 8:0:p-1004|43:7:օրինակ կուսակցություն|4:2023|
!   having:
!     total > donation_cap: yes (3000000.00 AMD > 2500000.00 AMD)
!   check:
!     contribution-cap.lua:5: check(group = group, law = law)
!     group.total = 3000000.00 AMD
!     law.cap = 2500000.00 AMD
!     group.total = 3000000.00 AMD
!     law.cap = 2500000.00 AMD
!     group.count = 3
!   outcome: violation
!     cap = 2500000.00 AMD
!     excess = 500000.00 AMD
!     gifts = 3
!     total = 3000000.00 AMD
[1]

# An error shows the line of Lua.

$ sed -i 's/^  log(.*/  local x = record.donor.name + 1/' big-gift/plugins/big-gift.lua
$ scrutineer check --add big-gift -j zz --trace zz.big-gift:1 gifts.ndjson 2>&1 > /dev/null | head -n 22
zz.big-gift: gifts.ndjson:1  D-1
  in force: yes
  where:
    and: yes
      recipient.kind == "party": yes (party == party)
      amount > gift_limit: yes (1500.00 EUR > 1000.00 EUR)
  check:
    big-gift.lua:8: check(record = record, law = law)
    record.donor.name = "Ann Example"
  the call failed; the message below tells why
big-gift/plugins/big-gift.lua:9:3: error: attempt to perform arithmetic on a string value (field 'name') [plugin-failed]
    9 |   local x = record.donor.name + 1
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = stack traceback:
      = 	big-gift.lua:9: in function <big-gift.lua:8>
      = 	[C]: in ?
big-gift/lawbase/zz/rules/big-gift.yaml:3:9: note: rule "zz.big-gift" failed and is off; other rules went on
    3 | - rule: zz.big-gift
      |         ^^^^^^^^^^^

# Of sixty rules one is slow: the profile names it, and its line. Instructions are counted, so this needs no clock.

$ mkdir -p many/plugins; cp -r big-gift/lawbase many; rm many/lawbase/zz/rules/*; for n in $(seq 60); do sed "s/name = \"big-gift\"/name = \"gift-$n\"/; /local x = /d" big-gift/plugins/big-gift.lua > many/plugins/gift-$n.lua; sed "/^  tests:/,\$d; s/big-gift/gift-$n/" big-gift/lawbase/zz/rules/big-gift.yaml > many/lawbase/zz/rules/gift-$n.yaml; done
$ sed -i 's/^  return law.finding {/  local n = 0\n  for i = 1, 500 do\n    n = n + i % 7\n  end\n&/' many/plugins/gift-37.lua
$ scrutineer plugin profile --add many -j zz gifts.ndjson > first; scrutineer plugin profile --add many -j zz gifts.ndjson | sed '/^zz/s/ *[0-9.]*$//' > second; sed '/^zz/s/ *[0-9.]*$//' first | diff - second && grep -c '^zz' second; sed -n '2p; /^line/,$p' second | head -n 6
60
zz.gift-37                                             2        1          1518         944
line                                           share  instructions       bytes  text
gift-37.lua:11                                43.8 %          1000           0  n = n + i % 7
gift-37.lua:10                                22.1 %           504           0  for i = 1, 500 do
gift-1.lua:13                                  0.2 %             5         216  excess = record.amount - law.limit,
gift-10.lua:13                                 0.2 %             5         216  excess = record.amount - law.limit,
