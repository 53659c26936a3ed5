# When gifts are of one donor, so that they are added up: by numbers alone, also by what identifies people in practice, or
# by a name alone. The people are invented.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; rm -r law/standards; cp "$SRC/lawbase/vocabulary.yaml" law; sed -i "s/severity: indicator/severity: violation/" law/zz/rules/gifts.yaml
$ printf 'record,ref,received,amount,donor.name,donor.kind,donor.id,donor.birth_date,donor.address,recipient.name,recipient.kind\n' > gifts.csv
$ printf 'donation,a1,2001-03-01,600 EUR,Anna Example,natural,A1,,,Example Party,party\ndonation,a2,2001-03-02,600 EUR,A. Example,natural,A1,,,Example Party,party\n' >> gifts.csv
$ printf 'donation,b1,2001-03-01,600 EUR,Bela Example,natural,,1980-01-01,,Example Party,party\ndonation,b2,2001-03-02,600 EUR,Bela EXAMPLE,natural,,1980-01-01,,Example Party,party\n' >> gifts.csv
$ printf 'donation,c1,2001-03-01,600 EUR,Cecil Example,natural,,,Street 1,Example Party,party\ndonation,c2,2001-03-02,600 EUR,Cecil Example,natural,,,street 1,Example Party,party\n' >> gifts.csv
$ printf 'donation,d1,2001-03-01,600 EUR,Dora Example,natural,,,,Example Party,party\ndonation,d2,2001-03-02,600 EUR,Dora Example,natural,,,,Example Party,party\n' >> gifts.csv

# Numbers, and names of bodies. What the next step would change is told at the end.

$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity strict gifts.csv
violation: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:2  a1
  --> gifts.csv:3  a2
    donor      Anna Example
    recipient  Example Party
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; identity(donor): 0:a1; identity(recipient): 7:example party; period(received, "calendar-year"): 2001
    joined     2 records: donor by id; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > cap: yes (1200.00 EUR > 1000.00 EUR)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-03-02; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding a0df37c48eeece20ed61c58da1a25816
~
undetermined: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:4  b1
      and 5 more records
    missing    donor.id
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
    confidence medium; finding ad5ca1e59c23282fa5ba9cc26df10873
~
gifts.csv (records-csv): 8 records, 0 unreadable  EUR 4800.00
~
  rule                                            violat. indicat. undeter.   exempt
  zz.gift.cap                                           1        0        1        0  EUR 1200.00
~
joined more broadly (--identity usual: also by name and birth_date, or name and address): 2 findings more, 0 with more records, 0 fewer; 2 records undetermined, not 6
  appears  violation    zz.gift.cap  Bela Example  gifts.csv:4, 2 records by name, birth_date
  appears  violation    zz.gift.cap  Cecil Example  gifts.csv:6, 2 records by name, address
[1]

# A finding says by what its records were joined. A name alone is not enough.

$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity usual gifts.csv
violation: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:2  a1
  --> gifts.csv:3  a2
    donor      Anna Example
    recipient  Example Party
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; identity(donor): 0:a1; identity(recipient): 7:example party; period(received, "calendar-year"): 2001
    joined     2 records: donor by id; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > cap: yes (1200.00 EUR > 1000.00 EUR)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-03-02; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding a0df37c48eeece20ed61c58da1a25816
~
violation: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:4  b1
  --> gifts.csv:5  b2
    donor      Bela Example
    recipient  Example Party
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; identity(donor): 4:bela example, 1980-01-01; identity(recipient): 7:example party; period(received, "calendar-year"): 2001
    joined     2 records: donor by name, birth_date; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > cap: yes (1200.00 EUR > 1000.00 EUR)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-03-02; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding 8ce35aa76b520f7603c4996c7f1fb00b
~
violation: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:6  c1
  --> gifts.csv:7  c2
    donor      Cecil Example
    recipient  Example Party
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; identity(donor): 10:cecil example, street 1; identity(recipient): 7:example party; period(received, "calendar-year"): 2001
    joined     2 records: donor by name, address; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > cap: yes (1200.00 EUR > 1000.00 EUR)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-03-02; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding 1afc28d40ff65c51d64ee92c4a98aba1
~
undetermined: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:8  d1
      and 1 more records
    missing    donor.id
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
    confidence medium; finding ad5ca1e59c23282fa5ba9cc26df10873
~
gifts.csv (records-csv): 8 records, 0 unreadable  EUR 4800.00
~
  rule                                            violat. indicat. undeter.   exempt
  zz.gift.cap                                           3        0        1        0  EUR 3600.00
~
joined more broadly (--identity broad: also by name): 1 findings more, 0 with more records, 0 fewer; 0 records undetermined, not 2
  appears  indicator    zz.gift.cap  Dora Example  gifts.csv:8, 2 records by name
[1]
$ scrutineer check --lawbase law -j zz --select zz.gift.cap gifts.csv | tail -n 3
~
  rule                                            violat. indicat. undeter.   exempt
  zz.gift.cap                                           3        0        1        0  EUR 3600.00

# With it, an indicator at most.

$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity broad gifts.csv | grep -A 8 indicator:
indicator: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:8  d1
  --> gifts.csv:9  d2
    donor      Dora Example
    recipient  Example Party
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; identity(donor): 13:dora example; identity(recipient): 7:example party; period(received, "calendar-year"): 2001
    joined     2 records: donor by name; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > cap: yes (1200.00 EUR > 1000.00 EUR)
$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity usual --format json gifts.csv | grep -A 40 '"identity": {'
  "identity": {
    "joined": "usual",
    "broader": {
      "joined": "broad",
      "also_by": "name",
      "appears": 1,
      "grows": 0,
      "vanishes": 0,
      "undetermined": 0,
      "undetermined_as_joined": 2,
      "changes": [
        {
          "change": "appears",
          "rule": "zz.gift.cap",
          "outcome": "indicator",
          "actor": "Dora Example",
          "by": "name",
          "file": "gifts.csv",
          "line": 8,
          "records": 2,
          "fingerprint": "a1247969495a491776d03ac3cfb77cd6"
        }
      ]
    }
  },
  "findings": [
    {
      "rule": "zz.gift.cap",
      "outcome": "violation",
      "severity": "violation",
      "jurisdiction": "zz",
      "provisions": [
        "zz.parties-1990/5.2"
      ],
      "records": [
        {
          "file": "gifts.csv",
          "line": 2,
          "ref": "a1"
        },
        {
$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity often gifts.csv
! scrutineer: --identity: "often" is not strict, usual or broad
[2]

# Parts give the same, and must have been joined in the same way.

$ scrutineer check --lawbase law -j zz --select zz.gift.cap --identity usual gifts.csv > whole; scrutineer check --lawbase law -j zz --select zz.gift.cap --identity usual --partial part gifts.csv; scrutineer merge --lawbase law -j zz --select zz.gift.cap --identity usual part | cmp - whole
$ scrutineer merge --lawbase law -j zz --select zz.gift.cap part
! part: error: was made with another choice of law (-j, --select, --ignore, --identity) (zz; only zz.gift.cap; joined usual, here zz; only zz.gift.cap) [partial-terms]
!       = make it again from its filings
[2]
