# Each kind of mistake in a law base is shown where it stands.

$ cp -r "$SRC/lawbase" law && chmod -R u+w law

# An unknown key.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^  plugin: contribution-cap/  plugn: contribution-cap/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:1041:3: error: unknown key "plugn" in a rule [law-unknown-key]
 1041 |   plugn: contribution-cap
      |   ^^^^^
      = did you mean "plugin"?
law/am/rules/party-donations.yaml:1035:3: error: a rule needs the key "plugin" [law-missing-key]
 1035 | - rule: am.donation.cap
      |   ^^^^
law/am/rules/party-donations.yaml:1179:3: error: unknown key "plugn" in a rule [law-unknown-key]

# A value that is no day.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/from: 2017-04-01, to: 2021-01-19/from: 2017-04-31, to: 2021-01-19/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:8:20: error: "2017-04-31" is not a day of the calendar [law-date]
    8 |   in_force: {from: 2017-04-31, to: 2021-01-19}
      |                    ^^^^^^^^^^
      = write it like 2021-01-31
law/am/rules/party-donations.yaml:165:20: error: "2017-04-31" is not a day of the calendar [law-date]
  165 |   in_force: {from: 2017-04-31, to: 2021-01-19}
      |                    ^^^^^^^^^^
      = write it like 2021-01-31

# A period that ends before it begins.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/in_force: {from: 2017-04-01, to: 2021-01-19}/in_force: {from: 2021-04-01, to: 2021-01-19}/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:8:36: error: ends before it begins [law-empty-period]
    8 |   in_force: {from: 2021-04-01, to: 2021-01-19}
      |                                    ^^^^^^^^^^
      = "to" is the first day on which it is no longer in force
law/am/rules/party-donations.yaml:165:36: error: ends before it begins [law-empty-period]
  165 |   in_force: {from: 2021-04-01, to: 2021-01-19}
      |                                    ^^^^^^^^^^
      = "to" is the first day on which it is no longer in force

# An unknown name.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '310s/> max_foreign_share/> max_foreign_shar/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:310:124: error: unknown name "max_foreign_shar" [condition-unknown-name]
      = did you mean "max_foreign_share"?

# Types that do not fit.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '310s/> max_foreign_share/> donation_cap/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:310:54: error: cannot compare share with money [condition-type]
  310 |     barred: to_party and donor.kind == "company" and first_known(donor.foreign_share, direct_foreign_share(donor, "AM"))...
      |                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# A code that the vocabulary does not have.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '310s/donor.kind == "company"/donor.kind == "compny"/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:310:40: error: "donor.kind" has no code "compny" [condition-unknown-code]
  310 |     barred: to_party and donor.kind == "compny" and first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) ...
      |                                        ^^^^^^^^
      = did you mean "company"?

# A condition that ends too early.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '310s/> max_foreign_share/>/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:310:123: error: the condition ends too early [condition-syntax]

# A single = sign.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '310s/donor.kind == "company"/donor.kind = "company"/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:310:37: error: this character has no meaning in a condition [condition-syntax]
  310 |     barred: to_party and donor.kind = "company" and first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) ...
      |                                     ^
      = write == to compare

# A citation of nothing.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/provisions: .am.parties-2016.24.4.4.$/provisions: [am.parties-2016\/24.4.9]/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:306:16: error: no provision "am.parties-2016/24.4.9" [law-dangling-citation]
  306 |   provisions: [am.parties-2016/24.4.9]
      |                ^^^^^^^^^^^^^^^^^^^^^^
      = did you mean "am.parties-2016/24.4.1"?
law/am/rules/party-donations.yaml:549:16: error: no provision "am.parties-2016/24.4.9" [law-dangling-citation]
  549 |   provisions: [am.parties-2016/24.4.9]
      |                ^^^^^^^^^^^^^^^^^^^^^^
      = did you mean "am.parties-2016/24.4.1"?

# A plugin that is not there.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^  plugin: deadline/  plugin: dedline/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:1350:11: error: there is no plugin "dedline" [rule-unknown-plugin]
 1350 |   plugin: dedline
      |           ^^^^^^^
      = did you mean "deadline"?
BUILD/plugins/dedline.lua: error: cannot be read: No such file or directory [plugin-unreadable]
law/am/rules/party-donations.yaml:1350:11: note: rule "am.donation.returned-late" needs this plugin; it cannot run
 1350 |   plugin: dedline
      |           ^^^^^^^

# A parameter that the plugin does not have.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^    within: return_term/    withn: return_term/' law/am/rules/party-donations.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:89:5: error: unknown key "withn" in a consequence [law-unknown-key]
   89 |     withn: return_term
      |     ^^^^^
      = did you mean "within"?
