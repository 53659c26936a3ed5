# The plugin developer's kit. All law and data here are invented.

# A new plugin runs and passes at once.

$ scrutineer plugin new late-loan
late-loan/plugins/late-loan.lua
late-loan/lawbase/zz/rules/late-loan.yaml
late-loan/lawbase/zz/jurisdiction.yaml
late-loan/lawbase/zz/instruments.yaml
late-loan/lawbase/zz/parameters.yaml
~
next: scrutineer plugin test late-loan/
$ scrutineer plugin test late-loan
ok     zz.late-loan: a cent above the limit
ok     zz.late-loan: the limit itself is allowed
ok     zz.late-loan: a candidate may be given more
ok     zz.late-loan: the day before the law
ok     zz.late-loan: nobody said who was given it
ok     zz.late-loan: nobody said how much
6 passed, 0 failed
lines of Lua: 5 of 5 (100.0 %)
2 atomic conditions, 6 of 6 truths seen: 100.0 %
$ PATH=$BUILD scrutineer plugin lint late-loan
1 plugins, 0 things to mend
luacheck is not installed (Debian: lua-check): only our own checks were made
$ scrutineer plugin new late-loan
! late-loan: error: is there already [plugin-exists]
!       = choose another name, or another folder to work in
[2]
$ scrutineer plugin new ../Loan
! error: "../Loan" is no name for a plugin [usage]
!       = small letters, digits and hyphens, like late-loan
[2]

# Its tests for other programs.

$ sed -i 's/excess: 0.01 EUR/excess: 0.02 EUR/' late-loan/lawbase/zz/rules/late-loan.yaml
$ scrutineer plugin test late-loan/ --format tap
TAP version 13
1..6
not ok 1 - zz.late-loan: a cent above the limit
\# fact "excess" is 0.01 EUR
ok 2 - zz.late-loan: the limit itself is allowed
ok 3 - zz.late-loan: a candidate may be given more
ok 4 - zz.late-loan: the day before the law
ok 5 - zz.late-loan: nobody said who was given it
ok 6 - zz.late-loan: nobody said how much
\# lines of Lua: 5 of 5; truths of conditions: 6 of 6
! late-loan/lawbase/zz/rules/late-loan.yaml:18:23: error: fact "excess" is 0.01 EUR [test-failed]
!    18 |       facts: {excess: 0.02 EUR, limit: 1000.00 EUR}
!       |                       ^^^^^^^^
[2]
$ scrutineer plugin test late-loan/ --format junit > junit.xml; grep -c '<testcase' junit.xml; grep failure junit.xml
6
<testsuite name="scrutineer plugin test" tests="6" failures="1" errors="0">
<failure message="fact &quot;excess&quot; is 0.01 EUR">fact &quot;excess&quot; is 0.01 EUR</failure>
! late-loan/lawbase/zz/rules/late-loan.yaml:18:23: error: fact "excess" is 0.01 EUR [test-failed]
!    18 |       facts: {excess: 0.02 EUR, limit: 1000.00 EUR}
!       |                       ^^^^^^^^
$ sed -i 's/because: the donation is/because: a donation is/; s/0.02 EUR/0.01 EUR/; s/gift_limit: yes/gift_limit: no/' late-loan/lawbase/zz/rules/late-loan.yaml
$ scrutineer plugin test late-loan/ | head -n 1
FAILED zz.late-loan: a cent above the limit
! late-loan/lawbase/zz/rules/late-loan.yaml:19:16: error: because is "the donation is above the limit" [test-failed]
!    19 |       because: a donation is above the limit
!       |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# What no test reaches.

$ sed -i 's/^  return law.finding {/  if record.memo then\n    return law.indicator { amount = record.amount }\n  end\n&/' late-loan/plugins/late-loan.lua; scrutineer plugin test late-loan 2>/dev/null | tail -n 3
lines of Lua: 6 of 7 (85.7 %)
  late-loan.lua: no test reaches line 10
2 atomic conditions, 6 of 6 truths seen: 100.0 %

# A page about one plugin.

$ scrutineer plugin doc late-loan --add late-loan
late-loan
  A donation above a limit. This sentence and the lines behind it are the plugin's description:
  `scrutineer plugin doc late-loan` shows them. Say which sort of statute uses it; name no
  country.
  About single records of type "donation": Money or another benefit given to a party, a
  candidate, an office holder or their fund.
~
Parameters
  counts: condition
      which donations the limit is for (default: "true")
  limit: money
      the most that may be given at once
~
What is looked at
  where
      counts and amount > limit
