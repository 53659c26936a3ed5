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
