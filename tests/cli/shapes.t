# Files of publishers in the shapes of other years. All rows are invented.

# The register of the United Kingdom as a whole: CRLF, no mark in front, cells that were encoded twice.

$ printf 'ECRef,RegulatedEntityName,Value,AcceptedDate,DonorName,DonorStatus,DonationType,DonationAction,ReceivedDate,RegisterName,IsIrishSource,DonorId,CompanyRegistrationNumber\r\nC1,Example Party, £-   ,29/10/2005,Example KÃƒ¶rber,Company,Cash,,1/10/2005,Great Britain,False,1.0,1234567\r\r\nC2,Example Party,"£1,000.00",29/10/2005,Plain Ltd,Company,Cash,,1/10/2005,Great Britain,False,2.0,SC123456\r\nC3,Example Party,£-5,29/10/2005,Plain Ltd,Company,Cash,,1/10/2005,Great Britain,False,2.0,"01234567 ?"\r\n' > whole.csv
$ scrutineer check whole.csv | grep "records, "
whole.csv (gb.electoral-commission-donations): 3 records, 0 unreadable  GBP 995.00
! whole.csv: note: 1 cells had been encoded twice and were put right [filing-mended]
$ scrutineer format convert whole.csv | cut -d , -f 2,3,8-10
"ref":"C1","amount":"0.00 GBP","donor.kind":"company","donor.registration_number":"01234567","recipient.name":"Example Party"
"ref":"C2","amount":"1000.00 GBP","donor.kind":"company","donor.registration_number":"SC123456","recipient.name":"Example Party"
"ref":"C3","amount":"-5.00 GBP","donor.kind":"company","donor.registration_number":"01234567","recipient.name":"Example Party"
! whole.csv: note: 1 cells had been encoded twice and were put right [filing-mended]

# Its former export in windows-1252, of 2001 to 2009 (19 columns, CRLF) and of 2011 (20, some rows with 22 cells).

$ echo '"EC reference","Entity name","Entity type","Regulated donee type","Rec'"'"'d by (AU)","Reported under 62:12","Is sponsorship","Donor name","Donor type","Company reg. no.","Postcode","Type of donation","Nature / Provision","Purpose","How dealt with","Value","Received date","Accepted date","Reported date"' > header
$ (sed 's/$/\r/' header; printf '"C1","Café Party","Political Party","","",,,"Example Ltd","Company",":1234567","","Cash","","","","£1,250.00",,"03/01/2002","18/01/2002"\r\n') | iconv -f UTF-8 -t WINDOWS-1252 | scrutineer format convert - | cut -d , -f 2-4,7-9
"ref":"C1","amount":"1250.00 GBP","accepted":"2002-01-03","donor.kind":"company","donor.registration_number":"01234567","recipient.name":"Café Party"
$ (sed 's/$/,"Compliance breach"/' header; printf '"C1","P","Political Party","","",,,"Example Ltd","Company",":01234567","","Cash","","","","£1,250.00",,"03/01/2011","18/01/2011","None","more","cells"\n"C2","P","Political Party","","",,,"Example Ltd","Company",":01234567","","Cash","","","","£5.00",,"03/01/2011","18/01/2011","None"\n') | iconv -f UTF-8 -t WINDOWS-1252 | scrutineer check - | grep "records, "
standard input (gb.pef-donations): 2 records, 0 unreadable  GBP 1255.00
! standard input:2: warning: 1 rows have text behind the last column of the header [filing-extra-cells]
!       | more
!       = they were read by the columns that have a name

# Snap, with four columns more; a cell of many kilobytes; a place name whose letter was lost.

$ (sed '1s/$/,New One,New Two,New Three,New Four/; 2,$s/$/,a,b,c,d/' "$SRC/tests/data/snap-shaped.csv"; printf 'e9,https://example.org/9,EUR,1,2,2023/05/01 10:00:00Z,,Example,"K?benhavn,DK",,Example,,18+,denmark,"%s",,,\n' "$(printf '%05000d' $(seq 9))") | scrutineer check - | grep records,
standard input (snap.political-ads): 5 records, 0 unreadable  USD 867.00, GBP 120.00, EUR 111.00

# Filings to the FEC: paper ones that were typed in, version 5 with commas and quotes, a version yet to come.

