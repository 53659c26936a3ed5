# A limit within any 30 days: the first and the last day counted, wherever they lie. Windows that share a record are one
# matter, of which the largest is told.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; rm -r law/standards law/zz/rules/gifts.yaml; mkdir law/formats; cp "$SRC/lawbase/vocabulary.yaml" law; cp "$SRC/tests/data/windows/format.yaml" law/formats/zz.gifts.yaml; cp "$SRC/tests/data/windows/within.yaml" law/zz/rules; cp "$SRC"/tests/data/windows/gifts.csv .

# A: 1 to 30 March are 1,000, which is not over; 30 and 31 March are 1,200; 31 March to 29 April are 601, April 901. B: the 31st day is outside. C: the 30th is not. D: nobody knows the day of a gift that may lie beside the
# other. E: it may, and does not matter. F: nobody knows how much.

$ scrutineer check --lawbase law gifts.csv
violation: Over the limit within 30 days [zz.gift.within-30-days]
  --> gifts.csv:3  A-2
  --> gifts.csv:4  A-3
    facts      cap: 1000.00 EUR; excess: 200.00 EUR; gifts: 2; total: 1200.00 EUR; first_day: 2001-03-30; last_day: 2001-03-31; within: 30 days
    joined     2 records: donor by id; recipient by id
    why        the donations of one donor within that time add up to more than the limit
               total > zz.cap: yes (1200.00 EUR > 1000.00 EUR)
               count >= 2: yes (2 >= 2)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-03-31; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding 39d8231d2c92bf9924e8c8a6080ac25d
~
violation: Over the limit within 30 days [zz.gift.within-30-days]
  --> gifts.csv:9  C-1
  --> gifts.csv:10  C-2
    facts      cap: 1000.00 EUR; excess: 0.01 EUR; gifts: 2; total: 1000.01 EUR; first_day: 2001-01-01; last_day: 2001-01-30; within: 30 days
    joined     2 records: donor by id; recipient by id
    why        the donations of one donor within that time add up to more than the limit
               total > zz.cap: yes (1000.01 EUR > 1000.00 EUR)
               count >= 2: yes (2 >= 2)
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-01-30; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding b1d2acebdd01bbffb744b42825fee697
~
undetermined: Over the limit within 30 days [zz.gift.within-30-days]
  --> gifts.csv:11  D-1
  --> gifts.csv:12  D-2
    missing    received, total: only known as 700.00 to 1100.00 EUR
    joined     2 records: donor by id; recipient by id
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-06-01; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding 907aef60aeebf10b8c0bd7879cc0486e
~
undetermined: Over the limit within 30 days [zz.gift.within-30-days]
  --> gifts.csv:15  F-1
  --> gifts.csv:16  F-2
    missing    amount
    joined     2 records: donor by id; recipient by id
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-07-02; source invented
    doubt      the text was not read
    limit      zz.cap = 1000.00 EUR [medium]
    confidence medium; finding 7934890fc4482b9b9ea700552d4c8698
~
gifts.csv (zz.gifts): 15 records, 0 unreadable  EUR 7901.01
~
  rule                                            violat. indicat. undeter.   exempt
  zz.gift.within-30-days                                2        0        2        0  EUR 2200.01
[1]

# In pieces, by several threads, without memory, merged: the same.

$ scrutineer check --lawbase law gifts.csv --jobs 1 > one 2>&1; scrutineer check --lawbase law --jobs 3 --memory 1 gifts.csv > other 2>&1; cmp one other
$ sed -n '1p;2,6p' gifts.csv > a.csv; sed -n '1p;7,$p' gifts.csv > b.csv; scrutineer check --lawbase law a.csv b.csv > one; scrutineer check --lawbase law --partial a.part a.csv; scrutineer check --lawbase law --partial b.part b.csv; scrutineer merge --lawbase law a.part b.part > other; cmp one other

# In words.

$ scrutineer explain --lawbase law zz.gift.within-30-days | sed -n '/^Together/,/^Limits/p'
Together, for each
  - the donor
  - the recipient
  - within any 30 days, by the day in "received"
  total is the sum of amount
~
Found when
  - the total is more than Most that one person may give in a year (zz.cap)
  - the count is at least 2
~
Limits

# What is no window.

$ sed -i 's/span: 30 days/span: 0 days/' law/zz/rules/within.yaml; scrutineer check --lawbase law gifts.csv 2>&1 >/dev/null | head -n 4
law/zz/rules/within.yaml:8:29: error: no record lies within 0 days [rule-window]
    8 |   with: {cap: zz.cap, span: 0 days, gifts: 2}
      |                             ^^^^^^
      = at least 1 day
$ cp -r "$SRC/plugins" p; chmod -R u+w p; sed -i 's/span: 0 days/span: 30 days/' law/zz/rules/within.yaml; sed -i 's/within = "span"/within = "cap"/' p/cap-within.lua; scrutineer check --lawbase law --plugins p gifts.csv 2>&1 >/dev/null | head -n 3
p/cap-within.lua:9:5: error: expected a time span, like 14 days or 3 months, found money [condition-type]
    9 |     cap = law.cap,
      |     ^^^
$ sed -i 's/within = "cap"/within = "span"/; /group_by/d' p/cap-within.lua; scrutineer check --lawbase law --plugins p gifts.csv 2>&1 >/dev/null | head -n 3
p/cap-within.lua:1:1: error: manifest: "within" needs "group_by" [plugin-manifest]
    1 | -- SPDX-License-Identifier: Apache-2.0
      | ^
