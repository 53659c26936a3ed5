# How good the tests of the law are: what they have seen, and what they would notice. The law is that of two
# invented countries; `./with COMMAND SED FILE` runs a command on it with one change.

$ printf '%s\n' '#!/bin/sh' 'rm -rf law; cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law' 'cp "$SRC/lawbase/vocabulary.yaml" law' 'sed -i "$2" "law/$3"' 'scrutineer law $1 --lawbase law 2>&1' > with; chmod +x with

# Every condition was seen in every truth that it can have where it is reached.

$ ./with coverage '' zz/rules/gifts.yaml
8 atomic conditions, 23 of 23 truths seen: 100.0 %

# Without a test some truth was not seen; a threshold says how much is enough.

$ ./with coverage '/name: nobody said/,+2d' zz/rules/gifts.yaml
zz.gift.cap
  recipient.kind == "party"
      never seen unknown  BUILD/plugins/contribution-cap.lua:22:5
zz.gift.foreign
  recipient.kind == "party"
      never seen unknown  law/zz/rules/gifts.yaml:8:13
  donor.foreign_share > max_share
      never seen unknown  law/zz/rules/gifts.yaml:8:26
  returned <= received + 10 days
      never seen unknown  law/zz/rules/gifts.yaml:10:14
8 atomic conditions, 19 of 23 truths seen: 82.6 %
error: less than 100 % of the truths were seen [coverage-low]
      = add tests under which the conditions above take the missing truths
[2]

$ ./with 'coverage --threshold 80' '/name: nobody said/,+2d' zz/rules/gifts.yaml
zz.gift.cap
  recipient.kind == "party"
      never seen unknown  BUILD/plugins/contribution-cap.lua:22:5
zz.gift.foreign
  recipient.kind == "party"
      never seen unknown  law/zz/rules/gifts.yaml:8:13
  donor.foreign_share > max_share
      never seen unknown  law/zz/rules/gifts.yaml:8:26
  returned <= received + 10 days
      never seen unknown  law/zz/rules/gifts.yaml:10:14
8 atomic conditions, 19 of 23 truths seen: 82.6 %

$ ./with 'coverage --threshold 101' '' zz/rules/gifts.yaml
scrutineer: --threshold: "101" is not a percentage, like 95
[2]

# A fact that cannot be unknown where it is reached need not be seen so.

$ ./with coverage 's/barred: online and/barred: known(online) and online and/' zz/rules/ads.yaml
9 atomic conditions, 24 of 24 truths seen: 100.0 %

# An atom behind one that is false was not seen.

$ ./with coverage 's/{kind: party}, donor: {foreign_share: 50 %}/{kind: candidate}, donor: {foreign_share: 50 %}/' zz/rules/gifts.yaml
zz.gift.foreign
  donor.foreign_share > max_share
      never seen false  law/zz/rules/gifts.yaml:8:26
8 atomic conditions, 22 of 23 truths seen: 95.6 %
error: less than 100 % of the truths were seen [coverage-low]
      = add tests under which the conditions above take the missing truths
[2]

# Of a group's sum both sides of the limit must be seen.

$ ./with 'coverage -j zz' 's/expect: indicator/expect: clear/' zz/rules/gifts.yaml
zz.gift.cap
  total > cap
      never seen true  BUILD/plugins/contribution-cap.lua:33:13
7 atomic conditions, 19 of 20 truths seen: 95.0 %
error: less than 100 % of the truths were seen [coverage-low]
      = add tests under which the conditions above take the missing truths
[2]

# No small change of the law stays unnoticed, but two that nobody could notice.

$ ./with mutate '' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
27 mutants: 25 noticed, 2 excepted, 0 alive

# Without a test it does: an operator, a limit, a day, a term.

$ ./with mutate '/name: half is allowed/,+2d' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.gift.foreign  with.barred[2] > to >=
          law/zz/rules/gifts.yaml:8:13
alive     zz.max_share  from 2000-01-01: value to 49.9 %
          law/zz/parameters.yaml:14:33
27 mutants: 23 noticed, 2 excepted, 2 alive
[2]

$ ./with mutate '/name: the cap itself/,+2d' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.cap  from 1990-03-01: value to 499.00 EUR
          law/zz/parameters.yaml:6:49
27 mutants: 24 noticed, 2 excepted, 1 alive
[2]

$ ./with mutate '/name: the day before$/,+2d' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.gift.cap  in_force.from - 1 day
          law/zz/rules/gifts.yaml:43:9
27 mutants: 24 noticed, 2 excepted, 1 alive
[2]