law/am/rules/party-donations.yaml:236:5: error: unknown key "withn" in a consequence [law-unknown-key]
  236 |     withn: return_term
      |     ^^^^^
      = did you mean "within"?

# A value without its unit.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/value: 14 days/value: 14/' law/am/parameters.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/parameters.yaml:57:14: error: expected a time span, like 14 days or 3 months, found "14" [law-value]
   57 |       value: 14
      |              ^^

# Versions that overlap.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/to: 2021-01-19/to: 2021-02-19/' law/am/parameters.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/parameters.yaml:45:14: error: this version begins before the one in front of it ends [law-overlap]
   45 |       value: 2500 x am.minimum_salary_unit
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = "to" is the first day of the next version
law/am/parameters.yaml:39:14: note: the one in front
   39 |       value: 10000 x am.minimum_salary_unit
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
law/am/parameters.yaml:620:14: error: this version begins before the one in front of it ends [law-overlap]

# A limit with a gap while its rule is in force.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/from: 2017-04-01/from: 2018-04-01/' law/am/parameters.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/party-donations.yaml:1263:9: error: "am.donation.cap-old" is in force on 2017-04-01, but "am.donation_cap" has no value then [law-gap]
 1263 | - rule: am.donation.cap-old
      |         ^^^^^^^^^^^^^^^^^^^
      = give it a version, or end the rule
law/am/parameters.yaml:32:14: note: the parameter
   32 | - parameter: am.donation_cap
      |              ^^^^^^^^^^^^^^^
law/am/rules/party-donations.yaml:302:9: error: "am.donation.foreign-share" is in force on 2017-04-01, but "am.max_foreign_share" has no value then [law-gap]

# A value that is not certain, and has no doubt.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i '/doubt: two weeks are certain/d' law/am/parameters.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/parameters.yaml:57:14: error: "am.return_term" is not certain, but has no doubt [law-no-doubt]
   57 |       value: 14 days
      |              ^^^^^^^
      = say what is not settled: "doubt: ..."

# A key that stands twice.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^  severity: indicator/  severity: violation\n  severity: indicator/' law/am/rules/media.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/media.yaml:15:3: error: key "severity" stands here twice [yaml-duplicate-key]
   15 |   severity: indicator
      |   ^^^^^^^^
      = keep one of them
law/am/rules/media.yaml:14:3: note: first here
   14 |   severity: violation
      |   ^^^^^^^^
law/standards/idea.yaml:1189:17: error: no rule "am.ad.online-silence" [law-dangling-citation]

