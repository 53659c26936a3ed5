# What the law says on a day, and what it said before.

$ scrutineer law show am.donation_cap --on 2023-01-01
am.donation_cap  Most that one person may give to a party in a calendar year
~
  value       2500000.00 AMD
  written     2500 x am.minimum_salary_unit
  in force    from 2021-01-19
  provision   am.parties-2016/24.2
  source      RFE0319, CIVN, INFOCOM, IRAV2 https://iravaban.net/en/493668.html
  confidence  medium
  doubt       the amount is certain; per party or over all parties is not (D-4), nor is the first day (D-3)

$ scrutineer law show am.max_foreign_share --on 2022-01-01
am.max_foreign_share  Largest foreign share in the capital of a donor
~
  no value on that day (which is not zero)

$ scrutineer law show am.donation_cap
am.donation_cap  Most that one person may give to a party in a calendar year
~
  value       10000000.00 AMD
  written     10000 x am.minimum_salary_unit
  in force    from 2017-04-01 until 2021-01-18
  provision   am.parties-2016/24.2
  source      general knowledge; EPDE6 says only that the limit was cut
  confidence  low
  doubt       the amount was not found in a text that was read
~
  value       2500000.00 AMD
  written     2500 x am.minimum_salary_unit
  in force    from 2021-01-19
  provision   am.parties-2016/24.2
  source      RFE0319, CIVN, INFOCOM, IRAV2 https://iravaban.net/en/493668.html
  confidence  medium
  doubt       the amount is certain; per party or over all parties is not (D-4), nor is the first day (D-3)

$ scrutineer law show am.parties-2016/24.4.4 --lang hy
am.parties-2016/24.4.4  Օտարերկրյա աղբյուրներ
  citation    Հոդված 24(4)(4), «Կուսակցությունների մասին» սահմանադրական օրենք (HO-224-N of 16 December 2016)
~
  in force    from 2017-04-01 until 2021-01-18
  says        Արգելվում են օտարերկրյա պետությունների, օտարերկրյա քաղաքացիների, օտարերկրյա իրավաբանական անձանց և այն իրավաբանական անձանց նվիրատվությունները, որոնց կանոնադրական կապիտալում օտարերկրյա մասնակցի բաժնեմասը գերազանցում է 30 տոկոսը։
  source      IDEA-Q9 https://idea.int/answer/ans94191342531246
  confidence  high

$ scrutineer law show am.national-assembly-2026
am.national-assembly-2026  National Assembly 2026
  voting day  2026-06-07
  campaign    from 2026-05-08 until 2026-06-05
  silence     from 2026-06-06 until 2026-06-07
  source      SPG0206, AUR0508 https://en.auroranews.am/news/2026-05-08-election-campaign-kicks-off-how-political-forces-are-launching-it
  confidence  medium
  doubt       the day and the campaign's start are certain, its end follows from the rule on silence

$ scrutineer law show am.donation.legal-person --on 2020-06-01
am.donation.legal-person  A legal person gave to a party
  in force    from 2021-01-19
  severity    violation
  plugin      prohibited-source
  barred      to_party and legal_person
  unless      returned <= received + return_term (am.parties-2016/24.return)
  unless      donor.kind == "public-body" and form == "public-funds" (am.parties-2016/26.3)
~
  not in force on that day
~
am.parties-2016/24.4  Barred sources since 2021
  citation    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
~
  not in force on that day

$ scrutineer law show am.barred_party_donor
am.barred_party_donor  Somebody who may not give to a party since 2021
  when        legal_person or donor.kind == "foreign-state" or foreign_person or donor.anonymous

$ scrutineer law show am.donation_cap --on 2023-02-29
! error: "2023-02-29" is not a day of the calendar [usage]
!       = write it like 2021-01-31
[2]

$ scrutineer explain am.donation.foreign-share
A company over the foreign-share limit gave to a party
  am.donation.foreign-share, a violation, in force from 2017-04-01 until 2021-01-18
  Each donation is judged by the law of the day in "received".
