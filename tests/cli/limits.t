# What hostile files meet: each has a bound and a message (doc/trust.md has the table). Invented law and people.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law; printf '%s\n' 'jurisdiction: zz' 'lawbase: law' > scrutineer.yaml
$ echo 'printf "{\"record\":\"donation\",\"ref\":\"$1\",\"received\":\"2001-05-01\",\"amount\":\"20 EUR\",\"recipient.kind\":\"party\",\"recipient.id\":\"P\",\"donor.id\":\"D\",\"donor.name\":\"%s\",\"donor.foreign_share\":\"90 %%\",\"returned\":null}\n" "$2"' > gift.sh

# YAML that unfolds, or is nested beyond reason.

$ printf 'a: &a [x, x]\nb: [*a, *a]\n' > law/zz/parameters.yaml; scrutineer law lint --lawbase law 2>&1 | head -n 3
law/zz/parameters.yaml:1:4: error: anchors (&name) are not used in a law base [yaml-refused]
    1 | a: &a [x, x]
      |    ^^^^
$ awk 'BEGIN { printf "a: "; for (i = 0; i < 100000; i++) printf "["; print "" }' > law/zz/parameters.yaml; scrutineer law lint --lawbase law 2>&1 | head -n 1 | cut -c 1-110
law/zz/parameters.yaml:1:68: error: nested more than 64 deep [yaml-refused]
$ cp "$SRC/tests/data/zedland/zz/parameters.yaml" law/zz/

# A million columns; a cell of forty megabytes; both packed small.

$ awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "c%d,", i; print "last"; print "1" }' > wide.csv; scrutineer check wide.csv 2>&1 | cut -c 1-110 | head -n 3
wide.csv: error: no format knows this file by its header [filing-unknown-format]
      = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts
$ { sh gift.sh 1 A; printf '{"record":"donation","ref":"'; head -c 40000000 /dev/zero | tr '\0' x; echo '"}'; sh gift.sh 2 B; } > huge.ndjson; scrutineer check huge.ndjson 2>&1 | grep -E 'huge.ndjson(:2| \()' | cut -c 1-110
huge.ndjson (records): 2 records, 1 unreadable, of 3 rows  EUR 40.00
huge.ndjson:2:1: warning: unreadable row: longer than 16 MiB [filing-long-row]
$ gzip -9k huge.ndjson; scrutineer check --format csv huge.ndjson.gz 2>/dev/null | cut -d, -f 1,2 | sort | uniq -c
      1 outcome,rule
      2 violation,zz.gift.foreign
$ { sh gift.sh 1 A; head -c 300000000 /dev/zero; } | gzip -1 > bomb.gz; scrutineer check bomb.gz 2>&1 >/dev/null | cut -c 1-110
bomb.gz: error: this is a binary file [filing-wrong-kind]
      = give a table in text, as CSV or NDJSON

# An archive's members are read, never unpacked: their paths and links lead nowhere.

$ sh gift.sh 1 A > gift.ndjson; ln -s /etc/passwd link.ndjson; tar cPf evil.tar --transform 's,^gift,../../../../tmp/gift,' gift.ndjson link.ndjson; scrutineer check --format csv evil.tar 2>&1 | cut -d, -f 1,2 | cut -c 1-110
outcome,rule
violation,zz.gift.foreign
evil.tar/link.ndjson: warning: the file is empty [filing-empty]
      = nothing was read
$ ls /tmp/gift.ndjson
! ls: cannot access '/tmp/gift.ndjson': No such file or directory
[2]

# Text that commands a terminal, a spreadsheet or a browser is only text.

$ sh gift.sh 1 '\u001b]0;owned\u0007=cmd|A1' > evil.ndjson; scrutineer check evil.ndjson 2>&1 | grep -a owned
    donor      \x1B]0;owned\x07=cmd|A1
$ sh gift.sh 1 '=HYPERLINK(1)' > formula.ndjson; scrutineer check --format csv formula.ndjson | grep -o ".=HYPERLINK(1)"
 =HYPERLINK(1)
$ sh gift.sh 1 '</script><img src=x onerror=alert(1)>' > script.ndjson; scrutineer check --format html script.ndjson | grep -c '<img src=x'
0
[1]

# What a check may read is what it was given, also where a law base is made of links to what lies elsewhere.

$ mkdir here elsewhere aside; cp -r "$SRC/tests/data/zedland" here/law; chmod -R u+w here/law; rm -r here/law/standards; mv here/law/zz/parameters.yaml elsewhere; cp "$SRC/lawbase/vocabulary.yaml" elsewhere; ln -s ../../elsewhere/vocabulary.yaml here/law; ln -s ../../../elsewhere/parameters.yaml here/law/zz
$ echo '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"90 %","returned":null}' > one.ndjson
$ TMPDIR=$PWD/aside scrutineer check --lawbase here/law -j zz one.ndjson | tail -n 1
  foreign-money                                      high     high        1
