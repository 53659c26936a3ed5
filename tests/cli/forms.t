# Forms of our own, for what has no official machine-readable form: each example as CSV and as JSON gives the same records.

$ cp "$SRC"/examples/forms/* .; for form in transparency-notices media-owners media-income campaign-fund annual-report donors; do scrutineer format convert $form.csv > $form.records; scrutineer format convert $form.*json | cmp - $form.records && echo "$form: $(wc -l < $form.records) records"; done
transparency-notices: 2 records
media-owners: 3 records
media-income: 2 records
campaign-fund: 4 records
annual-report: 5 records
donors: 3 records
$ cat transparency-notices.records
{"record":"ad","ref":"N-2026-0001","amount":"1200.50 EUR","start":"2026-03-01","end":"2026-03-20","sponsor.name":"Beispiel Verein e.V.","sponsor.id":"VR 00000","sponsor.kind":"unincorporated-association","sponsor.country":"DE","sponsor.contact":"post@verein.example; Beispielweg 1, 00000 Beispielstadt","sponsor.controlled_from":["CY"],"payer.name":"Example Holding Ltd","payer.id":"HE000000","payer.kind":"company","payer.country":"CY","payer.contact":"office@holding.example","publisher.name":"Example Platform","publisher.country":"IE","publisher.contact":"ads@publisher.example","target_countries":["DE","FR"],"online":true,"election_day":"2026-05-10","election_country":"DE","impressions":"9500","controller.name":"Example Holding Ltd","controller.id":"HE000000","controller.kind":"company","controller.country":"CY","controller.contact":"office@holding.example","amount_method":"sum of the invoices for the advertisement, without tax","other_benefits":"use of a studio for one day","other_benefits_value":"300.00 EUR","campaign":"Example spring campaign","campaign_amount":"9000.00 EUR","funds_from_public":false,"funds_from_union":true,"election":"Example municipal election","official_information":"https://elections.example/take-part","repository":"https://repository.example/ads/1","complaint_contact":"https://publisher.example/report-an-ad","suspended":null,"targeting":"age over 18 and place of residence; no sensitive data","reach":"4000","engagements":"120"}
{"record":"ad","ref":"N-2026-0002","amount":"80.00 EUR","start":"2026-03-05","end":"2026-03-05","sponsor.name":"Example Person","sponsor.kind":"natural","sponsor.citizenship":["FR"],"sponsor.country":"FR","sponsor.contact":"person@example.org","sponsor.voter":true,"sponsor.resident":true,"sponsor.controlled_from":null,"payer.name":null,"publisher.name":"Example Newspaper","publisher.country":"FR","publisher.contact":"letters@newspaper.example","target_countries":["FR"],"online":false,"controller.name":null,"amount_method":"price list of the newspaper","other_benefits":null,"campaign":null,"funds_from_public":false,"funds_from_union":true,"election":null,"official_information":null,"repository":null,"complaint_contact":"letters@newspaper.example","suspended":"yes, on 2026-03-06: the label was missing","targeting":null,"reach":"15000"}
$ cat media-owners.records media-income.records
{"record":"ownership","ref":"O-1","owned.name":"Example Radio CJSC","owned.id":"00000000","owned.country":"AM","owned.contact":"radio@example.am","owner.name":"Example Holding Ltd","owner.id":"HE000000","owner.kind":"company","owner.country":"CY","owner.contact":"office@holding.example","share":"60 %","direct":true,"beneficial":false,"interest":"capital and votes","from":"2020-01-01","to":null}
{"record":"ownership","ref":"O-2","owned.name":"Example Radio CJSC","owned.id":"00000000","owned.country":"AM","owner.name":"Օրինակ Օրինակյան","owner.kind":"natural","owner.citizenship":["AM","RU"],"owner.country":"AM","share":"25 %","share_most":"50 %","direct":false,"beneficial":true,"interest":"votes through Example Holding Ltd","from":"2020-01-01","to":"2024-06-30"}
{"record":"ownership","ref":"O-3","owned.name":"Example Online LLC","owned.country":"AM","owner.name":"Republic of Armenia","owner.kind":"public-body","owner.country":"AM","share":"12.5 %","direct":true,"beneficial":false,"interest":"capital"}
{"record":"income","ref":"I-1","outlet.name":"Example Online LLC","outlet.id":"00000000","outlet.country":"AM","outlet.contact":"news@example.am","payer.name":"Example Ministry","payer.kind":"public-body","payer.country":"AM","amount":"5000000.00 AMD","source":"state-advertising","from":"2025-01-01","to":"2025-12-31"}
{"record":"income","ref":"I-2","outlet.name":"Example Online LLC","outlet.id":"00000000","outlet.country":"AM","outlet.contact":"news@example.am","payer.name":"Example Embassy","payer.kind":"foreign-state","payer.country":"FR","amount":"12000.50 EUR","source":"foreign-authority","from":"2025-01-01","to":"2025-12-31"}
$ cat campaign-fund.records annual-report.records
{"record":"report","ref":"D-2","form":"campaign-fund","filer.name":"Օրինակ կուսակցություն","filer.id":"00-00","filer.kind":"party-campaign-fund","from":"2026-05-08","to":"2026-05-17","filed":"2026-05-18","amends":true,"amended_ref":"D-1","election":"Example election of 2026","receipts":"1500000.00 AMD","donations":"900000.00 AMD","expenditures":"100000.50 AMD","balance":"1399999.50 AMD","debts":"0.00 AMD"}
{"record":"donation","ref":"D-2/1","amount":"900000.00 AMD","received":"2026-05-09","returned":null,"donor.name":"Օրինակ Օրինակյան","donor.id":"0000000000","donor.kind":"natural","donor.citizenship":["AM","FR"],"donor.country":"AM","donor.birth_date":"1980-01-31","donor.voter":true,"recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party-campaign-fund","form":"cash","payment":"bank","paid_from_country":"AM","line":"campaign-fund"}
{"record":"receipt","ref":"D-2/2","amount":"600000.00 AMD","received":"2026-05-09","payer.name":"Օրինակ կուսակցություն","payer.kind":"party","payer.country":"AM","recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party-campaign-fund","purpose":"transfer of the party","line":"campaign-fund"}
{"record":"expenditure","ref":"D-2/3","amount":"100000.50 AMD","paid":"2026-05-10","spender.name":"Օրինակ կուսակցություն","spender.id":"00-00","spender.kind":"party-campaign-fund","payee.name":"Example Print LLC","payee.kind":"company","payee.country":"AM","purpose":"posters, 500 of them","line":"campaign-fund"}
{"record":"report","ref":"R-2025","form":"annual-report","filer.name":"Օրինակ կուսակցություն","filer.id":"00-00","filer.kind":"party","from":"2025-01-01","to":"2025-12-31","filed":"2026-03-25","amends":false,"amended_ref":null,"receipts":"8400000.00 AMD","donations":"3400000.00 AMD","expenditures":"7000000.00 AMD","balance":"1400000.00 AMD","debts":"5000000.00 AMD","audited":true}
{"record":"donation","ref":"R-2025/1","amount":"2500000.00 AMD","received":"2025-02-03","returned":null,"donor.name":"Օրինակ Օրինակյան","donor.id":"0000000000","donor.kind":"natural","donor.citizenship":["AM"],"donor.country":"AM","recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party","form":"cash","payment":"bank","paid_from_country":"AM","line":"annual-report"}
{"record":"donation","ref":"R-2025/2","amount":"900000.00 AMD","received":"2025-06-30","returned":"2025-07-10","donor.name":"«Օրինակ» ՍՊԸ","donor.id":"00000000","donor.kind":"company","donor.country":"AM","donor.foreign_share":"45.5 %","recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party","form":"non-cash","line":"annual-report"}
{"record":"loan","ref":"R-2025/3","amount":"5000000.00 AMD","entered":"2025-09-01","lender.name":"Example Bank","lender.id":"00000001","lender.kind":"company","lender.country":"AM","lender.foreign_share":null,"borrower.name":"Օրինակ կուսակցություն","borrower.id":"00-00","borrower.kind":"party","line":"annual-report"}
{"record":"expenditure","ref":"R-2025/4","amount":"7000000.00 AMD","paid":"2025-11-11","spender.name":"Օրինակ կուսակցություն","spender.id":"00-00","spender.kind":"party","payee.name":"Example Hall","payee.kind":"company","payee.country":"AM","purpose":"congress","line":"annual-report"}
$ cat donors.records
{"record":"donation","ref":"G-1","amount":"2500000.00 AMD","received":"2025-02-03","returned":null,"donor.name":"Օրինակ Օրինակյան","donor.id":"0000000000","donor.kind":"natural","donor.anonymous":false,"donor.citizenship":["AM","FR"],"donor.country":"AM","donor.birth_date":"1980-01-31","donor.voter":true,"recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party","form":"cash","payment":"bank","paid_from_country":"AM"}
{"record":"donation","ref":"G-2","amount":"900000.50 AMD","received":"2025-06-30","returned":"2025-07-10","donor.name":"«Օրինակ» ՍՊԸ","donor.id":"00000000","donor.kind":"company","donor.anonymous":false,"donor.country":"AM","donor.foreign_share":"45.5 %","recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party","form":"non-cash"}
{"record":"donation","ref":"G-3","amount":"50000.00 AMD","received":"2025-07-01","returned":null,"donor.anonymous":true,"recipient.name":"Օրինակ կուսակցություն","recipient.id":"00-00","recipient.kind":"party","form":"cash","payment":"banknotes"}

# The same as sheets of a workbook or packed, and every column of the examples is explained beside the formats.

$ gzip -k donors.csv; scrutineer format convert donors.csv.gz | cmp - donors.records
$ for column in $(head -q -n 1 *.csv | tr ',' '\n' | sort -u); do grep -q -w -e "$column" "$SRC/lawbase/formats/README.md" || echo "$column is not explained"; done
$ scrutineer format show eu.media-income
eu.media-income: Media outlets: yearly income from state and foreign advertising (European Media Freedom Act, Article 6)
  kind          csv-or-ndjson
  encoding      utf-8
  recognised by statement_id, outlet, source, amount, to
  dates         yyyy-mm-dd
  currency in   currency
~
  income
    ref                      <- "statement_id"                text: the source's own reference of the statement
    outlet.name              <- "outlet"                      text: name as filed
    outlet.id                <- "outlet_id"                   text: identity number or register number that belongs to one actor only
    outlet.country           <- "outlet_country"              country: country of the address or seat
    outlet.contact           <- "outlet_contact"              text: e-mail, postal address or another way to reach it, as stated
    from                     <- "from"                        date: first day of the year
    to                       <- "to"                          date: last day of the year
    source                   <- "source"                      code: what sort of money it is
                                one of: state-advertising, foreign-authority, political-ads, other
    payer.name               <- "payer"                       text: name as filed
    payer.kind               <- "payer_kind"                  code: what sort of actor it is
                                one of: natural, company, limited-liability-partnership, trade-union, friendly-society, unincorporated-association, trust, charity, party, party-campaign-fund, candidate-campaign-fund, candidate, officeholder, members-association, campaigner, public-body, foreign-state, international-organisation, european-party, accounting-unit, inaugural-committee, ballot-committee, other
    payer.country            <- "payer_country"               country: country of the address or seat
    amount                   <- "amount"                      money: what it got
    outlet_income            <- "outlet_income"               money: all that the outlet got within the year, from whomever, as stated
~
  example
    {"statement_id": "I-1", "outlet": "Example Online LLC", "outlet_country": "AM", "from": "2025-01-01", "to": "2025-12-31",
    "source": "foreign-authority", "payer": "Example Ministry", "payer_kind": "foreign-state", "payer_country": "RU",
    "amount": "5000000", "currency": "AMD"}

# What the law says about them: nothing is passed over because of the form.

$ scrutineer check transparency-notices.csv | grep records,
transparency-notices.csv (eu.transparency-notices): 2 records, 0 unreadable  EUR 1280.50
$ scrutineer check annual-report.json donors.csv | grep -A 3 records,
annual-report.json (am.declarations): 5 records, 0 unreadable
    report              1
    donation            2  AMD 3400000.00
    loan                1  AMD 5000000.00
--
donors.csv (am.donations): 3 records, 0 unreadable  AMD 3450000.50
~
  rule                                            violat. indicat. undeter.   exempt
  am.declaration.final                                  0        0        1        0