~
Found when
  - the recipient's kind is "party"
  - the donor's kind is "company"
  - the donor's foreign share (where the filing does not say it: direct_foreign_share(donor, "AM")) is more than Largest foreign share in the capital of a donor (am.max_foreign_share)
~
But not when because no foreign participant alone is over the limit, so that another rule asks for a review (am.parties-2016/24.4.4)
  - at least one of:
    - the filing says the donor's largest foreign share
    - the filing does not say the donor's foreign share
  - the donor's largest foreign share (where the filing does not say it: largest_foreign_share(donor, "AM")) is at most Largest foreign share in the capital of a donor (am.max_foreign_share)
~
Limits
  Largest foreign share in the capital of a donor (am.max_foreign_share)
    30 %, from 2017-04-01 until 2021-01-18 [high]
~
Law
  Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    from 2017-04-01 until 2021-01-18: No donations from foreign states, foreign nationals, foreign legal persons, and legal persons in which a foreign participant holds more than 30 % of the charter capital. [high]
~
Threat
  guards against: Foreign funding (impact high, priority urgent)
~
What must follow
  forfeit to the state budget
~
Doubt
  whether several foreign participants are added up is not settled (D-5): where the filing says that none of them alone is over the limit, or where it says nothing and a register does, am.donation.foreign-share-several asks for a review instead. The text speaks of participants in the charter capital: of a register counts what participants from abroad hold themselves; am.donation.foreign-share-indirect looks at what they hold over companies at home
~
Tests: 35 (run them with `scrutineer law test`)

$ scrutineer explain am.donation.cap
One person gave a party more than the yearly limit
  am.donation.cap, a violation, in force from 2021-01-19
  Each donation is judged by the law of the day in "received".
~
Counted when
  - the recipient's kind is "party"
  - the donor's kind is "natural"
  - the filing says "none" for the returned
~
Together, for each
  - the donor
  - the recipient
  - the calendar year, by the day in "received"
  total is the sum of amount
~
Found when
  - the total is more than Most that one person may give to a party in a calendar year (am.donation_cap)
~
Limits
  Most that one person may give to a party in a calendar year (am.donation_cap)
    10000000.00 AMD, from 2017-04-01 until 2021-01-18 [low]
    2500000.00 AMD, from 2021-01-19 [medium]
  Term for returning a donation that may not be kept (am.return_term)
    14 days, from 2021-01-19 [medium]
~
Law
  Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    from 2017-04-01 until 2021-01-18: Natural and legal persons may give within a yearly limit. [medium]
    doubt: the text was not read; the last day is a placeholder (D-3)
    from 2021-01-19: Armenian citizens may give to one or more parties, at most 2,500,000 drams a year. [medium]
    doubt: first day is a placeholder (D-3); whether the limit counts per party or over all parties is not settled (D-4)
  Article 24 as amended on 29 December 2020 (paragraph not read), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    from 2021-01-19: An impermissible donation, or the part over the limit, goes back to the donor, or to the state budget when that is impossible, within two weeks of receipt. [medium]
    doubt: the term is certain and was applied to gifts of 2022; the first day is a placeholder (D-3)
~
What must follow
  return to donor, or forward to the state budget (Corruption Prevention Commission), within return_term
~
Doubt
  the limit may count over all parties (D-4); the rule am.donation.cap-all-parties looks at that
~
Tests: 20 (run them with `scrutineer law test`)

$ scrutineer law list -j gb | grep -E -A 1 '^gb|foreign-donor|accepted-after' | tr -s ' '
gb United Kingdom
 gb.ad.no-imprint violation from 2023-11-01
--
 gb.donation.accepted-after-30-days indicator from 2001-02-16
 Accepted more than 30 days after receipt
--
 gb.donation.foreign-donor indicator from 2001-02-16
 The register itself names a foreign source

$ scrutineer law list -j xx
! BUILD/lawbase: error: has no jurisdiction "xx" [law-unknown-jurisdiction]
!       = `scrutineer law list` names them
[2]
