# Proof: a report says what it was made from and is made again; reports and ledgers are signed. (Invented law and people.)

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law; cp "$SRC"/plugins/*.lua .; mkdir lua; mv *.lua lua; printf '%s\n' 'jurisdiction: zz' 'lawbase: law' > scrutineer.yaml

$ printf '%s\n' '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"90 %","returned":null}' '{"record":"donation","ref":"2"}' '{"record":"ad","ref":"7","start":"2005-05-29","online":true}' > filings.ndjson

$ scrutineer check --plugins lua --format json --proof --ignore 'zz.ad.*' --include-low filings.ndjson > report.json
[1]

$ sed -n '/"proof"/,/^  },/p' report.json | sed '/plugins/d'; sha256sum filings.ndjson
  "proof": {
    "options": {
      "jurisdiction": "zz",
      "ignore": "zz.ad.*",
      "include-low": "yes"
    },
    "files": [
      {
        "role": "input",
        "path": "filings.ndjson",
        "sha256": "f23162255d5bf80db21bf7b04b11693caee8ba0f1872dacad135f626cbeae296"
      }
    ]
  },
f23162255d5bf80db21bf7b04b11693caee8ba0f1872dacad135f626cbeae296  filings.ndjson

$ scrutineer verify --lawbase law --plugins lua report.json
report.json: made again, byte for byte the same

# --- what was changed ---

$ sed 's/90 %/60 %/' report.json > forged.json; scrutineer verify --lawbase law --plugins lua forged.json
! forged.json:96: error: made again, the report differs from here on [verify-differs]
[2]

$ cp filings.ndjson kept; sed -i 's/90 %/60 %/' filings.ndjson; scrutineer verify --lawbase law --plugins lua report.json; mv kept filings.ndjson
! filings.ndjson: error: is not the input from which the report was made [verify-file]
!       = it, or what the report says of it, was changed

$ echo '# a remark' >> law/zz/parameters.yaml; scrutineer verify --lawbase law --plugins lua report.json 2>&1 | sed 's/[0-9a-f]\{64\}/.../'; sed -i '$d' law/zz/parameters.yaml
report.json: error: was made by another law base, with digest ... [verify-law]

$ echo '-- a remark' >> lua/prohibited-source.lua; scrutineer verify --lawbase law --plugins lua report.json 2>&1 | sed 's/[0-9a-f]\{32\}/.../'; sed -i '$d' lua/prohibited-source.lua; scrutineer verify --lawbase law --plugins lua report.json
report.json: error: was made by other plugins, with digest ... [verify-plugins]
report.json:10: error: made again, the report differs from here on [verify-differs]
report.json: made again, byte for byte the same

$ head -c 300 report.json > cut.json; scrutineer verify --lawbase law --plugins lua cut.json; scrutineer check --format json filings.ndjson > plain.json; scrutineer verify plain.json; scrutineer verify nowhere.json
! cut.json:13:26: error: not JSON any more: string or '}' expected near end of file [verify-json]
!       = give a report made by `scrutineer check --format json --proof`
! plain.json: error: the report does not say what it was made from [verify-no-proof]
!       = make it by `scrutineer check --format json --proof`
! nowhere.json: error: cannot be read [verify-unreadable]
[2]

$ sed 's/"role": "input",//' report.json > partly.json; scrutineer verify --lawbase law --plugins lua partly.json
! partly.json: error: what it says that it was made from is not whole [verify-proof]
!       = make it by `scrutineer check --format json --proof`
[2]

# --- what cannot have a proof ---

$ scrutineer check --proof filings.ndjson; scrutineer check --proof --format json - < filings.ndjson > /dev/null
! error: only a report as json has room for a proof [proof-format]
!       = say --format json
! -: error: cannot be read for its digest: No such file or directory [proof-file]
!       = a proof is of files that can be read again
[2]

# --- signatures ---

$ scrutineer key new office; stat -c %a office.key; scrutineer key new office
office.key: keep it secret
office.pub: give it to those who verify
600
! office.key: error: cannot be made: File exists [key-file]
!       = is it there, and may you?
[2]

$ scrutineer key sign office.key report.json; scrutineer verify --lawbase law --plugins lua --key office.pub report.json
report.json.sig
report.json: is what was signed
report.json: made again, byte for byte the same

$ cp report.json.sig forged.json.sig; scrutineer key verify office.pub report.json forged.json
report.json: is what was signed
! forged.json: error: is not what was signed [signature-wrong]
!       = the file, its .sig or the key was changed, or they do not belong together
[2]

$ scrutineer key verify office.key report.json; scrutineer key sign office.pub report.json; scrutineer key frown office.key
! office.key: error: is no scrutineer-public-key [key-form]
!       = `scrutineer key --help` tells which file is which
! office.pub: error: is no scrutineer-secret-key [key-form]
!       = `scrutineer key --help` tells which file is which
! scrutineer: no command "key frown"; `scrutineer key --help` lists them
[2]

$ scrutineer key new other; scrutineer key verify other.pub report.json
other.key: keep it secret
other.pub: give it to those who verify
! report.json: error: is not what was signed [signature-wrong]
!       = the file, its .sig or the key was changed, or they do not belong together
[2]

# --- a report into a file, signed as it is written ---

$ scrutineer check --plugins lua --format json --proof --ignore 'zz.ad.*' --include-low --output signed.json --sign office.key filings.ndjson
[1]

$ cmp report.json signed.json; scrutineer verify --lawbase law --plugins lua --key office.pub signed.json
signed.json: is what was signed
signed.json: made again, byte for byte the same

# Each byte of a small report and of its signature counts.

$ printf 'a report\n' > small; scrutineer key sign office.key small; cp small small.was; cp small.sig sig.was; for file in small small.sig; do for at in $(seq 0 $(($(stat -c %s $file) - 1))); do cp small.was small; cp sig.was small.sig; printf "$(printf '\\%03o' $(($(od -An -tu1 -j $at -N 1 $file) ^ 1)))" | dd of=$file bs=1 seek=$at conv=notrunc status=none; scrutineer key verify office.pub small > told 2>&1 && echo "$file: byte $at does not matter"; done; done; head -n 1 told
small.sig
small.sig: error: is no scrutineer-signature [key-form]

# The key is looked at before anything is checked; what is not whole is not signed.

$ scrutineer check --plugins lua --output unsigned --sign office.pub filings.ndjson; ls unsigned
! office.pub: error: is no scrutineer-secret-key [key-form]
!       = `scrutineer key --help` tells which file is which
! ls: cannot access 'unsigned': No such file or directory
[2]

$ scrutineer check --plugins lua --output unsigned --sign office.key filings.ndjson nowhere.csv; ls unsigned unsigned.sig
unsigned
! scrutineer: unsigned is not signed: not all of it could be checked
! nowhere.csv: error: cannot be opened: No such file or directory [filing-unreadable]
!       = check the path
! ls: cannot access 'unsigned.sig': No such file or directory
[2]

$ scrutineer check --plugins lua --sign office.key filings.ndjson; scrutineer check --plugins lua --output x --partial part filings.ndjson; scrutineer check --plugins lua --output ./filings.ndjson filings.ndjson; ls x part
! scrutineer: --sign signs a file: name it by --output
! scrutineer: --partial writes no report, so there is none for --output
! scrutineer: --output: "filings.ndjson" is what is to be read
! ls: cannot access 'x': No such file or directory
! ls: cannot access 'part': No such file or directory
[2]

$ scrutineer check --plugins lua --output nowhere/report filings.ndjson; scrutineer check --plugins lua --format json --output /dev/full filings.ndjson
! nowhere/report: error: cannot be written: No such file or directory [report-unwritable]
!       = name a file in a folder where you may write
! /dev/full: error: cannot be written: No space left on device [report-unwritable]
!       = make room, or name another folder
[2]

$ scrutineer check --plugins lua --fail-on never --partial part filings.ndjson; scrutineer merge --plugins lua --fail-on never --format json --output merged.json --sign office.key part; scrutineer check --plugins lua --fail-on never --format json filings.ndjson | cmp - merged.json; scrutineer key verify office.pub merged.json
merged.json: is what was signed
