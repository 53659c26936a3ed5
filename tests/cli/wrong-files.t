# A wrong file is told from a right one, with its place and a cure, and costs no more than itself.

$ scrutineer check -j am missing.csv
! missing.csv: error: cannot be opened: No such file or directory [filing-unreadable]
!       = check the path
[2]

$ scrutineer check -j am .
! .: error: is a directory [filing-unreadable]
!       = name the files in it, like DIR/*.csv
[2]

$ : > empty.csv; scrutineer check -j am empty.csv
! empty.csv: error: the file is empty [filing-empty]
!       = nothing was read
[2]

$ printf '\211PNG\r\n\032\n' > picture.csv; scrutineer check -j am picture.csv
! picture.csv: error: this is a PNG picture, not a table in text [filing-wrong-kind]
!       = give the table that it shows, as CSV
[2]

$ printf '\377\376r\000e\000f\000' > utf16.csv; scrutineer check -j am utf16.csv
! utf16.csv: error: no format knows this file by its header [filing-unknown-format]
!       = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts one
[2]

$ printf 'a,b\0,c\n' > binary.csv; scrutineer check -j am binary.csv
! binary.csv: error: this is a binary file [filing-wrong-kind]
!       = give a table in text, as CSV or NDJSON
[2]

$ printf 'reference,received,amount,recipient,recipient_kind,donor\r1,2023-01-02,5,P,party,D\r' > mac.csv; scrutineer check -j am mac.csv
! mac.csv: error: its lines end with CR alone [filing-line-ends]
!       = tr '\r' '\n' <FILE >MENDED
[2]
$ tr '\r' '\n' <mac.csv | scrutineer check -j am - | grep records,
standard input (am.donations): 1 records, 0 unreadable  AMD 5.00
$ printf 'reference,received,sum\n1,2,3\n' > unknown.csv; scrutineer check -j am unknown.csv
! unknown.csv: error: no format knows this file by its header [filing-unknown-format]
!       = nearest is am.donations, which also needs "amount", "recipient", "recipient_kind", "donor"
!       = `--format-in NAME` names one; `scrutineer format list` lists them, `scrutineer format new FILE` drafts one
[2]

$ head -c 600 "$SRC/examples/am/donations.csv" > cut.csv; scrutineer check -j am cut.csv | grep records,
cut.csv (am.donations): 3 records, 1 unreadable, of 4 rows  AMD 2200000.00
! cut.csv:5:1: warning: unreadable row: expected 13 cells, found 4; was the file cut? [filing-wrong-width]
!       | AM-04,2020-12-16,1500000,Օրինակ կուսակցու\xD5
!       = the row is left out of all findings and totals

# One wrong row costs one row; the totals are those of the others.

$ printf 'reference,received,amount,recipient,recipient_kind,donor\n1,2022-01-01,5.000.1,P,party,A\n2,2022-02-30,5,P,party,B\n3,2022-01-01,7,P,part,C\n4,2022-01-01,9,P,party,D\n5,2022-01-01\n6,2022-01-01,"7" 8,P,party,E\n7,2022-01-01,11,P,party,\377\n' > rows.csv

$ scrutineer check -j am --fail-on violation rows.csv | grep records
rows.csv (am.donations): 1 records, 6 unreadable, of 7 rows  AMD 9.00
! rows.csv:2:14: warning: unreadable row "1": column "amount" has no money for "amount" [filing-bad-amount]
!       | 5.000.1
!       = expected an amount with "." for decimals (format am.donations)
!       = the row is left out of all findings and totals
! rows.csv:3:3: warning: unreadable row "2": column "received" has no date for "received" [filing-bad-date]
!       | 2022-02-30
!       = expected a day of the calendar as yyyy-mm-dd (format am.donations)
!       = the row is left out of all findings and totals
! rows.csv:4:18: warning: unreadable row "3": column "recipient_kind" has no code for "recipient.kind" [filing-bad-code]
!       | part
!       = expected one of the codes that the format lists (format am.donations)
!       = the row is left out of all findings and totals
! rows.csv:6:1: warning: unreadable row: expected 6 cells, found 2; was the file cut? [filing-wrong-width]
!       | 5,2022-01-01
!       = the row is left out of all findings and totals
! rows.csv:7:17: warning: unreadable row: text behind a closing quote [filing-stray-quote]
!       | 6,2022-01-01,"7" 8,P,party,E
!       = the row is left out of all findings and totals
! rows.csv:8:25: warning: unreadable row: a byte that is not utf-8 in the 6. cell [filing-encoding]
!       | 7,2022-01-01,11,P,party,\xFF
!       = `--encoding NAME` tells another one, like windows-1251 or armscii-8
!       = the row is left out of all findings and totals

# A NUL byte far down costs one row.

$ echo reference,received,amount,recipient,recipient_kind,donor > nul.csv
$ i=0; while [ $i -lt 200 ]; do echo "$i,2022-01-01,5,P,party,A"; i=$((i + 1)); done >> nul.csv
$ printf 'x,2022-01-01,5,P\0Q,party,A\n' >> nul.csv
$ scrutineer check -j am nul.csv | grep records,
nul.csv (am.donations): 200 records, 1 unreadable, of 201 rows  AMD 1000.00
! nul.csv:202:17: warning: unreadable row: a NUL byte [filing-nul]
!       | x,2022-01-01,5,P\x00Q,party,A
!       = the row is left out of all findings and totals

# Text behind a quote that closes on another line: what is shown is where that quote began.

$ printf 'reference,received,amount,recipient,recipient_kind,donor\n1,2022-01-01,5,P,party,"A\n2,2022-01-01,6,P,party,"B\n' > twice.csv
$ scrutineer check -j am twice.csv | tail -n 1
no rule of the law base is about these records
! twice.csv:2:24: warning: unreadable row: text behind a closing quote [filing-stray-quote]
!       | 1,2022-01-01,5,P,party,"A
!       = the row is left out of all findings and totals
! twice.csv:3:24: warning: unreadable row: a quote that is never closed [filing-open-quote]
!       | 2,2022-01-01,6,P,party,"B
!       = the row is left out of all findings and totals

# A quote that is never closed does not swallow the rest.

$ printf 'reference,received,amount,recipient,recipient_kind,donor\n1,2022-01-01,5,P,party,"A\n2,2022-01-01,6,P,party,B\n' > quote.csv

$ scrutineer check -j am --fail-on violation quote.csv | grep records
quote.csv (am.donations): 1 records, 1 unreadable, of 2 rows  AMD 6.00
! quote.csv:2:24: warning: unreadable row: a quote that is never closed [filing-open-quote]
!       | 1,2022-01-01,5,P,party,"A
!       = the row is left out of all findings and totals

# Nor does a line of 100 MB.

$ (printf 'reference,received,amount,recipient,recipient_kind,donor\n1,2022-01-01,5,P,party,'; head -c 100000000 /dev/zero | tr '\0' x; printf '\n2,2022-01-01,6,P,party,B\n') > long.csv

$ scrutineer check -j am --fail-on violation long.csv 2> err | grep records; cut -c 1-100 err
long.csv (am.donations): 1 records, 1 unreadable, of 2 rows  AMD 6.00
long.csv:2:1: warning: unreadable row: longer than 16 MiB [filing-long-row]
      = the row is left out of all findings and totals

# A group with an unreadable amount is undetermined, not clear.

$ printf 'reference,received,amount,recipient,recipient_kind,donor,donor_kind,donor_id,donor_citizenship,donor_anonymous,returned\n1,2022-01-01,2000000,P,party,A,natural,7,AM,no,no\n2,2022-02-01,x,P,party,A,natural,7,AM,no,no\n' > group.csv

$ scrutineer check -j am --fail-on undetermined group.csv | grep -A 4 '^undetermined.*donation.cap]'
undetermined: One person gave a party more than the yearly limit [am.donation.cap]
  --> group.csv:2  1
  --> group.csv:3  2
    donor      A
    recipient  P
! group.csv:3:14: warning: unreadable row "2": column "amount" has no money for "amount" [filing-bad-amount]
!       | x
!       = expected an amount with "." for decimals (format am.donations)
!       = the row is left out of all findings and totals

# NDJSON: what cannot be held exactly is refused.

$ printf '{"ref":"1","received":"2022-01-01","amount":1234567890123456.78,"recipient":{"name":"P","kind":"party"},"donor":{"name":"A"}}\n{"ref":"2","ref":"3"}\n[1]\n{"ref":\n{"ref":"4","received":"2022-01-01","amount":5.25,"recipient":{"name":"P","kind":"party"},"donor":{"name":"B"}}\n' > rows.ndjson

$ scrutineer check -j am --fail-on violation rows.ndjson | grep records
rows.ndjson (am.donations-ndjson): 1 records, 4 unreadable, of 5 rows  AMD 5.25
! rows.ndjson:1:1: warning: unreadable row: "amount": a number with too many digits; write it in quotes [filing-json-value]
!       | {"ref":"1","received":"2022-01-01","amount":1234567890123456.78,"recipient":{"name":"P","kind":"party"},"donor":{"name":...
!       = the row is left out of all findings and totals
! rows.ndjson:2:16: warning: unreadable row: duplicate object key near '"ref"' [filing-json-syntax]
!       | {"ref":"2","ref":"3"}
!       = the row is left out of all findings and totals
! rows.ndjson:3:1: warning: unreadable row: expected an object [filing-json-syntax]
!       | [1]
!       = the row is left out of all findings and totals
! rows.ndjson:4:7: warning: unreadable row: unexpected token near end of file [filing-json-syntax]
!       | {"ref":
!       = the row is left out of all findings and totals

# A reader that goes away is no crash; a full disk is an error.

$ scrutineer check -j am "$SRC/examples/am/donations.csv" | head -n 1
violation: A person who is not an Armenian citizen gave to a party [am.donation.foreign-person]

$ scrutineer check -j am "$SRC/examples/am/donations.csv" > /dev/full
! scrutineer: the output could not be written: No space left on device
[2]

# A workbook from a pipe is put aside first: where that does not fit, it is not half a workbook.

$ (ulimit -f 1; scrutineer format convert - < "$SRC/tests/data/donations.xlsx")
! standard input: error: the workbook could not be put aside [filing-unreadable]
!       = is there room in TMPDIR?
[2]