$ ./with mutate '/name: the last day of the old cap/,+2d' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.cap  from 2000-01-01: from - 1 day
          law/zz/parameters.yaml:8:33
27 mutants: 24 noticed, 2 excepted, 1 alive
[2]

$ ./with mutate '/name: it went back on the tenth day/,+2d' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.gift.foreign  unless.1[1] <= to <
          law/zz/rules/gifts.yaml:10:14
alive     zz.gift.foreign  unless.1[2] + to -
          law/zz/rules/gifts.yaml:10:14
alive     zz.gift.foreign  unless.1[3] 10 to 9
          law/zz/rules/gifts.yaml:10:14
27 mutants: 22 noticed, 2 excepted, 3 alive
[2]


# Values in conditions are limits, too.

$ ./with mutate 's/donor.foreign_share > max_share/donor.foreign_share > percent("50.1")/; s/foreign_share: 50.1 %/foreign_share: 50.2 %/' zz/rules/gifts.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
alive     zz.gift.foreign  with.barred[2] > to >=
          law/zz/rules/gifts.yaml:8:13
alive     zz.gift.foreign  with.barred[3] 50.1 to 50.0
          law/zz/rules/gifts.yaml:8:13
26 mutants: 22 noticed, 2 excepted, 2 alive
[2]

# A value that nobody has read cannot be changed.

$ ./with test 's/value: 500 EUR, provision: zz.parties-1990.5.2, source: invented,/value: unverified, provision: zz.parties-1990\/5.2, source: invented, doubt: d,/; s/^       confidence: high}/       confidence: low}/' zz/parameters.yaml | tail -n 1; sed -i '/name: the cap itself/,+2s/expect: clear/expect: {undetermined: [zz.cap on 1990-03-01]}/; /name: a cent more$/,+2s/expect: indicator/expect: {undetermined: [zz.cap on 1990-03-01]}/; /name: the last day of the old cap/,+2s/expect: indicator/expect: {undetermined: [zz.cap on 1999-12-31]}/' law/zz/rules/gifts.yaml; scrutineer law mutate --lawbase law
      |               ^^^^^^^^^
excepted  zz.ad.silence  in_force.from + 1 day
          no election had its silence on the first days of the law
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
24 mutants: 22 noticed, 2 excepted, 0 alive

# An exception that is not needed is told. That nobody can notice is also found without one, where no record of the day
# can meet the rule.

$ ./with mutate 's/in_force.from + 1 day, because/in_force.to + 1 day, because/' zz/rules/ads.yaml
excepted  zz.ad.silence  in_force.from + 1 day
          no record of that day can meet the rule's condition
excepted  zz.ad.silence  in_force.from - 1 day
          no election had its silence on the first days of the law
27 mutants: 25 noticed, 2 excepted, 0 alive
law/zz/rules/ads.yaml:34:16: warning: "zz.ad.silence" has no living mutant "in_force.to + 1 day" [mutant-not-alive]
   34 |     - {mutant: in_force.to + 1 day, because: no election had its silence on the first days of the law}
      |                ^^^^^^^^^^^^^^^^^^^
      = remove it

# Tests that fail must pass first.

$ ./with mutate 's/expect: exempt/expect: clear/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:35:15: error: test "it went back on the tenth day": the outcome is exempt [test-failed]
   35 |       expect: clear
      |               ^^^^^
error: 1 tests fail before anything is changed [mutant-tests-fail]
      = `scrutineer law test` first
[2]

# The law base is not changed by it.

$ ./with mutate '' zz/rules/gifts.yaml >/dev/null; scrutineer law mutate --lawbase law -j zz >one; scrutineer law mutate --lawbase law -j zz | cmp - one

$ scrutineer law coverage --help | head -n 4; scrutineer law mutate --help | head -n 3
usage: scrutineer law coverage [--threshold N]
~
Names each atomic condition that no test has seen true, false or unknown, as far as it can
be that where it is reached.
usage: scrutineer law mutate
~
Changes limits, days and operators one at a time, and runs the tests each time. What no

# With words, only the tests of which the rule's or the test's name holds them all, each told.

$ cp -r "$SRC/tests/data/zedland" zed; cp "$SRC/lawbase/vocabulary.yaml" zed; scrutineer law test zz.gift.foreign half --lawbase zed
ok     clear        zz.gift.foreign: half is allowed
1 passed, 0 failed

$ scrutineer law test zz.gift.foreign "no such test" --lawbase zed
! error: "zz.gift.foreign" is in no name of a rule or of a test together with the other words [usage]
!       = look into the names that `scrutineer law list` shows
[2]