~
Law that uses it
  zz.late-loan
      A party was given more than the limit at once — Section 1, Invented Act on Parties
$ scrutineer plugin doc late-loan --add late-loan --format markdown | tail -n 16
A donation above a limit. This sentence and the lines behind it are the plugin's description: \`scrutineer plugin doc late-loan\` shows them. Say which sort of statute uses it; name no country.
~
About single records of type "donation": Money or another benefit given to a party, a candidate, an office holder or their fund.
~
\## Parameters
~
* `counts: condition`: which donations the limit is for (default: "true")
* `limit: money`: the most that may be given at once
~
\## What is looked at
~
* `where`: counts and amount \> limit
~
\## Law that uses it
~
* `zz.late-loan`: A party was given more than the limit at once — Section 1, Invented Act on Parties
$ scrutineer plugin doc late-loan --add late-loan --format html | tail -n 16
<dt>counts: condition</dt>
<dd>which donations the limit is for (default: &quot;true&quot;)</dd>
<dt>limit: money</dt>
<dd>the most that may be given at once</dd>
</dl>
<h2>What is looked at</h2>
<dl>
<dt>where</dt>
<dd>counts and amount &gt; limit</dd>
</dl>
<h2>Law that uses it</h2>
<dl>
<dt>zz.late-loan</dt>
<dd>A party was given more than the limit at once — Section 1, Invented Act on Parties</dd>
</dl>
</html>

# What is wrong or unwise.

$ cp "$SRC/tests/data/kit/wrong.lua" late-loan/plugins/late-loan.lua
$ PATH=$BUILD scrutineer plugin lint late-loan
1 plugins, 13 things to mend
luacheck is not installed (Debian: lua-check): only our own checks were made
! late-loan/plugins/late-loan.lua:5:3: warning: "seen" outlives the call: findings would depend on the order of the records [plugin-state]
!     5 |   seen = seen + 1
!       |   ^^^^
!       = make it local to the function
! late-loan/plugins/late-loan.lua:6:3: warning: "total" is a global: it outlives the call [plugin-global]
!     6 |   total = record.amont
!       |   ^^^^^
!       = write "local" in front of it
! late-loan/plugins/late-loan.lua:6:11: warning: a "donation" has no field "amont" [plugin-unknown-field]
!     6 |   total = record.amont
!       |           ^^^^^^^^^^^^
!       = did you mean "amount"?
! late-loan/plugins/late-loan.lua:7:6: warning: a plugin has no "os" [plugin-absent]
!     7 |   if os.time() > 0 and string.find(record.donor.nam, "x") and law.limt then
!       |      ^^^^^^^
!       = the same filing gives the same findings on any day and machine
! late-loan/plugins/late-loan.lua:7:24: warning: a plugin has no "string.find" [plugin-absent]
!     7 |   if os.time() > 0 and string.find(record.donor.nam, "x") and law.limt then
!       |                        ^^^^^^^^^^^
!       = it runs where no limit counts; use text.matches
! late-loan/plugins/late-loan.lua:7:36: warning: a "donation" has no field "donor.nam" [plugin-unknown-field]
!     7 |   if os.time() > 0 and string.find(record.donor.nam, "x") and law.limt then
!       |                                    ^^^^^^^^^^^^^^^^
!       = did you mean "donor.name"?
! late-loan/plugins/late-loan.lua:7:63: warning: "limt" is no parameter of the manifest [plugin-unknown-parameter]
!     7 |   if os.time() > 0 and string.find(record.donor.nam, "x") and law.limt then
!       |                                                               ^^^^^^^^
!       = did you mean "limit"?
! late-loan/plugins/late-loan.lua:8:12: warning: a finding without facts: nobody can check it [plugin-no-facts]
!     8 |     return law.violation {}
!       |            ^^^^^^^^^^^^^
!       = name what was seen: law.finding { amount = record.amount }
! late-loan/plugins/late-loan.lua:10:3: warning: there is no "undefined" [plugin-unknown-name]
!    10 |   undefined()
!       |   ^^^^^^^^^
!       = `scrutineer plugin api` lists what there is
! late-loan/plugins/late-loan.lua:11:10: warning: a finding without facts: nobody can check it [plugin-no-facts]
!    11 |   return law.finding { because = "x" }
!       |          ^^^^^^^^^^^
!       = name what was seen: law.finding { amount = record.amount }
! late-loan/plugins/late-loan.lua:1:1: warning: nothing uses the parameter "counts" [plugin-unused-parameter]
!     1 | -- SPDX-License-Identifier: Apache-2.0
!       | ^
!       = use it, or take it out
! late-loan/plugins/late-loan.lua:1:1: warning: nothing uses the parameter "limit" [plugin-unused-parameter]
!     1 | -- SPDX-License-Identifier: Apache-2.0
!       | ^
!       = use it, or take it out
! late-loan/plugins/late-loan.lua:1:1: warning: no `where`: check() is called for every record [plugin-no-where]
!     1 | -- SPDX-License-Identifier: Apache-2.0
!       | ^
!       = where = "CONDITION" picks the candidates without calling Lua
[2]
$ sed -i 's/api = 1/api = 2/' late-loan/plugins/late-loan.lua; PATH=$BUILD scrutineer plugin lint late-loan
1 plugins, 1 things to mend
luacheck is not installed (Debian: lua-check): only our own checks were made
! late-loan/plugins/late-loan.lua:1:1: error: manifest: api 2 is not known to this program, which knows api 1 [plugin-manifest]
!     1 | -- SPDX-License-Identifier: Apache-2.0
!       | ^
[2]

