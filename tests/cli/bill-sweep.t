# A limit over many values, in one pass; the ways around a bill; what it closes; a paper for the committee.

$ cp "$SRC"/examples/bills/*.yaml "$SRC/examples/bills/donations.csv" .

$ scrutineer bill sweep -j am am.max_foreign_share=5%..45%/5% donations.csv
limit      am.max_foreign_share  Largest foreign share in the capital of a donor
filings    donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
value                      violat.  indicat.  undeter.    actors just under  sums
5 %                              3         0         0         3             AMD 2700000.00
10 %                             3         0         0         3          0  AMD 2700000.00
15 %                             3         0         0         3          0  AMD 2700000.00
20 %                             2         1         0         3          0  AMD 2700000.00
25 %                             2         1         0         3          0  AMD 2700000.00  <- the curve bends here
30 %                             1         1         0         2          1  AMD 1800000.00
35 %                             0         1         0         1          1  AMD 900000.00
40 %                             0         0         0         0          1
45 %                             0         0         0         0          0
~
9 findings of rules that do not use the limit are the same at every value
$ scrutineer bill sweep -j am am.max_foreign_share=20%,30% am.donation_cap=500000,900000 donations.csv
limit      am.max_foreign_share  Largest foreign share in the capital of a donor
           am.donation_cap  Most that one person may give to a party in a calendar year
filings    donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
value                      violat.  indicat.  undeter.    actors just under  sums
20 %, 500000.00 AMD              5         4         0         6             AMD 8700000.00
20 %, 900000.00 AMD              5         4         0         6             AMD 8700000.00
30 %, 500000.00 AMD              4         4         0         5             AMD 7800000.00
30 %, 900000.00 AMD              4         4         0         5             AMD 7800000.00
~
9 findings of rules that do not use the limit are the same at every value
~
4 findings rest on law of low confidence and are left out (--include-low)
$ scrutineer bill sweep -j am am.donation_cap=500000..1000000/100000 donations.csv --format csv
am.donation_cap,violations,indicators,undetermined,actors,amounts
500000.00 AMD,3,3,0,3,"AMD 6000000.00"
600000.00 AMD,3,3,0,3,"AMD 6000000.00"
700000.00 AMD,3,3,0,3,"AMD 6000000.00"
800000.00 AMD,3,3,0,3,"AMD 6000000.00"
900000.00 AMD,3,3,0,3,"AMD 6000000.00"
1000000.00 AMD,0,0,0,0,""
$ scrutineer bill sweep -j am am.max_foreign_share=30%,40% donations.csv --format json | sed -n '/same_at/,$p'
  "same_at_every_value": 9,
  "points": [
    {
      "values": {
        "am.max_foreign_share": "30 %"
      },
      "violation": 1,
      "indicator": 1,
      "undetermined": 0,
      "exempt": 1,
      "actors": 2,
      "amounts": {
        "AMD": "1800000.00"
      }
    },
    {
      "values": {
        "am.max_foreign_share": "40 %"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "actors": 0,
      "amounts": {}
    }
  ]
}
$ scrutineer bill sweep -j am am.max_foreign_share=20%..40%/10% donations.csv --format svg
<svg xmlns="http://www.w3.org/2000/svg" width="720" height="320" viewBox="0 0 720 320" font-family="sans-serif" font-size="13" role="img">
<title>findings over am.max_foreign_share</title>
<line x1="60" y1="270" x2="700" y2="270" stroke="#888"/>
<line x1="60" y1="20" x2="60" y2="270" stroke="#888"/>
<text x="54" y="25" text-anchor="end">3</text>
<text x="54" y="270" text-anchor="end">0</text>
<text x="4" y="14">findings</text>
<text x="60.0" y="288" text-anchor="middle" font-size="11">20 %</text>
<text x="380.0" y="288" text-anchor="middle" font-size="11">30 %</text>
<text x="700.0" y="288" text-anchor="middle" font-size="11">40 %</text>
<polyline fill="none" stroke="#06c" stroke-width="2" points="60.0,20.0 380.0,103.3 700.0,270.0"/>
<circle cx="60.0" cy="20.0" r="3" fill="#06c"><title>20 %: 3</title></circle>
<circle cx="380.0" cy="103.3" r="6" fill="#c40"><title>30 %: 2, the curve bends here</title></circle>
<circle cx="700.0" cy="270.0" r="3" fill="#06c"><title>40 %: 0</title></circle>
<text x="380" y="310" text-anchor="middle">Largest foreign share in the capital of a donor</text>
</svg>

# With a bill in between: the limit of its rules.

$ scrutineer bill sweep -j am am.max_foreign_share=0%..50%/10% am-da12-beneficial-owner.yaml donations.csv --as-if 2017-04-01 | sed -n '/^value/,/^~*$/p'
value                      violat.  indicat.  undeter.    actors just under  sums
0 %                              7         0         0         4             AMD 6300000.00
10 %                             7         0         0         4          0  AMD 6300000.00
20 %                             6         1         0         4          0  AMD 6300000.00
30 %                             4         1         0         3          2  AMD 4500000.00
40 %                             1         0         0         1          4  AMD 900000.00  <- the curve bends here
50 %                             1         0         0         1          0  AMD 900000.00
~

# Wrong values are told.

$ scrutineer bill sweep -j am am.max_foreign_shares=5%..45%/5% donations.csv
! error: the law base has no "am.max_foreign_shares" [law-unknown-name]
!       = did you mean "am.max_foreign_share"?
[2]
$ scrutineer bill sweep -j am am.max_foreign_share=45%..5%/5% donations.csv
! error: "45%..5%/5%" leads nowhere [sweep-value]
!       = like 5%..50%/5%
[2]
$ scrutineer bill sweep -j am am.max_foreign_share=5%..45% donations.csv
! error: "5%..45%" has no step [sweep-value]
!       = write from..to/step, like 5%..50%/5%; spans of time one by one
[2]
$ scrutineer bill sweep -j am am.max_foreign_share=5..a donations.csv
! error: "5..a" has no step [sweep-value]
!       = write from..to/step, like 5%..50%/5%; spans of time one by one
[2]
$ scrutineer bill sweep -j am am.max_foreign_share=1%..99%/0.1% donations.csv
! error: more than 256 values [sweep-value]
!       = take larger steps
[2]
$ scrutineer bill sweep -j am am.donation_cap=500000..600000/ donations.csv
! error: expected an amount with its currency, like 2500000 AMD for "am.donation_cap", found " AMD" [sweep-value]
!       = write it like 5%..50%/5%, 100000..500000/50000 or 10%,30%
[2]
$ scrutineer bill sweep -j am am.donation_cap=500000..600000/0 donations.csv
! error: "500000..600000/0" leads nowhere [sweep-value]
!       = like 5%..50%/5%
[2]
$ scrutineer bill sweep -j am am.donation_cap=1..100/1 am.max_foreign_share=1%..100%/1% donations.csv
! error: 10000 combinations of values are more than 256 [sweep-value]
!       = take larger steps, or one limit after the other
[2]
$ scrutineer bill sweep donations.csv
! scrutineer: usage: scrutineer bill sweep LIMIT=5%..50%/5% [LIMIT=...] [BILL.yaml...] FILE...; `scrutineer bill sweep --help` tells more
[2]

# The 30 % rule of 2017, probed: exactly the limit, two holders of 20 %, a holding at home, a person in between.

$ scrutineer bill probe -j am am-foreign-share-2017.yaml
am.donation.foreign-share  A company over the foreign-share limit gave to a party
  it catches (violation):
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  1. Through an association that campaigns, and not through the party
     stays clear of the whole law
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: campaigner, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  2. another recipient.kind
     stays clear of the whole law
     likewise: company, limited-liability-partnership, trade-union, friendly-society, unincorporated-association, trust, charity, candidate, officeholder, members-association, public-body, foreign-state, international-organisation, european-party, accounting-unit, inaugural-committee, ballot-committee, other
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: natural, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  3. another donor.kind
     stays clear of the whole law
     likewise: trade-union, friendly-society, unincorporated-association, trust, party, party-campaign-fund, candidate-campaign-fund, candidate, officeholder, members-association, campaigner, european-party, accounting-unit, inaugural-committee, ballot-committee, other
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: limited-liability-partnership, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  4. A domestic holding company in between, whose owner is abroad
     stays clear of the whole law
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "0 %", donor.largest_foreign_share: none, donor.incorporated_in: AM, donor.controlled_from: CY}
~
  5. a day before it begins
     around this rule; of other rules: am.donation.public-bodies-2002 (undetermined)
      - donation: {received: 2017-03-31, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  6. on the first day after its end
     around this rule; of other rules: am.donation.anonymous (undetermined), am.donation.legal-person (undetermined), am.donation.not-by-bank (undetermined), am.donation.returned-late (undetermined)
      - donation: {received: 2021-01-19, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  7. another donor.kind
     around this rule; of other rules: am.donation.foreign-person-2017 (undetermined), am.donation.unidentified-2017 (undetermined), am.donation.cap-old (undetermined)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: natural, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  8. another donor.kind
     around this rule; of other rules: am.donation.public-budget-2017 (undetermined)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: public-body, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  9. A citizen gives it in his own name, with another's money
     around this rule; of other rules: am.donation.unidentified-2017 (undetermined), am.donation.cap-old (undetermined)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: natural, donor.foreign_share: none, donor.largest_foreign_share: none, donor.citizenship: AM, donor.country: AM, donor.voter: "yes"}
~
  10. exactly the limit
     around this rule; of other rules: am.donation.foreign-share-several (indicator)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "30 %"}
~
  11. Two foreign holders with half of the share each
     around this rule; of other rules: am.donation.foreign-share-several (indicator)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "40 %", donor.largest_foreign_share: "20 %"}
~
  12. another recipient.kind
     around this rule; of other rules: am.fund.anonymous (undetermined), am.fund.source (violation)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party-campaign-fund, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  13. another recipient.kind
     around this rule; of other rules: am.fund.anonymous (undetermined), am.fund.candidate-source (violation)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: candidate-campaign-fund, donor.kind: company, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  14. another donor.kind
     around this rule; of other rules: am.donation.charity-2017 (violation)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: charity, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  15. another donor.kind
     around this rule; of other rules: am.donation.foreign-state-2017 (violation)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: foreign-state, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  16. another donor.kind
     around this rule; of other rules: am.donation.international-2017 (violation)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: international-organisation, donor.foreign_share: "31 %", donor.largest_foreign_share: "31 %"}
~
  17. The foreign owner gives as a natural person
     around this rule; of other rules: am.donation.foreign-person-2017 (violation), am.donation.unidentified-2017 (undetermined), am.donation.cap-old (undetermined)
      - donation: {received: 2019-05-02, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: natural, donor.foreign_share: none, donor.largest_foreign_share: none, donor.citizenship: CY, donor.country: AM}
~
  17 ways around it, of 52 changes tried
$ scrutineer bill probe -j am am-da12-beneficial-owner.yaml --lang hy | head -n 12
am.da-12.beneficial-owner  Արտերկրից վերջնականապես տնօրինվող կամ վերահսկվող ընկերությունը նվիրաբերել է կուսակցությանը
  it catches (violation):
      - donation: {received: 2027-05-01, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "40 %", donor.largest_foreign_share: "20 %", donor.controlled_from: AM}
~
  1. exactly the limit
     stays clear of the whole law
      - donation: {received: 2027-05-01, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: party, donor.kind: company, donor.foreign_share: "30 %", donor.largest_foreign_share: "20 %", donor.controlled_from: AM}
~
  2. Քարոզարշավող միավորման միջոցով, ոչ թե կուսակցության
     stays clear of the whole law
      - donation: {received: 2027-05-01, amount: 900000 AMD, recipient.name: Example Party, recipient.kind: campaigner, donor.kind: company, donor.foreign_share: "40 %", donor.largest_foreign_share: "20 %", donor.controlled_from: AM}
~

# A loan in place of a gift is told in another type of record: in Germany nothing finds it there. In Armenia rules
# about loans do, so that it is no way around.

$ scrutineer bill probe -j de de-no-union-exception.yaml | grep -A 2 "A loan in place" | head -n 3
  2. A loan in place of a gift
     stays clear of the whole law
      - loan: {entered: 2017-08-01, amount: 9000 EUR, borrower.name: Example Party, borrower.kind: party, lender.kind: company, lender.country: CH, lender.union_share: "0 %", form: loan}
$ scrutineer bill probe -j am am-foreign-share-2017.yaml | grep -c "A loan in place"
0
[1]
$ scrutineer bill probe -j am am-da12-beneficial-owner.yaml | grep -c "A loan in place"
0
[1]

# What it closes of the open recommendations, and what a repeal opens.

$ scrutineer bill gaps am-da01-voters.yaml -j am --against recommendations
am: Open recommendations to Armenia, as in force on 2027-01-01
  closes  DA-01    missing -> covered  Let voters pay into the campaign funds of parties again, within a limit.
          voters may pay again, and no more than 500 times the unit of the minimum salary
1 closed or narrowed, 0 opened; 5 of 10 items stay open
$ scrutineer bill gaps am-da12-beneficial-owner.yaml -j am --against recommendations
am: Open recommendations to Armenia, as in force on 2027-01-01
0 closed or narrowed, 0 opened; 6 of 10 items stay open
$ scrutineer bill gaps de-no-union-exception.yaml -j de --against idea
de: International IDEA, Political Finance Database, as in force on 2027-01-01
0 closed or narrowed, 0 opened; 14 of 32 items stay open
$ printf '%s\n' 'bill: am.no-cap' 'title: {en: No cap, hy: x}' 'sponsor: invented' 'source: invented' 'base: {date: 2026-11-24}' 'commencement: 2027-01-01' 'changes:' '  - repeal: am.donation.foreign-state' '  - repeal: am.donation.foreign-person' '  - repeal: am.donation.legal-person' '  - repeal: am.parties-2016/24.4' > opens.yaml; scrutineer bill gaps opens.yaml -j am --against idea | cut -c 1-60
am: International IDEA, Political Finance Database, as in fo
  opens   1        covered -> unknown  Are foreign interests
  opens   3        covered -> unknown  Are companies barred 
  opens   5        covered -> unknown  Are trade unions barr
  opens   9        covered -> unknown  Are companies with go
  opens   11       covered -> unknown  Are companies partly 
  opens   13       covered -> unknown  Are other sources bar
0 closed or narrowed, 6 opened; 7 of 32 items stay open
$ scrutineer bill gaps am-da01-voters.yaml -j am --against nobody
! error: there is no standard "nobody" [standard-unknown]
!       = there are: coe, idea, recommendations, venice
[2]
$ sed 's/item: DA-01/item: DA-99/' am-da01-voters.yaml > wrong.yaml; scrutineer bill lint wrong.yaml -j am
! wrong.yaml:22:11: error: the standard "recommendations" has no item "DA-99" [bill-unknown]
!    22 |     item: DA-99
!       |           ^^^^^
!       = see lawbase/standards
[2]

# The paper: one page with all of it, or Markdown.

$ scrutineer bill report -j am am-da12-beneficial-owner.yaml donations.csv --as-if 2017-04-01 | grep -o '<h[123]>[^<]*' | head -n 24
<h1>Behind the 30 % test stands who ultimately owns or controls the donor
<h2>The redline
<h2>Behind the 30 % test stands who ultimately owns or controls the donor
<h3>Article 24, new paragraph (DA-12), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
<h2>Provisions concerned
<h2>Effect on filings
<h3>By rule
<h3>By donor
<h3>By recipient
<h3>By year
<h3>One by one
<h2>Against international standards
<h3>am: Council of Europe, Recommendation Rec(2003)4 on corruption in the funding of parties and campaigns, as in force on 2017-04-01
<h3>am: International IDEA, Political Finance Database, as in force on 2017-04-01
<h3>am: Open recommendations to Armenia, as in force on 2017-04-01
<h3>am: Venice Commission and ODIHR, Guidelines on Political Party Regulation, and opinions on foreign contributions, as in force on 2017-04-01
<h2>Ways around it
<h3>am.da-12.beneficial-owner  A company that is ultimately owned or controlled from abroad gave to a party
<h3>am.donation.foreign-share  A company over the foreign-share limit gave to a party
<h3>am.donation.foreign-share-indirect  Over companies at home, more than the limit of a company that gave was held abroad (2017 to 2021)
<h3>am.donation.foreign-share-several  Several foreign participants together held more than the limit (2017 to 2021)
<h3>am.loan.foreign-lender-2017  A foreign state, a foreign person or a company over the foreign-share limit lent to a party (2017 to 2021)
<h2>The law as it would read
<h2>The law as it would read on 2017-04-01
$ scrutineer bill report -j am am-da12-beneficial-owner.yaml donations.csv --as-if 2017-04-01 | grep -c 'https*://[^ <]*\.\(js\|css\)\|<script'
0
[1]
$ scrutineer bill report -j am am-da12-beneficial-owner.yaml donations.csv --as-if 2017-04-01 --format md | sed -n '/^## Confidence/,$p'
\## Confidence and limits
~
What this paper cannot know.
~
* am.da-12.beneficial-owner: whether several foreign participants are added up is not settled (D-5); the bill adds them up
* As if: the filings were held against the bill as if it had been in force from 2017-04-01; who gives would have acted otherwise under it
* Article 24, new paragraph (DA-12), confidence medium: whether several foreign participants are added up is not settled (D-5); the bill adds them up
* donations.csv: 12 records read; 0 rows could not be read and are in no figure
~
Made by scrutineer 0.1.0. A tool, not legal advice.

# A bill that sets a limit: the same filings at other values of it, in the same pass; `bill sweep` over the bill gives the
# same, value by value.

$ cp "$SRC/examples/bills/am-lower-cap.yaml" "$SRC/examples/am/donations.csv" .; scrutineer bill report -j am am-lower-cap.yaml donations.csv --as-if 2023-01-01 --format md > paper.md; sed -n '/^## Around/,/^## Against/p' paper.md
\## Around the new value
~
What the same filings would meet at other values of the limit, as if it always had them: where the curve bends, and how many sit just under each value.
~
\### Most that one person may give to a party in a calendar year
~
```
value                      violat.  indicat.  undeter.    actors just under  sums
420000.00 AMD                    3         2         2         3             AMD 12000000.00
680000.00 AMD                    3         2         2         3          0  AMD 12000000.00
940000.00 AMD                    3         2         2         3          0  AMD 12000000.00
1200000.00 AMD                   3         2         2         3          0  AMD 12000000.00  <- the bill
1460000.00 AMD                   3         2         2         3          0  AMD 12000000.00
1720000.00 AMD                   1         2         2         2          2  AMD 9000000.00
1980000.00 AMD                   1         2         2         2          0  AMD 9000000.00
2240000.00 AMD                   1         2         2         2          0  AMD 9000000.00
2500000.00 AMD                   1         2         2         2          0  AMD 9000000.00  <- today
2760000.00 AMD                   1         2         2         2          0  AMD 9000000.00  <- the curve bends here
3020000.00 AMD                   0         0         2         0          3
3280000.00 AMD                   0         0         2         0          0
```
~
\## Against international standards
$ sed -n '/^value /,/^```/{/^```/d; s/  <- today//; s/  <- the bill//; p}' paper.md > paper; scrutineer bill sweep -j am am.donation_cap=420000..3280000/260000 am-lower-cap.yaml donations.csv --as-if 2023-01-01 | sed -n '/^value /,/^$/{/^$/d; p}' > sweep; cmp paper sweep && wc -l < sweep | tr -d ' '
13
$ scrutineer bill report -j am am-lower-cap.yaml donations.csv --as-if 2023-01-01 | sed -n '/<h2>Around/,/<h2>Against/p' | head -n 42
<h2>Around the new value</h2>
<p class="what">What the same filings would meet at other values of the limit, as if it always had them: where the curve bends, and how many sit just under each value.</p>
<h3>Most that one person may give to a party in a calendar year</h3>
<div class="wide">
<svg xmlns="http://www.w3.org/2000/svg" width="720" height="320" viewBox="0 0 720 320" font-family="sans-serif" font-size="13" role="img">
<title>findings over am.donation_cap</title>
<line x1="60" y1="270" x2="700" y2="270" stroke="#888"/>
<line x1="60" y1="20" x2="60" y2="270" stroke="#888"/>
<text x="54" y="25" text-anchor="end">5</text>
<text x="54" y="270" text-anchor="end">0</text>
<text x="4" y="14">findings</text>
<text x="60.0" y="288" text-anchor="middle" font-size="11">420000.00 AMD</text>
<text x="176.4" y="288" text-anchor="middle" font-size="11">940000.00 AMD</text>
<text x="292.7" y="288" text-anchor="middle" font-size="11">1460000.00 AMD</text>
<text x="409.1" y="288" text-anchor="middle" font-size="11">1980000.00 AMD</text>
<text x="525.5" y="288" text-anchor="middle" font-size="11">2500000.00 AMD</text>
<text x="641.8" y="288" text-anchor="middle" font-size="11">3020000.00 AMD</text>
<line x1="234.5" y1="20" x2="234.5" y2="270" stroke="#888" stroke-dasharray="4 3"/><text x="234.5" y="14" text-anchor="middle">the bill</text>
<line x1="525.5" y1="20" x2="525.5" y2="270" stroke="#888" stroke-dasharray="4 3"/><text x="525.5" y="14" text-anchor="middle">today</text>
<polyline fill="none" stroke="#06c" stroke-width="2" points="60.0,20.0 118.2,20.0 176.4,20.0 234.5,20.0 292.7,20.0 350.9,120.0 409.1,120.0 467.3,120.0 525.5,120.0 583.6,120.0 641.8,270.0 700.0,270.0"/>
<circle cx="60.0" cy="20.0" r="3" fill="#06c"><title>420000.00 AMD: 5</title></circle>
<circle cx="118.2" cy="20.0" r="3" fill="#06c"><title>680000.00 AMD: 5</title></circle>
<circle cx="176.4" cy="20.0" r="3" fill="#06c"><title>940000.00 AMD: 5</title></circle>
<circle cx="234.5" cy="20.0" r="3" fill="#06c"><title>1200000.00 AMD: 5</title></circle>
<circle cx="292.7" cy="20.0" r="3" fill="#06c"><title>1460000.00 AMD: 5</title></circle>
<circle cx="350.9" cy="120.0" r="3" fill="#06c"><title>1720000.00 AMD: 3</title></circle>
<circle cx="409.1" cy="120.0" r="3" fill="#06c"><title>1980000.00 AMD: 3</title></circle>
<circle cx="467.3" cy="120.0" r="3" fill="#06c"><title>2240000.00 AMD: 3</title></circle>
<circle cx="525.5" cy="120.0" r="3" fill="#06c"><title>2500000.00 AMD: 3</title></circle>
<circle cx="583.6" cy="120.0" r="6" fill="#c40"><title>2760000.00 AMD: 3, the curve bends here</title></circle>
<circle cx="641.8" cy="270.0" r="3" fill="#06c"><title>3020000.00 AMD: 0</title></circle>
<circle cx="700.0" cy="270.0" r="3" fill="#06c"><title>3280000.00 AMD: 0</title></circle>
<text x="380" y="310" text-anchor="middle">Most that one person may give to a party in a calendar year</text>
</svg>
<table>
<tr><th>value</th><th>violations</th><th>indicators</th><th>undetermined</th><th>actors</th><th>just under</th><th>sums</th><th></th></tr>
<tr><td>420000.00 AMD</td><td class="n">3</td><td class="n">2</td><td class="n">2</td><td class="n">3</td><td class="n"></td><td class="n">AMD 12000000.00</td><td></td></tr>
<tr><td>680000.00 AMD</td><td class="n">3</td><td class="n">2</td><td class="n">2</td><td class="n">3</td><td class="n">0</td><td class="n">AMD 12000000.00</td><td></td></tr>
<tr><td>940000.00 AMD</td><td class="n">3</td><td class="n">2</td><td class="n">2</td><td class="n">3</td><td class="n">0</td><td class="n">AMD 12000000.00</td><td></td></tr>
<tr class="mark"><td>1200000.00 AMD</td><td class="n">3</td><td class="n">2</td><td class="n">2</td><td class="n">3</td><td class="n">0</td><td class="n">AMD 12000000.00</td><td>the bill</td></tr>
<tr><td>1460000.00 AMD</td><td class="n">3</td><td class="n">2</td><td class="n">2</td><td class="n">3</td><td class="n">0</td><td class="n">AMD 12000000.00</td><td></td></tr>
<tr><td>1720000.00 AMD</td><td class="n">1</td><td class="n">2</td><td class="n">2</td><td class="n">2</td><td class="n">2</td><td class="n">AMD 9000000.00</td><td></td></tr>
