# Each check of `law lint`, on the law of two invented countries (tests/data/zedland). `./with SED FILE` lints
# that law with one change.

$ printf '%s\n' '#!/bin/sh' 'rm -rf law; cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law' 'cp "$SRC/lawbase/vocabulary.yaml" law' 'sed -i "$1" "law/$2"' 'scrutineer law lint --lawbase law 2>&1' > with; chmod +x with

# As it is.

$ ./with '' zz/rules/gifts.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)

$ ./with '' zz/rules/gifts.yaml >all; scrutineer law lint --notes --lawbase law
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)
! law/zz/instruments.yaml:42:18: note: nothing rests on the provision "zz.parties-1990/12"
!    42 |     - provision: "12"
!       |                  ^^^^

# Names: keys, fields, limits, codes, definitions, functions, provisions, plugins, their parameters, authorities,
# record types, units, basis.

$ ./with 's/  severity: violation/  severty: violation/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:11:3: error: unknown key "severty" in a rule [law-unknown-key]
   11 |   severty: violation
      |   ^^^^^^^
      = did you mean "severity"?
law/zz/rules/gifts.yaml:2:3: error: a rule needs the key "severity" [law-missing-key]
    2 | - rule: zz.gift.foreign
      |   ^^^^
law/standards/charter.yaml:13:70: error: no rule "zz.gift.foreign" [law-dangling-citation]
   13 |       zz: {answer: "yes", provisions: [zz.parties-1990/4.1], rules: [zz.gift.foreign], source: invented, confidence: hig...
      |                                                                      ^^^^^^^^^^^^^^^
law/zz/parameters.yaml:10:14: warning: no rule uses the parameter "zz.max_share" [law-unused-parameter]
   10 | - parameter: zz.max_share
      |              ^^^^^^^^^^^^
[2]

$ ./with 's/donor.foreign_share > max_share/donor.foreign_shares > max_share/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:26: error: unknown name "donor.foreign_shares" [condition-unknown-name]
    8 |     barred: to_party and donor.foreign_shares > max_share
      |                          ^^^^^^^^^^^^^^^^^^^^
      = did you mean "donor.foreign_share"?
[2]

$ ./with 's/> max_share$/> max_shar/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:48: error: unknown name "max_shar" [condition-unknown-name]
    8 |     barred: to_party and donor.foreign_share > max_shar
      |                                                ^^^^^^^^
      = did you mean "max_share"?
[2]

$ ./with 's/when: recipient.kind == "party"/when: recipient.kind == "prty"/' zz/definitions.yaml
law/zz/definitions.yaml:6:27: error: "recipient.kind" has no code "prty" [condition-unknown-code]
    6 |   when: recipient.kind == "prty"
      |                           ^^^^^^
      = did you mean "party"?
law/zz/definitions.yaml:6:27: error: "recipient.kind" has no code "prty" [condition-unknown-code]
    6 |   when: recipient.kind == "prty"
      |                           ^^^^^^
      = did you mean "party"?
[2]

$ ./with 's/barred: to_party and/barred: to_partie and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:13: error: unknown name "to_partie" [condition-unknown-name]
    8 |     barred: to_partie and donor.foreign_share > max_share
      |             ^^^^^^^^^
      = a field of "donation", a parameter or a definition
[2]

$ ./with 's/during(start/durin(start/' zz/rules/ads.yaml
law/zz/rules/ads.yaml:8:24: error: unknown function "durin" [condition-unknown-function]
    8 |     barred: online and durin(start, "silence")
      |                        ^^^^^^^^^^^^^^^^^^^^^^^
      = did you mean "during"?
[2]

$ ./with 's/provisions: .zz.parties-1990.14./provisions: [zz.parties-1990\/15]/' zz/rules/ads.yaml | head -n 4
law/zz/rules/ads.yaml:4:16: error: no provision "zz.parties-1990/15" [law-dangling-citation]
    4 |   provisions: [zz.parties-1990/15]
      |                ^^^^^^^^^^^^^^^^^^
      = did you mean "zz.parties-1990/12"?

$ ./with 's/provision: zz.parties-1990.4.1,/provision: zz.parties-1990\/4.2,/' zz/parameters.yaml
law/zz/parameters.yaml:14:50: error: no provision "zz.parties-1990/4.2" [law-dangling-citation]
   14 |     - {from: 2000-01-01, value: 50 %, provision: zz.parties-1990/4.2, source: invented, confidence: high}
      |                                                  ^^^^^^^^^^^^^^^^^^^
      = did you mean "zz.parties-1990/4.1"?
[2]

$ ./with 's/plugin: ad-barred-time/plugin: ad-bared-time/' zz/rules/ads.yaml | head -n 4
law/zz/rules/ads.yaml:6:11: error: there is no plugin "ad-bared-time" [rule-unknown-plugin]
    6 |   plugin: ad-bared-time
      |           ^^^^^^^^^^^^^
      = did you mean "ad-barred-time"?

$ ./with 's/authority: board/authority: bord/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:12:70: error: no authority "bord" [law-unknown-authority]
   12 |   consequence: {action: return-to-donor, within: 10 days, authority: bord}
      |                                                                      ^^^^
      = did you mean "board"?
[2]

$ ./with 's/record: donation/record: donnation/' zz/definitions.yaml
law/zz/definitions.yaml:2:15: error: the definition "zz.to_party" is about "donnation", which is no record [law-unknown-record]
    2 | - definition: zz.to_party
      |               ^^^^^^^^^^^
      = did you mean "donation"?
[2]

$ ./with 's/^    cap: cap/    capp: cap/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:47:11: error: plugin "contribution-cap" needs the parameter "cap" [rule-missing-parameter]
   47 |   plugin: contribution-cap
      |           ^^^^^^^^^^^^^^^^
      = cap: the most that one donor may give in one period
law/zz/rules/gifts.yaml:49:5: error: plugin "contribution-cap" has no parameter "capp" [rule-unknown-parameter]
   49 |     capp: cap
      |     ^^^^
      = did you mean "cap"?
[2]

$ ./with 's/in_force: {from: 2000-01-01}/in_force: {form: 2000-01-01}/' zz/rules/gifts.yaml | head -n 4
law/zz/rules/gifts.yaml:5:14: error: unknown key "form" in a period in force [law-unknown-key]
    5 |   in_force: {form: 2000-01-01}
      |              ^^^^
      = did you mean "from"?

# A name that stands twice, also across kinds.

$ ./with 's/parameter: zz.max_share/parameter: zz.cap/' zz/parameters.yaml | head -n 7
law/zz/parameters.yaml:10:14: error: the name "zz.cap" stands here twice [law-duplicate]
   10 | - parameter: zz.cap
      |              ^^^^^^
      = give it another name
law/zz/parameters.yaml:2:14: note: first here
    2 | - parameter: zz.cap
      |              ^^^^^^

$ ./with 's/definition: zz.to_party/definition: zz.cap/' zz/definitions.yaml | head -n 7
law/zz/parameters.yaml:2:14: error: the name "zz.cap" stands here twice [law-duplicate]
    2 | - parameter: zz.cap
      |              ^^^^^^
      = give it another name
law/zz/definitions.yaml:2:15: note: first here
    2 | - definition: zz.cap
      |               ^^^^^^

# Overlaps of versions, of a limit and of a provision.

$ ./with 's/to: 2000-01-01, value: 500/to: 2000-01-02, value: 500/' zz/parameters.yaml
law/zz/parameters.yaml:8:33: error: this version begins before the one in front of it ends [law-overlap]
    8 |     - {from: 2000-01-01, value: 1000 EUR, provision: zz.parties-1990/5.2, source: invented, confidence: medium,
      |                                 ^^^^^^^^
      = "to" is the first day of the next version
law/zz/parameters.yaml:6:49: note: the one in front
    6 |     - {from: 1990-03-01, to: 2000-01-02, value: 500 EUR, provision: zz.parties-1990/5.2, source: invented,
      |                                                 ^^^^^^^
[2]

$ ./with 's/to: 2000-01-01/to: 2000-01-02/' zz/instruments.yaml
law/zz/instruments.yaml:10:18: error: versions of "zz.parties-1990/4.1" overlap [law-overlap]
   10 |     - provision: "4.1"
      |                  ^^^^^
      = "to" is the first day of the next version
[2]

# Gaps in a rule's life: a limit without a value, a provision that begins late, ends early, or pauses.

$ ./with 's/to: 2000-01-01, value: 500/to: 1999-12-31, value: 500/' zz/parameters.yaml
law/zz/rules/gifts.yaml:43:9: error: "zz.gift.cap" is in force on 1999-12-31, but "zz.cap" has no value then [law-gap]
   43 | - rule: zz.gift.cap
      |         ^^^^^^^^^^^
      = give it a version, or end the rule
law/zz/parameters.yaml:2:14: note: the parameter
    2 | - parameter: zz.cap
      |              ^^^^^^
[2]

$ ./with 's/from: 2004-01-01/from: 2004-02-01/' zz/instruments.yaml
law/zz/rules/ads.yaml:4:16: error: the rule is in force on 2004-01-01, but "zz.parties-1990/14" is not [law-not-in-force]
    4 |   provisions: [zz.parties-1990/14]
      |                ^^^^^^^^^^^^^^^^^^
      = adjust the rule's in_force, or cite what was in force
law/zz/instruments.yaml:49:18: note: the provision
   49 |     - provision: "14"
      |                  ^^^^
[2]

$ ./with 's/        - from: 2004-01-01/        - from: 2004-01-01\n          to: 2010-01-01/' zz/instruments.yaml
law/zz/rules/ads.yaml:4:16: error: the rule is in force on 2010-01-01, but "zz.parties-1990/14" is not [law-not-in-force]
    4 |   provisions: [zz.parties-1990/14]
      |                ^^^^^^^^^^^^^^^^^^
      = adjust the rule's in_force, or cite what was in force
law/zz/instruments.yaml:49:18: note: the provision
   49 |     - provision: "14"
      |                  ^^^^
[2]

# Units: no unit, the wrong one, two currencies.

$ ./with 's/value: 1000 EUR/value: 1000/' zz/parameters.yaml
law/zz/parameters.yaml:8:33: error: expected an amount with its currency, like 2500000 AMD, found "1000" [law-value]
    8 |     - {from: 2000-01-01, value: 1000, provision: zz.parties-1990/5.2, source: invented, confidence: medium,
      |                                 ^^^^
      = write no signs between the thousands
[2]

$ ./with 's/value: 50 %/value: 50 EUR/' zz/parameters.yaml
law/zz/parameters.yaml:14:33: error: expected a percentage, like 30 %, found "50 EUR" [law-value]
   14 |     - {from: 2000-01-01, value: 50 EUR, provision: zz.parties-1990/4.1, source: invented, confidence: high}
      |                                 ^^^^^^
[2]

$ ./with 's/value: 1000 EUR/value: 2 x zz.max_share/' zz/parameters.yaml
law/zz/parameters.yaml:8:33: error: "zz.max_share" has no money value when this version begins [law-unit]
    8 |     - {from: 2000-01-01, value: 2 x zz.max_share, provision: zz.parties-1990/5.2, source: invented, confidence: medium,
      |                                 ^^^^^^^^^^^^^^^^
[2]

$ ./with 's/barred: to_party and/barred: amount > cap + money("5 GBP") and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:22: error: two currencies, EUR and GBP, cannot be compared or added [condition-currency]
    8 |     barred: amount > cap + money("5 GBP") and donor.foreign_share > max_share
      |                      ^^^^^^^^^^^^^^^^^^^^
[2]

# Conditions that are never or always true, by the types, the words of the vocabulary, the limits and the dates.

$ ./with 's/barred: to_party and/barred: to_party and recipient.kind == "candidate" and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:13: error: "recipient.kind == "party" and recipient.kind == "candidate"" is never true [condition-never]
    8 |     barred: to_party and recipient.kind == "candidate" and donor.foreign_share > max_share
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/barred: to_party and/barred: to_party and (recipient.kind == "candidate" or donor.anonymous) and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:27: error: "recipient.kind == "candidate"" is never true [condition-never]
    8 |     barred: to_party and (recipient.kind == "candidate" or donor.anonymous) and donor.foreign_share > max_share
      |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = what stands beside it, or the time that it is asked in, settles it
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/donor.foreign_share > max_share/donor.foreign_share > max_share and donor.foreign_share <= percent("50")/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:13: error: "recipient.kind == "party" and donor.foreign_share > max_share and donor.foreign_share <= 50 %" is never true [condition-never]
    8 |     barred: to_party and donor.foreign_share > max_share and donor.foreign_share <= percent("50")
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/donor.foreign_share > max_share/donor.foreign_share > percent("300")/' zz/rules/gifts.yaml | head -n 6
law/zz/rules/gifts.yaml:8:26: error: "donor.foreign_share > 300 %" is never true [condition-never]
    8 |     barred: to_party and donor.foreign_share > percent("300")
      |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^

$ ./with 's/barred: to_party and/barred: received >= date("1999-01-01") and to_party and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:13: error: "received >= 1999-01-01" is always true [condition-always]
    8 |     barred: received >= date("1999-01-01") and to_party and donor.foreign_share > max_share
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/barred: to_party and/barred: received < date("1999-01-01") and to_party and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:13: error: "received < 1999-01-01" is never true [condition-never]
    8 |     barred: received < date("1999-01-01") and to_party and donor.foreign_share > max_share
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/barred: to_party and/barred: (donor.kind ~= "natural" or donor.kind ~= "company") and to_party and/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:8:14: error: "donor.kind ~= "natural" or donor.kind ~= "company"" is always true [condition-always]
    8 |     barred: (donor.kind ~= "natural" or donor.kind ~= "company") and to_party and donor.foreign_share > max_share
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

$ ./with 's/during(start, "silence")/during(start, "silence", "local")/' zz/rules/ads.yaml | head -n 6
law/zz/rules/ads.yaml:8:24: error: "during(start, "silence", "local")" is never true [condition-never]
    8 |     barred: online and during(start, "silence", "local")
      |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/zz/rules/ads.yaml:2:9: note: in the rule "zz.ad.silence"
    2 | - rule: zz.ad.silence
      |         ^^^^^^^^^^^^^

$ ./with 's/when: returned <= received + days(10)/when: recipient.kind == "candidate"/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:10:14: error: this exception never applies to what the rule finds [exception-never]
   10 |     - {when: recipient.kind == "candidate", provision: zz.parties-1990/9}
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = compare it with the rule's own condition
[2]

$ ./with 's/when: returned <= received + days(10)/when: recipient.kind ~= "candidate"/' zz/rules/gifts.yaml
law/zz/rules/gifts.yaml:10:14: error: this exception always applies: the rule finds nothing [exception-always]
   10 |     - {when: recipient.kind ~= "candidate", provision: zz.parties-1990/9}
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = compare it with the rule's own condition
[2]

# A definition serves rules of many times: it is looked into by itself, and in a rule as a whole.

$ ./with 's/when: recipient.kind == "party"/when: recipient.kind == "party" and (received < date("1995-01-01") or known(ref) or not known(ref))/' zz/definitions.yaml
law/zz/definitions.yaml:6:40: error: "received < 1995-01-01 or known(ref) or not known(ref)" is always true [condition-always]
    6 |   when: recipient.kind == "party" and (received < date("1995-01-01") or known(ref) or not known(ref))
      |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
[2]

$ ./with 's/when: recipient.kind == "party"/when: recipient.kind == "party" or received < date("1995-01-01") and donor.anonymous/' zz/definitions.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)

$ ./with 's/when: recipient.kind == "party"/when: received < date("1995-01-01")/' zz/definitions.yaml
law/zz/rules/gifts.yaml:8:13: error: "received < 1995-01-01" is never true [condition-never]
    8 |     barred: to_party and donor.foreign_share > max_share
      |             ^^^^^^^^
law/zz/rules/gifts.yaml:2:9: note: in the rule "zz.gift.foreign"
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
[2]

# What nothing uses: a limit, a definition.

$ ./with 's/donor.foreign_share > max_share/donor.foreign_share > percent("50")/' zz/rules/gifts.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/parameters.yaml:10:14: warning: no rule uses the parameter "zz.max_share" [law-unused-parameter]
   10 | - parameter: zz.max_share
      |              ^^^^^^^^^^^^

$ ./with 's/to_party/recipient.kind == "party"/' zz/rules/gifts.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/definitions.yaml:2:15: warning: no rule uses the definition "zz.to_party" [law-unused-definition]
    2 | - definition: zz.to_party
      |               ^^^^^^^^^^^

# Outcomes and days without a test.

$ ./with '/name: more is not/,+2d' zz/rules/gifts.yaml; ./with '/name: the day before the law/,+2d' zz/rules/ads.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 27 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 27 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/rules/ads.yaml:2:9: warning: rule "zz.ad.silence" has no test on the day before its first, 2003-12-31 [rule-untested]
    2 | - rule: zz.ad.silence
      |         ^^^^^^^^^^^^^
      = add one under "tests:"

$ ./with 's/expect: exempt/expect: clear/; s/expect: {undetermined: .returned.}/expect: clear/' zz/rules/gifts.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/rules/gifts.yaml:2:9: warning: rule "zz.gift.foreign" has no test that expects "exempt" [rule-untested]
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
      = add one under "tests:"

$ ./with '/name: nobody said/,+2d' zz/rules/ads.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 26 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/rules/ads.yaml:2:9: warning: rule "zz.ad.silence" has no test that expects "undetermined" [rule-untested]
    2 | - rule: zz.ad.silence
      |         ^^^^^^^^^^^^^
      = add one under "tests:"

# Titles and summaries in each language of the country.

$ ./with 's/, fr: Amendes//; s/, fr: Amende du double de la valeur.//' zz/instruments.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 2 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/instruments.yaml:34:18: warning: "zz.parties-1990/9" has no title in "fr" [law-untranslated]
   34 |     - provision: "9"
      |                  ^^^
law/zz/instruments.yaml:34:18: warning: "zz.parties-1990/9" has no summary in "fr" [law-untranslated]
   34 |     - provision: "9"
      |                  ^^^

$ ./with 's/, fr: Maximum annuel//' zz/parameters.yaml; ./with 's/, fr: Scrutin de 2005//' zz/elections.yaml; ./with 's/, fr: Un don à un parti//' zz/definitions.yaml; ./with 's/, fr: Publicité le jour du vote//' zz/rules/ads.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/parameters.yaml:2:14: warning: "zz.cap" has no title in "fr" [law-untranslated]
    2 | - parameter: zz.cap
      |              ^^^^^^
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/elections.yaml:2:13: warning: "zz.vote-2005" has no title in "fr" [law-untranslated]
    2 | - election: zz.vote-2005
      |             ^^^^^^^^^^^^
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/definitions.yaml:2:15: warning: "zz.to_party" has no title in "fr" [law-untranslated]
    2 | - definition: zz.to_party
      |               ^^^^^^^^^^^
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
law/zz/rules/ads.yaml:2:9: warning: "zz.ad.silence" has no title in "fr" [law-untranslated]
    2 | - rule: zz.ad.silence
      |         ^^^^^^^^^^^^^

# Sources and doubts.

$ ./with 's/source: invented, confidence: high}$/source: "", confidence: high}/' zz/parameters.yaml
law/zz/parameters.yaml:14:33: error: "zz.max_share" has no source [law-no-source]
   14 |     - {from: 2000-01-01, value: 50 %, provision: zz.parties-1990/4.1, source: "", confidence: high}
      |                                 ^^^^
      = name where it was read
[2]

$ ./with 's/source: invented/source: " "/' zz/elections.yaml
law/zz/elections.yaml:2:13: error: "zz.vote-2005" has no source [law-no-source]
    2 | - election: zz.vote-2005
      |             ^^^^^^^^^^^^
      = name where it was read
[2]

$ ./with '/doubt:/d' zz/instruments.yaml
law/zz/instruments.yaml:25:18: error: "zz.parties-1990/5.2" is not certain, but has no doubt [law-no-doubt]
   25 |     - provision: "5.2"
      |                  ^^^^^
      = say what is not settled: "doubt: ..."
[2]

$ ./with 's/confidence: high/confidence: medium/' zz/elections.yaml
law/zz/elections.yaml:2:13: error: "zz.vote-2005" is not certain, but has no doubt [law-no-doubt]
    2 | - election: zz.vote-2005
      |             ^^^^^^^^^^^^
      = say what is not settled: "doubt: ..."
[2]

# A violation that rests on what is of low confidence.

$ ./with 's/value: 50 %, provision: zz.parties-1990.4.1, source: invented, confidence: high/value: 50 %, source: invented, confidence: low, doubt: d/' zz/parameters.yaml
law/zz/rules/gifts.yaml:2:9: error: a violation rests on "zz.max_share", of low confidence [rule-on-low]
    2 | - rule: zz.gift.foreign
      |         ^^^^^^^^^^^^^^^
      = make it an indicator, or say in the rule's own "doubt:" why it stands
[2]

$ ./with 's/  severity: violation/  severity: violation\n  doubt: the share is doubtful/; s/foreign_share: 50.1/foreign_share: 50.1/' zz/rules/gifts.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)

# Only the law that is asked for is read: a mistake in one country is none in another's.

$ ./with 's/severity: indicator/severity: indicater/' yy/rules/gifts.yaml | head -n 1; scrutineer law lint -j zz --lawbase law; scrutineer law lint -j yy --lawbase law 2>&1 | head -n 1
law/yy/rules/gifts.yaml:9:13: error: expected a severity: violation or indicator [law-severity]
1 jurisdictions, 1 instruments, 5 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 3 rules with 24 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)
law/yy/rules/gifts.yaml:9:13: error: expected a severity: violation or indicator [law-severity]

# Law that was enacted and has not commenced, or is a bill, is in force on no day. A rule that rests on it finds nothing, and
# lint, the tests and `law show` say so. What applies today may not rest on it.

$ ./with 's/        - from: 2004-01-01/        - status: enacted/' zz/instruments.yaml
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: 1 warnings
1 provisions are there to be read, no rule rests on them (--notes)
1 provisions are enacted or bills, and not in force
law/zz/rules/ads.yaml:2:9: warning: the rule finds nothing: "zz.parties-1990/14" is enacted, not in force [law-not-commenced]
    2 | - rule: zz.ad.silence
      |         ^^^^^^^^^^^^^
      = it will, when the provision is in-force from a day

$ scrutineer law test zz.ad.silence --lawbase law 2>law/said | sed -n '/FAILED/p'; sed -n 1p law/said
FAILED indicator    zz.ad.silence: on voting day
FAILED undetermined zz.ad.silence: nobody said when
FAILED undetermined zz.ad.silence: nobody said whether online
law/zz/rules/ads.yaml:14:15: error: test "on voting day": the outcome is clear [test-failed]

$ scrutineer law show zz.ad.silence --lawbase law | sed -n '/in force/p'
  in force    never: zz.parties-1990/14 is enacted, not in force
  in force    enacted, not in force

$ scrutineer law show zz.parties-1990/14 --on 2024-01-01 --lawbase law
zz.parties-1990/14  Silence
  citation    Section 14, Parties Act (Act No 7 of 1 March 1990)
~
  in force    enacted, not in force
  says        No advertising on voting day.
  source      invented
  confidence  high
~
  not in force on that day

$ scrutineer explain zz.ad.silence --lawbase law | sed -n '/in force/p'
  zz.ad.silence, an indicator (never an accusation), in force never
    enacted, not in force: No advertising on voting day. [high]

$ ./with 's/        - from: 2004-01-01/        - status: bill\n          from: 2004-01-01/' zz/instruments.yaml | sed -n 1,4p
law/zz/instruments.yaml:54:17: error: it is a bill, not in force: it has no days [law-status]
   54 |           from: 2004-01-01
      |                 ^^^^^^^^^^
      = once it commences it is in-force, from that day

$ ./with '/citation: Section 9/,$s/- from: 1990-03-01/- status: enacted/' zz/instruments.yaml | sed -n '1,/zz.parties-1990.9/p'
law/zz/rules/gifts.yaml:13:15: error: "zz.parties-1990/9" is enacted, not in force [law-not-commenced]
   13 |   sanctions: [zz.parties-1990/9]

$ ./with '/citation: Section 5/,/citation: Section 9/s/- from: 1990-03-01/- status: in force/' zz/instruments.yaml | sed -n 1,4p
law/zz/instruments.yaml:29:19: error: expected a status: in-force, enacted or bill [law-status]
   29 |         - status: in force
      |                   ^^^^^^^^

# Schemes, by which bills are probed: what each names is held against the vocabulary. `./scheme SED` lints the shipped ones
# with one change.

$ printf '%s\n' '#!/bin/sh' './with "" zz/rules/gifts.yaml >all' 'sed "$1" "$SRC/lawbase/schemes.yaml" > law/schemes.yaml' 'scrutineer law lint --lawbase law 2>&1 | sed "s/^ *[0-9]* |.*//; /^ *|/d; /^$/d"' > scheme; chmod +x scheme
$ ./scheme '' | tail -n 2
2 jurisdictions, 2 instruments, 6 provisions, 2 parameters in 3 versions, 1 definitions, 1 elections, 4 rules with 28 tests, 0 formats: clean
1 provisions are there to be read, no rule rests on them (--notes)
$ ./scheme 's/becomes: loan/becomes: lone/'
law/schemes.yaml:67:12: error: there is no record type "lone" [scheme-unknown]
      = did you mean "loan"?
$ ./scheme '/becomes: loan/d'
law/schemes.yaml:67:10: error: "becomes" and "moves" stand together [law-missing-key]
      = becomes: TYPE, and moves: {FIELD: FIELD OF THAT TYPE}
$ ./scheme '/moves:/d'
law/schemes.yaml:67:12: error: "becomes" and "moves" stand together [law-missing-key]
      = becomes: TYPE, and moves: {FIELD: FIELD OF THAT TYPE}
$ ./scheme 's/donor: lender/donr: lender/'
law/schemes.yaml:68:11: error: a record "donation" has no field "donr" [scheme-unknown]
$ ./scheme 's/donor: lender/donor: lendr/'
law/schemes.yaml:68:18: error: a record "loan" has no actor "lendr" [scheme-unknown]
$ ./scheme 's/received: entered/received: enterd/'
law/schemes.yaml:68:57: error: a record "loan" has no field "enterd" [scheme-unknown]
      = did you mean "entered"?
$ ./scheme 's/received: entered/received: due/'
law/schemes.yaml:68:57: error: "received" is date, "due" is text [scheme-value]
$ ./scheme 's/sets: {form: loan}/sets: {form: lone}/'
law/schemes.yaml:69:16: error: "lone" cannot be the value of "form" (code) [scheme-value]
$ ./scheme 's/sets: {form: loan}/sets: {donor.kind: natural}/'
law/schemes.yaml:69:10: error: a record "loan" has no field "donor.kind" [scheme-unknown]
$ ./scheme 's/half of amount/half of amont/'
law/schemes.yaml:42:18: error: a record "donation" has no field "amont" [scheme-unknown]
      = did you mean "amount"?
law/schemes.yaml:51:18: error: a record "donation" has no field "amont" [scheme-unknown]
      = did you mean "amount"?
$ ./scheme 's/recipient.id, recipient.name, ref/recipient.idd, recipient.name, ref/'
law/schemes.yaml:53:11: error: a record "donation" has no field "recipient.idd" [scheme-unknown]
      = did you mean "recipient.id"?
$ ./scheme 's/citizenship: home/citizenship: nowhere/'
law/schemes.yaml:34:50: error: "nowhere" cannot be the value of "donor.citizenship" (countries) [scheme-value]
$ ./scheme '/sets: {recipient.kind: campaigner}/d'
law/schemes.yaml:55:3: error: the scheme changes nothing [law-missing-key]
      = write `sets:` or `becomes:`