# The standard ones are clean.

$ PATH=$BUILD scrutineer plugin lint | cut -d , -f 2
 0 things to mend
luacheck is not installed (Debian: lua-check): only our own checks were made
$ scrutineer plugin list | head -n 3
account-in-wrong-bank           1 rules  A campaign account kept at another bank than the law names
account-opened-late             1 rules  A campaign account was not opened in time
accreditation-incomplete        3 rules  An application to observe lacks what the law asks for
$ scrutineer plugin doc contribution-cup
! error: there is no plugin "contribution-cup" [plugin-unknown]
!       = did you mean "contribution-cap"?
[2]
$ scrutineer plugin
! scrutineer: plugin: expected one of list, doc, api, new, lint, test, profile, pack, verify, install
[2]
$ scrutineer plugin test --help
usage: scrutineer plugin test [DIR/ | NAME...] [--format tap] [--watch]
~
Tells each test, the lines of Lua that none reaches, and the conditions that none has seen
true, false or unknown. Tests stand under `tests:` of rules (lawbase/README.md).
~
      --format text|tap|junit
                           tap and junit are for what runs tests on servers
      --watch              again whenever the law base or a plugin changes; Ctrl-C ends
~
also, as `scrutineer plugin --help` tells: --jurisdiction, --lang, --lawbase, --plugins,
--add, --plugin-memory, --plugin-instructions, --colour, --help
~
exit status: 0 in order, 2 not

# Shared with others: tests/bundle.py has all that is refused.

$ scrutineer key new me; scrutineer plugin new late-gift | tail -n 1; scrutineer plugin pack late-gift/
me.key: keep it secret
me.pub: give it to those who verify
next: scrutineer plugin test late-gift/
! scrutineer: plugin pack needs DIR/, --key NAME.key and --release VERSION
[2]
$ scrutineer plugin pack late-gift/ --key me.key --release 1.0 | sed 's/[0-9a-f]\{64\}/KEY/'
late-gift.scrutineer-plugin: late-gift 1.0, 5 files, signed by KEY
$ export SCRUTINEER_INSTALLED="$PWD/installed"; scrutineer plugin install late-gift.scrutineer-plugin 2>&1 | sed "s/[0-9a-f]\{64\}/KEY/; s,$PWD/,,"
late-gift.scrutineer-plugin: error: was signed by KEY, whom you do not know [bundle-signer]
      = get the public key from who made it, by another way than the file, and say --key NAME.pub,
      = or put it into installed/signers
$ SCRUTINEER_INSTALLED=$PWD/installed scrutineer plugin install late-gift.scrutineer-plugin --key me.pub | sed "s/[0-9a-f]\{64\}/KEY/; s,$PWD/,,"
late-gift 1.0, api 1, 5 files, signed by KEY (me.pub)
installed in installed/late-gift
$ scrutineer plugin install --help
usage: scrutineer plugin install FILE [--key NAME.pub]
~
Verifies FILE as `plugin verify` does and unpacks it, whole or not at all, into the folder
SCRUTINEER_INSTALLED, by default ~/.local/share/scrutineer/installed. `--add NAME` then
finds it, in `check` and all other commands. What is there already is not replaced.
~
      --key NAME.pub       the signer's public key; without it one of those in the folder
                           signers/ beside what is installed
~
also, as `scrutineer plugin --help` tells: --jurisdiction, --lang, --lawbase, --plugins,
--add, --plugin-memory, --plugin-instructions, --colour, --help
~
exit status: 0 in order, 2 not