$ echo 'BEGIN { OFS = "\034" } { n = split($0, word, " "); $0 = ""; for (i = 1; i <= n; i++) { split(word[i], at, "="); $(at[1]) = at[2] } print }' > fec.awk
$ printf '1=HDR 2=P3.2 3=Example\n1=F3XN 2=C00000001 3=Example\n1=SA11AI 2=C00000001 4=Donor 5=Example 12=ZZ 14=20120201 21=250.00\n1=SA11AI 4=Other 14=20120202 21=50.00 22=X 24=12950000001\n' | awk -f fec.awk | scrutineer format convert - | cut -c 1-200
{"record":"report","form":"F3XN","filer.name":"Example","filer.id":"C00000001","amends":false}
{"record":"donation","amount":"250.00 USD","received":"2012-02-01","donor.name":"Example Donor","donor.address_abroad":true,"recipient.name":"Example","recipient.id":"C00000001","line":"SA11AI","memo"
{"record":"donation","amount":"50.00 USD","received":"2012-02-02","donor.name":"Other","recipient.name":"Example","line":"SA11AI","memo":true}
$ printf '"HDR","FEC","5.3","Example","1","^","FEC-7","1",""\n"F3XN","C00000001","Example, "The" Committee","","","","","","","","M6","","","","20050501","20050531"\n"SA11ai","C00000001","IND","Donor^Example^Mr^Jr","","","Town","ZZ","00000","","","","","250.00","20050501","1250.50"\n' > v5.fec
$ scrutineer format convert v5.fec | cut -c 1-220
{"record":"report","form":"F3XN","filer.name":"Example, \"The\" Committee","filer.id":"C00000001","from":"2005-05-01","to":"2005-05-31","amends":false,"amended_ref":"FEC-7","election":"M6"}
{"record":"donation","amount":"1250.50 USD","received":"2005-05-01","donor.name":"Example Donor Jr","donor.kind":"natural","donor.address_abroad":true,"recipient.name":"Example, \"The\" Committee","recipient.id":"C000000
$ printf '1=HDR 2=FEC 3=9.9\n1=F3XN 2=C00000001 3=Example\n1=SA11AI 2=C00000001 3=T1 6=IND 8=Donor 20=20300201 21=250.00\n' | awk -f fec.awk > next.fec; scrutineer check next.fec | grep -A 2 "records, "
next.fec (us.fec-electronic-filing): 2 records, 0 unreadable
    report              1
    donation            1  USD 250.00
! next.fec: warning: the form "F3XN" is not known in version 9.9; read like the newest that is [filing-unknown-version]
! next.fec: warning: the form "SA11AI" is not known in version 9.9; read like the newest that is [filing-unknown-version]

# A text that has no end would swallow the rows behind it.

$ printf 'HDR\034FEC\0348.3\nF99\034C00000001\034Example\n[BEGINTEXT]\nDear Sirs,\nSA11AI\034C00000001\n' | scrutineer format convert - | cut -c 1-120
{"record":"report","form":"F99","filer.name":"Example","filer.id":"C00000001","amends":false,"text":"Dear Sirs,\nSA11AI\
! standard input:3: warning: a text begins here that has no [ENDTEXT]: all behind it was taken for text [filing-open-text]
!       = was the file cut?

# A notice within 48 hours tells what the next report tells again.

$ printf '1=HDR 2=FEC 3=8.3\n1=F6N 2=C00000001 3=Example\n1=F65 2=C00000001 3=T1 4=IND 6=Donor 17=20180201 18=1000\n' | awk -f fec.awk | scrutineer format convert - | cut -c 1-130
{"record":"report","form":"F6N","filer.id":"C00000001","amends":false}
{"record":"donation","ref":"T1","amount":"1000.00 USD","received":"2018-02-01","donor.name":"Donor","donor.kind":"natural","recipi
! standard input: note: 1 rows: a notice within 24 or 48 hours: the filer's next report usually tells the same again; together they count twice [filing-note]

# Its bulk files, which have no header, are known by their first row; the committee master file tells the names.

$ printf 'C00000001|N|Q1|P2024|202404150000000001|15|IND|O"DONOR, EXAMPLE|TOWN|TX|75001|NONE|RETIRED|02012024|250||T1|1|||4040120240000000001\nC00000001|N|Q1|P2024|202404150000000002|15|IND|DONOR|BERLIN|ZZ|00000|NONE|NONE|0202024|100||T2|1|||4040120240000000002\n' > itcont.txt
$ printf 'C00000001|EXAMPLE COMMITTEE|TREASURER|1 ST||TOWN|TX|75001|U|Q||Q|C|EXAMPLE CORP|\n' > cm.txt
$ scrutineer format guess itcont.txt; scrutineer format guess cm.txt
itcont.txt:
  fits     us.fec-individual-contributions      21 of 21
cm.txt:
  fits     us.fec-committees                    15 of 15
$ scrutineer format convert itcont.txt cm.txt
{"record":"donation","ref":"4040120240000000001","amount":"250.00 USD","received":"2024-02-01","donor.name":"O\"DONOR, EXAMPLE","donor.kind":"natural","donor.country":"US","donor.address_abroad":false,"recipient.id":"C00000001","line":"15","memo":null}
{"record":"listing","ref":"C00000001","actor.name":"EXAMPLE COMMITTEE","actor.id":"C00000001","actor.kind":"campaigner","actor.address_abroad":false,"agent.name":"EXAMPLE CORP","list":"Committees registered with the FEC"}
! itcont.txt:2:80: warning: unreadable row "4040120240000000002": column "TRANSACTION_DT" has no date for "received" [filing-bad-date]
!       | 0202024
!       = expected a day of the calendar as mmddyyyy (format us.fec-individual-contributions)
!       = the row is left out of all findings and totals
