# Plugins of api 1 run unchanged on this version of the program. They are frozen: when one fails here, the program is wrong.

$ scrutineer plugin test "$SRC/tests/data/api1" | sed '/^  /d; /^zz/d'
ok     zz.group: two of two
ok     zz.record: a finding with facts of every type
ok     zz.record: a violation
ok     zz.record: an indicator
ok     zz.record: clear
ok     zz.record: nil is clear
ok     zz.record: undetermined by the plugin
ok     zz.window: within ten days
8 passed, 0 failed
lines of Lua: 48 of 48 (100.0 %)
5 atomic conditions, 5 of 10 truths seen: 50.0 %
