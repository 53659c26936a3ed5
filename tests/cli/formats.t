# What formats there are, and one of them.

$ scrutineer format list | cut -d ' ' -f 1 | tr '\n' ' '
am.declarations am.donations-ndjson am.donations am.owners any.companies-and-persons any.followthemoney any.name-pairs any.opensanctions-targets any.watch-list au.aec-donor-returns bods.statements de.parteispenden eu.media-income eu.media-owners eu.transparency-notices gb.electoral-commission-donations gb.pef-donations gb.pef-loans google.advertiser-stats google.creative-stats google.geo-spend meta.ad-library-report meta.multi-country-pages snap.political-ads us.fara-foreign-principals us.fec-committees us.fec-electronic-filing us.fec-individual-contributions us.fecfile-contacts us.fecfile-transactions us.ofac-alt us.ofac-sdn records-csv records 
$ scrutineer format lint
32 formats, 0 without a test
$ scrutineer format guess "$SRC/tests/data/de-donations.csv"
SRC/tests/data/de-donations.csv:
  fits     de.parteispenden                     6 of 6
  lacks    google.geo-spend                     1 of 3, not: "Country_Subdivision_Primary", "Spend_EUR"
$ printf 'Party,Donor,Country\n' > near.csv; scrutineer format guess near.csv
near.csv:
  lacks    de.parteispenden                     3 of 6, not: "DonationEUR", "DonorType", "DonationDate"
  lacks    google.geo-spend                     1 of 3, not: "Country_Subdivision_Primary", "Spend_EUR"
[2]

# Real filings of other publishers: a loan to a presidential campaign, companies abroad that gave in Germany and Australia.

