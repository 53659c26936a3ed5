# A plugin that fails, loops or overruns ends in one message and turns off its rule; other rules go on.

$ cp -r "$SRC/plugins" p && chmod -R u+w p

# A syntax error.

$ sed -i 's/^local function check(group, law)/local function check(group law)/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:5:1: error: ')' expected near 'law' [plugin-syntax]
    5 | local function check(group law)
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
BUILD/lawbase/am/rules/party-donations.yaml:1041:11: note: rule "am.donation.cap" needs this plugin; it cannot run
 1041 |   plugin: contribution-cap
      |           ^^^^^^^^^^^^^^^^
BUILD/lawbase/am/rules/party-donations.yaml:1179:11: note: rule "am.donation.cap-all-parties" needs this plugin; it cannot run

# An endless loop.

$ sed -i 's/^  return law.finding {/  while true do end return law.finding {/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:6:3: error: ran more than 10000000 instructions [plugin-budget]
    6 |   while true do end return law.finding {
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = does a loop not end?
BUILD/lawbase/am/rules/party-donations.yaml:1035:9: note: rule "am.donation.cap" failed and is off; other rules went on
 1035 | - rule: am.donation.cap
      |         ^^^^^^^^^^^^^^^

# An endless loop that catches its own end.

$ sed -i 's/^  return law.finding {/  while true do pcall(function() while true do end end) end return law.finding {/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:6:3: error: ran more than 10000000 instructions [plugin-budget]
    6 |   while true do pcall(function() while true do end end) end return law.finding {
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = does a loop not end?
BUILD/lawbase/am/rules/party-donations.yaml:1035:9: note: rule "am.donation.cap" failed and is off; other rules went on
 1035 | - rule: am.donation.cap
      |         ^^^^^^^^^^^^^^^

# A text of 10 GB.

$ sed -i 's/^  return law.finding {/  local s = "x" for i = 1, 40 do s = s .. s end return law.finding {/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:1:1: error: not enough memory [plugin-memory]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
      = a text may have 1 MiB
BUILD/lawbase/am/rules/party-donations.yaml:1035:9: note: rule "am.donation.cap" failed and is off; other rules went on
 1035 | - rule: am.donation.cap
      |         ^^^^^^^^^^^^^^^

# A call of the world outside.

$ sed -i 's/^  return law.finding {/  os.execute("true") return law.finding {/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:6:3: error: attempt to index a nil value (global 'os') [plugin-failed]
    6 |   os.execute("true") return law.finding {
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = stack traceback:
      = 	contribution-cap.lua:6: in function <contribution-cap.lua:5>
      = 	[C]: in ?
BUILD/lawbase/am/rules/party-donations.yaml:1035:9: note: rule "am.donation.cap" failed and is off; other rules went on

# A fact that is not there.

$ sed -i 's/total = group.total,/total = group.totl,/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:8:5: error: a group has no field "totl" [plugin-failed]
    8 |     total = group.totl,
      |     ^^^^^^^^^^^^^^^^^^^
      = stack traceback:
      = 	[C]: in metamethod 'index'
      = 	contribution-cap.lua:8: in function <contribution-cap.lua:5>
      = 	[C]: in ?

# An error without a message.

$ sed -i 's/^  return law.finding {/  error({}) return law.finding {/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:1:1: error: error without a message [plugin-failed]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
      = stack traceback:
      = 	[C]: in global 'error'
      = 	contribution-cap.lua:6: in function <contribution-cap.lua:5>
      = 	[C]: in ?

# A result that is none.

$ sed -i 's/^  return law.finding {/  return { /' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:1:1: error: check() must return law.violation{...}, law.indicator{...}, law.finding{...}, law.undetermined{...}, law.clear() or nothing [plugin-failed]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
      = stack traceback:
      = 	[C]: in ?
BUILD/lawbase/am/rules/party-donations.yaml:1035:9: note: rule "am.donation.cap" failed and is off; other rules went on
 1035 | - rule: am.donation.cap

# An unknown key in the manifest.

$ sed -i 's/^  having = /  havng = /' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:1:1: error: manifest: unknown key "havng" [plugin-manifest]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
BUILD/lawbase/am/rules/party-donations.yaml:1041:11: note: rule "am.donation.cap" needs this plugin; it cannot run
 1041 |   plugin: contribution-cap
      |           ^^^^^^^^^^^^^^^^
BUILD/lawbase/am/rules/party-donations.yaml:1179:11: note: rule "am.donation.cap-all-parties" needs this plugin; it cannot run

# A later api.

$ sed -i 's/^  api = 1/  api = 2/' p/contribution-cap.lua; scrutineer check -j am --plugins p "$SRC/examples/am/donations.csv" > out 2> err; echo "status $?, $(grep -c '^violation' out) violations"; head -n 7 err; cp "$SRC"/plugins/*.lua p/
status 2, 10 violations
p/contribution-cap.lua:1:1: error: manifest: api 2 is not known to this program, which knows api 1 [plugin-manifest]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
BUILD/lawbase/am/rules/party-donations.yaml:1041:11: note: rule "am.donation.cap" needs this plugin; it cannot run
 1041 |   plugin: contribution-cap
      |           ^^^^^^^^^^^^^^^^
BUILD/lawbase/am/rules/party-donations.yaml:1179:11: note: rule "am.donation.cap-all-parties" needs this plugin; it cannot run

# With the smallest limits.

$ scrutineer check -j am --plugin-memory 2000 "$SRC/examples/am/donations.csv"
! error: plugins cannot begin with so little memory [plugin-memory]
!       = give plugins more memory
[2]

$ scrutineer check -j am --plugin-instructions 1 "$SRC/examples/am/donations.csv" > out 2> err; echo $?; head -n 1 err
2
BUILD/plugins/account-in-wrong-bank.lua:11:1: error: ran more than 1 instructions [plugin-budget]