# A file that is not YAML.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^  with:/  with: [/' law/am/rules/media.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/media.yaml:12:9: error: while parsing a flow sequence [yaml-syntax]
   12 |   with: [
      |         ^
law/am/rules/media.yaml:13:44: note: did not find expected ',' or ']'
   13 |     barred: includes(target_countries, "AM") and online and during(start, "silence", "national")
      |                                            ^
law/standards/idea.yaml:1189:17: error: no rule "am.ad.online-silence" [law-dangling-citation]
 1189 |         rules: [am.ad.online-silence, am.ad.online-silence-local]

# An anchor.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/^  plugin: ad-barred-time/  plugin: \&x ad-barred-time/' law/am/rules/media.yaml; scrutineer law lint -j am --lawbase law 2>err; head -n 8 err
law/am/rules/media.yaml:11:11: error: anchors (&name) are not used in a law base [yaml-refused]
   11 |   plugin: &x ad-barred-time
      |           ^^^^^^^^^^^^^^^^^
      = remove the anchor
law/standards/idea.yaml:1189:17: error: no rule "am.ad.online-silence" [law-dangling-citation]
 1189 |         rules: [am.ad.online-silence, am.ad.online-silence-local]
      |                 ^^^^^^^^^^^^^^^^^^^^
law/standards/idea.yaml:1189:39: error: no rule "am.ad.online-silence-local" [law-dangling-citation]

# A test of a rule that fails says what came out.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/value: 30 %/value: 31 %/' law/am/parameters.yaml; scrutineer law test -j am --lawbase law | sed 's/^[0-9]* passed/N passed/'
N passed, 22 failed
! law/am/rules/party-donations.yaml:336:15: error: test "one tenth above it is not": the outcome is clear [test-failed]
!   336 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:381:15: error: test "amendment: T-02, 30.1 % in 2019": the outcome is clear [test-failed]
!   381 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:391:15: error: test "the least bit above the limit": the outcome is clear [test-failed]
!   391 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:396:15: error: test "one participant alone is over the limit": the outcome is exempt [test-failed]
!   396 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:411:15: error: test "nobody said what the recipient is": the outcome is clear [test-failed]
!   411 |       expect: {undetermined: [recipient.kind]}
!       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
! law/am/rules/party-donations.yaml:416:15: error: test "nobody said what the payer is": the outcome is clear [test-failed]
!   416 |       expect: {undetermined: [donor.kind]}
!       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
! law/am/rules/party-donations.yaml:436:15: error: test "amendment: T-02, 30.1 % one day before": the outcome is clear [test-failed]
!   436 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:460:15: error: test "a register tells what the filing does not say: one foreign participant over the limit": the outcome is clear [test-failed]
!   460 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:534:15: error: test "the filing says that it is over the limit": the outcome is clear [test-failed]
!   534 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/party-donations.yaml:654:15: error: test "the filing says that participants from abroad are over the limit: another rule": the outcome is indicator [test-failed]
!   654 |       expect: clear
!       |               ^^^^^
! law/am/rules/party-donations-before-2021.yaml:495:15: error: test "the least bit above it together": the outcome is clear [test-failed]
!   495 |       expect: indicator
!       |               ^^^^^^^^^
! law/am/rules/party-donations-before-2021.yaml:505:15: error: test "one of them is over the limit, which is another rule's matter": the outcome is indicator [test-failed]
!   505 |       expect: clear
!       |               ^^^^^
! law/am/rules/campaign-funds-1999.yaml:132:15: error: test "above 30 %": the outcome is clear [test-failed]
!   132 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:147:15: error: test "the least bit above it in 2003": the outcome is clear [test-failed]
!   147 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:152:15: error: test "the last day on which this point could be read": the outcome is clear [test-failed]
!   152 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:157:15: error: test "the first day since which it could not": the outcome is clear [test-failed]
!   157 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:162:15: error: test "the least bit above it": the outcome is clear [test-failed]
!   162 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:183:15: error: test "the first day": the outcome is clear [test-failed]
!   183 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:193:15: error: test "the last day": the outcome is clear [test-failed]
!   193 |       expect: violation
!       |               ^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:203:15: error: test "nobody said what the recipient is": the outcome is clear [test-failed]
!   203 |       expect: {undetermined: [recipient.kind]}
!       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
! law/am/rules/campaign-funds-1999.yaml:213:15: error: test "nobody said what the payer is": the outcome is clear [test-failed]
!   213 |       expect: {undetermined: [donor.kind]}
!       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
! law/am/rules/loans.yaml:41:15: error: test "above the limit": the outcome is clear [test-failed]
!    41 |       expect: violation
!       |               ^^^^^^^^^

# A law base that is not there.

$ scrutineer law lint --lawbase nowhere
! nowhere/vocabulary.yaml: error: cannot be read: No such file or directory [law-unreadable]
[2]

# A wrong format costs the check, and is shown.

$ cp -r "$SRC/lawbase/." law/; chmod -R u+w law; sed -i 's/  donor.kind: donor_kind/  donor.knd: donor_kind/' law/formats/am.donations.yaml; scrutineer check -j am --lawbase law "$SRC/examples/am/donations.csv"
! law/formats/am.donations.yaml:26:3: error: a "donation" has no field "donor.knd" [format-unknown-field]
!    26 |   donor.knd: donor_kind
!       |   ^^^^^^^^^
!       = did you mean "donor.kind"?
[2]

# With one jurisdiction only its law and the plugins that it uses are loaded: what is wrong elsewhere is not met.

$ rm -rf law; cp -r "$SRC/lawbase" law; chmod -R u+w law; echo '[' >law/gb/rules/donors.yaml; rm -r law/us; mkdir plugins; cp "$SRC"/plugins/*.lua plugins; chmod u+w plugins/*; echo 'return {' >plugins/unregistered-agent.lua; scrutineer check -j am --lawbase law --plugins plugins --fail-on never "$SRC/examples/am/donations.csv" | grep 'records,'
SRC/examples/am/donations.csv (am.donations): 22 records, 0 unreadable  AMD 25850000.00

$ scrutineer check --lawbase law --plugins plugins "$SRC/examples/am/donations.csv" 2>&1 | grep error
law/gb/rules/donors.yaml:2:1: error: did not find expected node content while parsing a flow node [yaml-syntax]

# A folder that is there and cannot be read: no law is taken for none.

$ cp -r "$SRC/tests/data/zedland" zed && chmod -R u+w zed && rm -rf zed/zz/rules && ln -s rules zed/zz/rules && cp "$SRC/lawbase/vocabulary.yaml" zed; scrutineer law lint -j zz --lawbase zed 2>&1 | grep 'cannot be read'
zed/zz/rules: error: cannot be read: Too many levels of symbolic links [law-unreadable]
$ scrutineer check -j zz --lawbase zed "$SRC/examples/am/more.ndjson" >/dev/null 2>&1
[2]