$ scrutineer format convert "$SRC/tests/data/us-1385191.fec" | cut -c 1-330
{"record":"report","form":"F3PN","filer.name":"Warren for President, Inc.","filer.id":"C00693234","from":"2020-01-01","to":"2020-01-31","filed":"2020-02-20","amends":false,"election":"M2","receipts":"11030669.06 USD","donations":"10406672.18 USD","expenditures":"22445998.02 USD","balance":"2299980.10 USD","debts":"400000.00 USD"
{"record":"loan","ref":"6071527L","amount":"400000.00 USD","outstanding":"400000.00 USD","repaid":"0.00 USD","entered":"2020-01-21","due":"20210701","lender.name":"Amalgamated Bank","lender.kind":"other","lender.address_abroad":false,"borrower.name":"Warren for President, Inc.","borrower.id":"C00693234","rate":"0.0600","secured"
{"record":"other","ref":"6071527G","form":"SC2/12","text":"SC2/12\u001cC00693234\u001c6071527G\u001c6071527L\u001cWarren\u001cElizabeth\u001c\u001c\u001c\u001c\u001c\u001cFoxboro\u001cMA\u001c\u001cx.x. xxxxxxxxxx\u001cxxxxxxx\u001c400000.00"}
{"record":"other","ref":"6071527BL","form":"SC1/12","text":"SC1/12\u001cC00693234\u001c6071527BL\u001c6071527L\u001cAmalgamated Bank\u001c275 7 Seventh Avenue\u001c\u001cNew York\u001cNY\u001c10001\u001c3000000.00\u001c0.0600\u001c20200121\u001c20210701\u001cN\u001c\u001c400000.00\u001c400000.00\u001cY\u001cY\u001cCurrent and Fu
! SRC/tests/data/us-1385191.fec:2: warning: the cover declares USD 5191564.00 (col_a_individuals_itemized), the 0 rows for it add up to 0.00 [filing-declared-sum]
!       = was the file cut, or does the filing err?
! SRC/tests/data/us-1385191.fec:2: warning: the cover declares USD 15.00 (col_a_other_political_committees_pacs), the 0 rows for it add up to 0.00 [filing-declared-sum]
!       = was the file cut, or does the filing err?
$ scrutineer check "$SRC/tests/data/us-1385191.fec" | tail -n 6
    report              1
    loan                1  USD 400000.00
    other               2
~
  rule                                            violat. indicat. undeter.   exempt
  any.loan.never-repaid                                 0        0        1        0
! SRC/tests/data/us-1385191.fec:2: warning: the cover declares USD 5191564.00 (col_a_individuals_itemized), the 0 rows for it add up to 0.00 [filing-declared-sum]
!       = was the file cut, or does the filing err?
! SRC/tests/data/us-1385191.fec:2: warning: the cover declares USD 15.00 (col_a_other_political_committees_pacs), the 0 rows for it add up to 0.00 [filing-declared-sum]
!       = was the file cut, or does the filing err?
$ scrutineer format convert --to csv "$SRC/tests/data/de-donations.csv" | cut -d , -f 1-3,6-
record,amount,received,recipient.kind,donor.name,donor.kind,donor.country
donation,97000.00 EUR,2007-08-23,party,Matthias Rath Limited,company,GB
donation,55000.00 EUR,2007-10-30,party,Matthias Rath Limited,company,GB
donation,224030.00 EUR,2006-12-21,party,Dr. Rath Education Services B.V.,company,NL
donation,65894.00 EUR,2003-05-29,party,Eurolottoclub AG,company,LU
donation,75000.00 EUR,2007-11-15,party,Reederei Claus-Peter Offen GmbH & Co.,company,DE
donation,60000.00 EUR,2007-02-08,party,Dr. Rath Education Services B.V.,company,DE
$ scrutineer format convert "$SRC/tests/data/au-donor-returns.csv" | grep abroad\":true
{"record":"donation","amount":"50000.00 AUD","donor.name":"Hong Kong Kingson Investment Co., Ltd.","donor.id":"20628","donor.address_abroad":true,"recipient.name":"Australian Labor Party (ALP)","recipient.id":"4","period":"2015-2016"}
{"record":"donation","amount":"100000.00 AUD","donor.name":"Hong Kong Kingson Investment Co., Ltd.","donor.id":"20628","donor.address_abroad":true,"recipient.name":"Australian Labor Party (N.S.W. Branch)","recipient.id":"50","period":"2015-2016"}

# Records are written so that they are read again as the same records.

$ scrutineer format convert "$SRC/tests/data/gb-donations.csv" > a.ndjson; scrutineer format convert a.ndjson | cmp - a.ndjson
$ scrutineer format convert --to csv "$SRC/tests/data/gb-donations.csv" > a.csv; scrutineer format convert a.csv | cmp - a.ndjson
$ scrutineer format convert "$SRC/examples/am/donations.csv" > am.ndjson; scrutineer format convert am.ndjson | cmp - am.ndjson
$ printf 'record,Party,DonationEUR,DonorType,Donor,Country,DonationDate\n1,P,5,PERSON,D,,2007-01-02\n' | scrutineer format convert -
{"record":"donation","amount":"5.00 EUR","received":"2007-01-02","donor.name":"D","donor.kind":"natural","recipient.name":"P","recipient.kind":"party"}
$ scrutineer check -j gb a.ndjson | grep "^  gb.donation.impermissible-or"
  gb.donation.impermissible-or-unidentified             0        6        0        0  GBP 15000.00
$ scrutineer format convert --to csv a.csv "$SRC/tests/data/de-donations.csv" > both.csv
! SRC/tests/data/de-donations.csv: error: has another format than the first file, and so other columns [convert-columns]
!       = convert it by itself, or to ndjson
[2]

# Sheets: dates and numbers are what they are in the sheet, whatever the format's style; lines are its rows.

$ scrutineer format convert --with-source "$SRC/tests/data/donations.xlsx" > x.ndjson
! SRC/tests/data/donations.xlsx/Gifts:3: note: the header stands here; what stands above it is left out [filing-header]
! SRC/tests/data/donations.xlsx/Gifts:8:2: warning: unreadable row "X-4": column "received" has no date for "received" [filing-bad-date]
!       | not a day
!       = expected a day of the calendar as yyyy-mm-dd (format am.donations)
!       = the row is left out of all findings and totals
! SRC/tests/data/donations.xlsx/Notes: warning: no format knows this file by its header [filing-unknown-format]
!       = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts one
$ cat x.ndjson
{"record":"donation","ref":"X-1","amount":"1500000.00 AMD","received":"2023-03-12","returned":null,"donor.name":"Example Donor","donor.kind":"natural","donor.citizenship":["AM"],"recipient.name":"Example Party","recipient.kind":"party","source.file":"SRC/tests/data/donations.xlsx/Gifts","source.line":4}
{"record":"donation","ref":"X-2","amount":"2600000.50 AMD","received":"2023-04-15","returned":null,"donor.name":"Example LLC","donor.kind":"company","recipient.name":"Example Party","recipient.kind":"party","source.file":"SRC/tests/data/donations.xlsx/Gifts","source.line":5}
{"record":"donation","ref":"X-3","amount":"900000.10 AMD","received":"2023-04-25","returned":null,"donor.name":"Donor \"Two\"\nof Gyumri","donor.kind":"natural","donor.citizenship":["AM","RU"],"recipient.name":"Example Party","recipient.kind":"party","source.file":"SRC/tests/data/donations.xlsx/Gifts","source.line":7}
$ scrutineer format convert --with-source "$SRC/tests/data/donations.ods" 2>/dev/null | sed 's/[.]ods/.xlsx/' | cmp - x.ndjson
$ scrutineer format convert --with-source - < "$SRC/tests/data/donations.xlsx" 2>/dev/null | head -n 1 | grep -o 'source.*'
source.file":"standard input/Gifts","source.line":4}

# Packed files, also several in one, also from standard input.

$ cp "$SRC/tests/data/gb-donations.csv" gb.csv; gzip -k gb.csv; tar czf both.tar.gz gb.csv -C "$SRC/tests/data" de-donations.csv README.md
$ scrutineer format convert gb.csv.gz | cmp - a.ndjson
$ scrutineer format convert - < gb.csv.gz | cmp - a.ndjson
$ scrutineer check both.tar.gz | grep records,
both.tar.gz/gb.csv (gb.electoral-commission-donations): 22 records, 0 unreadable  GBP 429574.39
both.tar.gz/de-donations.csv (de.parteispenden): 6 records, 0 unreadable  EUR 576924.00
! both.tar.gz/README.md: warning: no format knows this file by its header [filing-unknown-format]
!       = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts one
$ head -c 1500 gb.csv.gz > cut.csv.gz; scrutineer check cut.csv.gz 2>&1 >/dev/null | tail -n 1
cut.csv.gz: error: what gzip packed breaks off [filing-unreadable]

# Members follow each other; a changed bit is noticed by the check sum; what stands behind is told.

$ { gzip -c gb.csv; tail -n +2 gb.csv | gzip -c; head -c 100 /dev/zero; } > two.csv.gz; scrutineer format convert two.csv.gz | wc -l
44

$ tail -n 4 gb.csv > few.csv; { head -n 1 gb.csv; cat few.csv; } | gzip -nc > few.csv.gz; scrutineer format convert few.csv.gz > few.was; for at in $(seq 3 11 $(($(stat -c %s few.csv.gz) - 1))); do cp few.csv.gz flip.csv.gz; printf "$(printf '\\%03o' $(($(od -An -tu1 -j $at -N 1 few.csv.gz) ^ 4)))" | dd of=flip.csv.gz bs=1 seek=$at conv=notrunc status=none; scrutineer format convert flip.csv.gz > told 2>&1 && ! cmp -s told few.was && echo "byte $at: another text without a word"; done; true

$ for at in 5 6; do cp few.csv.gz flip.csv.gz; printf '\000' | dd of=flip.csv.gz bs=1 seek=$(($(stat -c %s few.csv.gz) - at)) conv=notrunc status=none; scrutineer format convert flip.csv.gz > /dev/null; done; { cat few.csv.gz; echo garbage; } > more.csv.gz; scrutineer format convert more.csv.gz
! flip.csv.gz: error: the archive cannot be read: what gzip packed was changed: its check sum does not fit [filing-bad-archive]
!       = is it whole?
! flip.csv.gz: error: the archive cannot be read: what gzip packed was changed: its check sum does not fit [filing-bad-archive]
!       = is it whole?
! more.csv.gz: error: what stands here was not packed by gzip [filing-unreadable]
[2]

# A tar ends before what gzip packed does: a gift in 64,000 bytes, and the end of the tar in another block.

$ { head -n 1 gb.csv; tail -n 1 gb.csv; yes '' | head -n 64000; } | head -c 64000 > gift.csv; tar czf gift.tar.gz gift.csv; printf '??' | dd of=gift.tar.gz bs=1 seek=$(($(stat -c %s gift.tar.gz) - 8)) conv=notrunc status=none; scrutineer check gift.tar.gz 2>&1 >/dev/null | grep error:
gift.tar.gz: error: the archive breaks off: what gzip packed was changed: its check sum does not fit [filing-bad-archive]

# Encodings: UTF-16 shows itself, others are asked for.

$ iconv -f UTF-8 -t UTF-16 gb.csv | scrutineer format convert - | cmp - a.ndjson
$ iconv -f UTF-8 -t UTF-16BE gb.csv | scrutineer format convert - | cmp - a.ndjson
$ printf 'reference,received,amount,recipient,recipient_kind,donor\nA,2023-01-02,5,\262\263,party,D\n' > armenian.csv
$ scrutineer format convert armenian.csv
! armenian.csv:2:16: warning: unreadable row: a byte that is not utf-8 in the 4. cell [filing-encoding]
!       | A,2023-01-02,5,\xB2\xB3,party,D
!       = `--encoding NAME` tells another one, like windows-1251 or armscii-8
!       = the row is left out of all findings and totals
$ scrutineer format convert --encoding armscii-8 armenian.csv
{"record":"donation","ref":"A","amount":"5.00 AMD","received":"2023-01-02","donor.name":"D","recipient.name":"Աա","recipient.kind":"party"}
$ scrutineer format convert --encoding klingon armenian.csv
! armenian.csv: error: no encoding "klingon" is known [filing-encoding]
!       = like utf-8, utf-16le, windows-1252, windows-1251, armscii-8
[2]

# Rows that cannot be read can be kept, mended and read again; too many of them end the reading.

$ printf 'reference,received,amount,recipient,recipient_kind,donor\nA,2023-01-02,5,P,party,D\nB,tomorrow,5,P,party,D\nC,2023-01-02,5,P\n' > bad.csv
$ scrutineer format convert --rejects rejects.csv bad.csv 2>/dev/null
{"record":"donation","ref":"A","amount":"5.00 AMD","received":"2023-01-02","donor.name":"D","recipient.name":"P","recipient.kind":"party"}
$ cat rejects.csv
reference,received,amount,recipient,recipient_kind,donor
B,tomorrow,5,P,party,D
C,2023-01-02,5,P
$ scrutineer format convert --rejects rejects.csv "$SRC/tests/data/donations.xlsx" >out 2>&1; cat rejects.csv; sed 's/not a day/2023-05-05/' rejects.csv | scrutineer format convert - | cut -c 1-75
"reference","received","amount","recipient","recipient_kind","donor","donor_kind","donor_citizenship","returned"
"X-4","not a day","1","Example Party","party","Donor","natural","AM","no"
{"record":"donation","ref":"X-4","amount":"1.00 AMD","received":"2023-05-05
$ printf 'HDR\034FEC\0348.3\nF3XN\034C00000001\034Example\nSB21B\034C00000001\034T1\nSC/10\034\034T2%s\034x\n' "$(printf '\034%.0s' $(seq 18))" > bad.fec; scrutineer format convert --rejects rejects.fec bad.fec > out
! bad.fec:4:29: warning: unreadable row "T2": column "loan_incurred_date_terms" has no date for "entered" [filing-bad-date]
!       | x
!       = expected a day of the calendar as yyyymmdd (format us.fec-electronic-filing)
!       = the row is left out of all findings and totals
$ sed 's/x$/20180101/' rejects.fec | scrutineer format convert -
{"record":"report","form":"F3XN","filer.name":"Example","filer.id":"C00000001","amends":false}
{"record":"loan","ref":"T2","entered":"2018-01-01","borrower.name":"Example","line":"SC/10","memo":null}
$ scrutineer check --max-unreadable 1 bad.csv 2>&1 >/dev/null | tail -n 2
bad.csv: error: 2 of 3 rows cannot be read: more than --max-unreadable allows [filing-too-many-unreadable]
      = is it the right format?
$ scrutineer check --max-unreadable 20% bad.csv 2>&1 >/dev/null | tail -n 2
bad.csv: error: 2 of 3 rows cannot be read: more than --max-unreadable allows [filing-too-many-unreadable]
      = is it the right format?
$ scrutineer check --max-unreadable 2 bad.csv 2>&1 >/dev/null | tail -n 2
      | C,2023-01-02,5,P
      = the row is left out of all findings and totals
$ scrutineer check --max-unreadable few bad.csv
! scrutineer: --max-unreadable: "few" is not a number of rows, like 100, or a share, like 5%
[2]
$ scrutineer check --rejects /dev/full bad.csv 2>&1 >/dev/null | tail -n 2
/dev/full: error: could not be written whole: No space left on device [rejects-unwritable]
      = is the disk full?
$ scrutineer check --rejects nowhere/x bad.csv 2>&1 >/dev/null | tail -n 2
nowhere/x: error: cannot be written: No such file or directory [rejects-unwritable]
      = name a file in a folder where you may write

# An amount of which only an upper bound is told makes a sum a range.

$ printf 'Page ID,Page name,Disclaimer,Amount spent (AMD),Number of ads in Library\n1,P,These ads ran without a disclaimer,≤100,1\n2,Q,Q,250,2\n' > meta.csv
$ scrutineer check meta.csv | head -n 1
undetermined: A political advertisement began on the internet on voting day or the day before [am.ad.online-silence]
$ scrutineer check --format json meta.csv | grep -A 3 '"AMD"'
            "AMD": {
              "least": "250.00",
              "most": "350.00"
            }

# A filing that declares more rows than it has, and a form that nobody knows.

$ printf '/* Header\nFEC_Ver_# = 2.02\nSchedule_Counts:\nSA11A1 = 00002\n/* End Header\nF3XN,C1,Example,,,,,,,\nSA11A1,C1,IND,Donor^Example,,,Town,TX,,,,x,x,10.00,20000501,5.00\nXYZ,1\n' > two.fec
$ scrutineer check two.fec | grep -A 4 "records, "
two.fec (us.fec-electronic-filing): 3 records, 0 unreadable
    report              1
    donation            1  USD 5.00
    other               1
~
! two.fec: warning: 1 rows of the form "XYZ", whose columns are not known [filing-unknown-form]
!       = its rows are kept as they stand, and no rule reads them
! two.fec: warning: the header declares 2 rows of SA11A1, there are 1 [filing-declared-count]
!       = was the file cut, or put together from two?

# A row that is kept as it stands is UTF-8 like all else, even where it has text behind the columns that are known.

$ printf 'HDR,FEC,3.00,Example\nF3XN,C1,Example\nXYZ,Ren\351,Andr\303\251,\201\n' > rest.fec
$ scrutineer format convert rest.fec 2>/dev/null | grep XYZ
[1]

# What the cover declares is held against the rows, memo rows left out; and a filing that replaces one read as well.

$ echo 'BEGIN { OFS = "\034" } { n = split($0, word, " "); $0 = ""; for (i = 1; i <= n; i++) { split(word[i], at, "="); $(at[1]) = at[2] } print }' > fec.awk
$ printf '1=HDR 2=FEC 3=8.3 4=Example\n1=F3XN 2=C00000001 30=350.00 35=370.00\n1=SA11AI 3=T1 20=20180201 21=250\n1=SA11AI 3=T2 21=100\n1=SA11AI 3=T3 21=50 43=X\n' | awk -f fec.awk > 1001.fec
$ scrutineer check 1001.fec | grep -A 3 "records, "
1001.fec (us.fec-electronic-filing): 4 records, 0 unreadable
    report              1
    donation            3 (1 memos, not added up)  USD 350.00
~
$ printf '1=HDR 2=FEC 3=8.3 4=Example 6=FEC-1001\n1=F3XA 2=C00000001 30=350.00 35=370.00\n1=SA11AI 3=T1 21=250\n1=SA11AI 3=T2 21=150\n1=SA11AI 3=T3 21=x\n' | awk -f fec.awk > 1002.fec
$ scrutineer check 1002.fec 1001.fec > out
! 1002.fec:5:29: warning: unreadable row "T3": column "contribution_amount" has no money for "amount" [filing-bad-amount]
!       | x
!       = expected an amount with "." for decimals (format us.fec-electronic-filing)
!       = the row is left out of all findings and totals
! 1002.fec: note: this filing replaces the filing FEC-1001 [filing-amendment]
!       = leave that one out, or what both tell counts twice
! 1002.fec: warning: replaces 1001.fec, read as well [check-replaced]
!       = leave one out: what both tell counts twice
$ grep -v T3 1002.fec > 1003.fec; scrutineer check 1003.fec 1002.fec 2>&1 > out | grep -A 1 -e declared-sum -e replace
1003.fec: note: this filing replaces the filing FEC-1001 [filing-amendment]
      = leave that one out, or what both tell counts twice
1003.fec:2: warning: the cover declares USD 350.00 (col_a_individuals_itemized), the 2 rows for it add up to 400.00 [filing-declared-sum]
      = was the file cut, or does the filing err?
1003.fec:2: warning: the cover declares USD no more than 370.00 (col_a_total_contributions), the 2 rows for it add up to 400.00 [filing-declared-sum]
      = was the file cut, or does the filing err?
--
1002.fec: note: this filing replaces the filing FEC-1001 [filing-amendment]
      = leave that one out, or what both tell counts twice
1003.fec: warning: replaces the same filing as 1002.fec [check-replaced]
      = leave one out: what both tell counts twice

# What a row says behind the last column that is known is reported and kept.

$ printf '1=HDR 2=FEC 3=8.3 4=Example\n1=F3XN 2=C00000001\n1=SA11AI 3=T1 20=20180201 21=250 47=more 49=and-more\n' | awk -f fec.awk > 1004.fec; scrutineer format convert 1004.fec | grep -o '"extra.*'
"extra":"\u001cmore\u001c\u001cand-more","ref":"T1","amount":"250.00 USD","received":"2018-02-01","line":"SA11AI","memo":null}
! 1004.fec:3: warning: 1 rows of "SA11AI" have text behind their last column [filing-extra-fields]
!       | \x1Cmore\x1C\x1Cand-more
!       = the rows are read; is a separator part of some cell?

# JSON: what is looked for may stand in any of the first objects; what stands behind a list is not passed over.

$ printf '[{"row":"declaration","form":"campaign-fund","filer":"P","filer_kind":"party","reference":"1","date":"2026-05-01"},\n{"row":"donation","form":"campaign-fund","filer":"P","filer_kind":"party","reference":"2","date":"2026-05-01","amount":"5"}]\n' > declaration.json
$ scrutineer format convert declaration.json | cut -c 1-50
{"record":"report","ref":"1","form":"campaign-fund
{"record":"donation","ref":"2","amount":"5.00 AMD"
$ (cat declaration.json; sed '$s/]//' declaration.json) | scrutineer format convert - | grep -c donation
2
! standard input:5:1: warning: unreadable row: the list has no end; was the file cut? [filing-json-open-list]
!       = the row is left out of all findings and totals
$ printf '{"row": "declaration", "form": "campaign-fund", "filer": "P"}' | scrutineer format convert -
! standard input: error: no format knows this file by its header [filing-unknown-format]
!       = nearest is am.declarations, which also needs "filer_kind", "reference", "date", "amount"
!       = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts one
[2]

# Long lists and cells are whole.

$ awk 'BEGIN { printf "{\"record\":\"other\",\"ref\":[\"x\""; for (i = 0; i < 60000; i++) printf ",\"abc\""; print "]}" }' > long.ndjson
$ scrutineer format convert long.ndjson | wc -c
240029
$ awk 'BEGIN { print "Donor,Amount"; printf "\"a\"\"b"; for (i = 0; i < 200000; i++) printf "c"; print "\",5" }' > long.csv
$ scrutineer format new -j am long.csv > long.yaml; scrutineer format test long.yaml
1 passed, 0 failed
! long.csv: note: 1 of its lines is a guess [draft-unsure]
!       = look for UNSURE in it

# Drafting: a table in Russian, in windows-1251, with a title above its header.

$ printf 'Ведомость\n№;Дата;ФИО;Тип жертвователя;Сумма;Партия\n1;12.03.2023;Пример;физ. лицо;1 500 000,00;Образец\n2;25.04.2023;ООО «Пример»;юр. лицо;2,50;Образец\n' | iconv -f UTF-8 -t WINDOWS-1251 > gifts.csv
$ scrutineer format new -j am gifts.csv > my.yaml; cat my.yaml
\# Drafted by `scrutineer format new` from gifts.csv (2 rows looked at).
\# Read it through: what is UNSURE was guessed. The fields and their codes stand in lawbase/vocabulary.yaml.
\#   scrutineer format test THIS.yaml
\#   scrutineer format convert --format-in THIS.yaml FILE   shows the records
\#   scrutineer check --format-in THIS.yaml FILE
\# In lawbase/formats it is found by its header, without --format-in.
format: "am.my.gifts"
title: {en: "gifts.csv"}
jurisdiction: am
record: donation
kind: csv
delimiter: ";"
encoding: [utf-8, windows-1251]   # UNSURE: look at a name with an accent or in another script
header: ["№", "Сумма", "Дата", "ФИО", "Тип жертвователя", "Партия"]
dates: d.m.yyyy
money: {currency: AMD, decimal: ",", group: " "}   # UNSURE: the file does not tell the currency; this is the jurisdiction's
fields:
  ref: "№"
  amount: "Сумма"
  received: "Дата"
  donor.name: "ФИО"
  donor.kind:
    column: "Тип жертвователя"
    codes:
      "физ. лицо": "natural"
      "юр. лицо": "company"
    others: unknown
  recipient.name: "Партия"
  # No column says these. What holds for every row can be said here; take the # away:
  # donor.anonymous: {constant: "no"}
  recipient.kind: {constant: party}   # UNSURE: for all rows, by the name of the column "Партия"
tests:
  - name: the first row
    input: |
      №;Дата;ФИО;Тип жертвователя;Сумма;Партия
      1;12.03.2023;Пример;физ. лицо;1 500 000,00;Образец
    # Does the row say that? Add what else it says.
    expect:
      - {ref: "1", amount: 1500000.00 AMD, received: 2023-03-12, donor.name: "Пример", recipient.name: "Образец"}
! gifts.csv: note: 3 of its lines are guesses [draft-unsure]
!       = look for UNSURE in it
$ scrutineer format test my.yaml
1 passed, 0 failed
$ scrutineer format convert --format-in my.yaml gifts.csv
{"record":"donation","ref":"1","amount":"1500000.00 AMD","received":"2023-03-12","donor.name":"Пример","donor.kind":"natural","recipient.name":"Образец","recipient.kind":"party"}
{"record":"donation","ref":"2","amount":"2.50 AMD","received":"2023-04-25","donor.name":"ООО «Пример»","donor.kind":"company","recipient.name":"Образец","recipient.kind":"party"}
! gifts.csv:2: note: the header stands here; what stands above it is left out [filing-header]

# In Armenian; a currency in a column; days with a time.

$ printf 'Հ/Հ,Ամսաթիվ,Նվիրատուի անուն ազգանուն,Նվիրատուի տեսակ,Գումար,Արժույթ,Կուսակցություն,Քաղաքացիություն,Վերադարձված\n1,2023/03/12 10:00:00Z,Օրինակ Օրինակյան,ֆիզիկական անձ,2 500 000,AMD,Օրինակ կուսակցություն,ՀՀ,ոչ\n2,2023/04/25 11:30:00Z,«Օրինակ» ՍՊԸ,իրավաբանական անձ,100 000.50,EUR,Օրինակ կուսակցություն,Ռուսաստան,այո\n' > hy.csv
$ scrutineer format new -j am hy.csv > hy.yaml; sed -n '/^dates/,/^tests/p' hy.yaml; scrutineer format test hy.yaml
dates: yyyy/mm/dd*
money: {currency_column: "Արժույթ", decimal: ".", group: " "}
fields:
  ref: "Հ/Հ"
  amount: "Գումար"
  received: "Ամսաթիվ"
  donor.name: "Նվիրատուի անուն ազգանուն"
  donor.kind:
    column: "Նվիրատուի տեսակ"
    codes:
      "ֆիզիկական անձ": "natural"
      "իրավաբանական անձ": "company"
    others: unknown
  donor.citizenship:
    column: "Քաղաքացիություն"
    codes:
      "ՀՀ": "AM"
    others: try
  recipient.name: "Կուսակցություն"
  # No column says these. What holds for every row can be said here; take the # away:
  # donor.anonymous: {constant: "no"}
  recipient.kind: {constant: party}   # UNSURE: for all rows, by the name of the column "Կուսակցություն"
\# Columns that are not mapped, with some of their values:
\#   Արժույթ: AMD | EUR
\#   Վերադարձված: ոչ | այո
tests:
1 passed, 0 failed
! hy.csv: note: 1 of its lines is a guess [draft-unsure]
!       = look for UNSURE in it
$ scrutineer format convert --format-in hy.yaml hy.csv
{"record":"donation","ref":"1","amount":"2500000.00 AMD","received":"2023-03-12","donor.name":"Օրինակ Օրինակյան","donor.kind":"natural","donor.citizenship":["AM"],"recipient.name":"Օրինակ կուսակցություն","recipient.kind":"party"}
{"record":"donation","ref":"2","amount":"100000.50 EUR","received":"2023-04-25","donor.name":"«Օրինակ» ՍՊԸ","donor.kind":"company","donor.citizenship":["RU"],"recipient.name":"Օրինակ կուսակցություն","recipient.kind":"party"}
$ printf 'Donor,Amount,Date\nA\001B\302\205\357\273\277C,5,2023-01-02\n' > odd.csv; scrutineer format new -j am odd.csv > odd.yaml; scrutineer format test odd.yaml
1 passed, 0 failed
! odd.csv: note: 1 of its lines is a guess [draft-unsure]
!       = look for UNSURE in it
$ grep -A 3 input: odd.yaml
    input: "Donor,Amount,Date\nA\u0001B\u0085\uFEFFC,5,2023-01-02\n"
    # Does the row say that? Add what else it says.
    expect:
      - {amount: 5.00 AMD, received: 2023-01-02, donor.name: "A\u0001B\u0085\uFEFFC"}
$ scrutineer format new --encoding klingon odd.csv
! odd.csv: error: no encoding "klingon" is known [filing-encoding]
!       = like utf-8, utf-16le, windows-1252, windows-1251, armscii-8
[2]
$ printf 'Donor,Amount,Date\nRen\303\251,5,2023-01-02\n' | scrutineer format new --encoding UTF-8 - | grep -e Ren -e encoding
      René,5,2023-01-02
      - {received: 2023-01-02, donor.name: "René"}
! standard input: note: 2 of its lines are guesses [draft-unsure]
!       = look for UNSURE in it

# A register with a title, sums at its end, days that may be "no", several citizenships in a cell, currency in a column's name.

$ printf 'Register of an invented town\n\nNo.;Date;Donor;Citizenship;Amount, drams;Party;Returned;Remark\n1;1.2.2023;Example Donor;Armenia, Russia;1 000,50;Example Party;no;%s\n2;13.2.2023;Sample Donor;USA;250,00;Example Party;20.2.2023;\n;;Total;;1 250,50;;;\n' "$(printf 'ы%.0s' $(seq 45))" > town.csv
$ scrutineer format new town.csv > town.yaml; sed -n '/^format/,$p' town.yaml
format: "my.town"
title: {en: "town.csv"}
\# jurisdiction: am   # UNSURE: by whose law? without the line, by that of every country
record: donation
kind: csv
delimiter: ";"
header: ["No.", "Amount, drams", "Date", "Returned", "Donor", "Citizenship", "Party"]
rows: {"Donor": '^(?!\s*(Total)\s*$)'}   # leaves out the rows that add up others
dates: d.m.yyyy
money: {currency: AMD, decimal: ",", group: " "}
fields:
  ref: "No."
  amount: "Amount, drams"
  received: "Date"
  returned: {column: "Returned", absent: ["no"]}
  donor.name: "Donor"
  donor.citizenship: {column: "Citizenship", separator: ",", others: read}
  recipient.name: "Party"
  # No column says these. What holds for every row can be said here; take the # away:
  # donor.anonymous: {constant: "no"}
  recipient.kind: {constant: party}   # UNSURE: for all rows, by the name of the column "Party"
\# Columns that are not mapped, with some of their values:
\#   Remark: ыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыы...
tests:
  - name: the first row
    input: |
      No.;Date;Donor;Citizenship;Amount, drams;Party;Returned;Remark
      1;1.2.2023;Example Donor;Armenia, Russia;1 000,50;Example Party;no;ыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыы
    # Does the row say that? Add what else it says.
    expect:
      - {ref: "1", amount: 1000.50 AMD, received: 2023-02-01, donor.name: "Example Donor", recipient.name: "Example Party"}
! town.csv: note: 2 of its lines are guesses [draft-unsure]
!       = look for UNSURE in it
$ scrutineer format test town.yaml
1 passed, 0 failed
$ scrutineer format convert --format-in town.yaml town.csv
{"record":"donation","ref":"1","amount":"1000.50 AMD","received":"2023-02-01","returned":null,"donor.name":"Example Donor","donor.citizenship":["AM","RU"],"recipient.name":"Example Party","recipient.kind":"party"}
{"record":"donation","ref":"2","amount":"250.00 AMD","received":"2023-02-13","returned":"2023-02-20","donor.name":"Sample Donor","donor.citizenship":["US"],"recipient.name":"Example Party","recipient.kind":"party"}
! town.csv:3: note: the header stands here; what stands above it is left out [filing-header]
! town.csv: warning: 1 rows are of no kind that the format "my.town" reads [filing-unmatched]
!       = add a part to the format if they matter

# A donor may be called Total: nothing is left out of the file then, it is only asked.

$ printf 'date,donor,sum\n2023-01-02,Total,5\n2023-01-03,Totalov,6\n' > total.csv; scrutineer format new total.csv > total.yaml; grep -n -e rows: -e XXX total.yaml
13:# rows: {"donor": '^(?!\s*(Total)\s*$)'}   # UNSURE: do rows that say so add up others? then take the first # away
15:money: {currency: XXX, decimal: "."}   # UNSURE: nothing tells the currency; put its code in place of XXX
! total.csv: note: 3 of its lines are guesses [draft-unsure]
!       = look for UNSURE in it
$ scrutineer format test total.yaml
! total.yaml:15:19: error: the currency is not told yet [format-currency]
!    15 | money: {currency: XXX, decimal: "."}   # UNSURE: nothing tells the currency; put its code in place of XXX
!       |                   ^^^
!       = put its code in, like AMD
[2]

# A word in a column of days that is no "no" is asked about.

$ scrutineer format new "$SRC/tests/data/donations.xlsx" 2>/dev/null | grep received:
  received: {column: "received"}   # UNSURE: no days; absent: [...] if they say so, else unknown: [...]: "not a day"
      - {ref: "X-1", received: 2023-03-12, donor.name: "Example Donor", recipient.name: "Example Party"}

$ scrutineer format new two.fec
! two.fec: error: formats are drafted for tables only, this is a filing to the FEC [draft-no-table]
!       = see `scrutineer format guess`, and lawbase/formats for examples
[2]
$ printf 'a;b\n1;2\n' | scrutineer format new -
! standard input: error: no column has a name that is known [draft-unknown-header]
!       = write a format by hand: lawbase/formats has examples, lawbase/header-words.yaml the known names
[2]

# Wrong usage.

$ scrutineer format
! scrutineer: format: expected one of list, show, guess, new, lint, test, convert
[2]
$ scrutineer format show nothing
! error: no format "nothing" [format-unknown]
!       = `scrutineer format list` lists them
[2]
$ scrutineer format show gb.pef-donation
! error: no format "gb.pef-donation" [format-unknown]
!       = did you mean "gb.pef-donations"?
[2]
$ scrutineer format convert
! scrutineer: format convert needs a file; `scrutineer format convert --help` shows how
[2]
$ scrutineer format convert --to xml gb.csv
! error: records cannot be written as "xml" [usage]
!       = ndjson or csv
[2]
$ scrutineer check --format-in nowhere.yaml gb.csv
! nowhere.yaml: error: cannot be read: No such file or directory [format-unknown]
[2]
