# Real amendments replayed as bills on real filings (excerpts; tests/published runs the whole files).

# Australia's ban on foreign donors of 2019, on returns of 2015-16: nothing under the law of the day, two gifts of one
# donor overseas under the bill.

$ scrutineer bill try "$SRC/examples/bills/au-foreign-donors-2018.yaml" "$SRC/tests/data/au-donor-returns.csv" --as-if always | sed "s|$SRC/||"
bill       au.bill-2018.foreign-donors  Replay of 2018: no gifts of 1,000 dollars or more from foreign donors
as if      in force always
filings    tests/data/au-donor-returns.csv (au.aec-donor-returns): 4 records, 0 unreadable  AUD 350000.00
~
by rule: findings under today's law, and under the bill
  au.bill-2018.foreign-donor  A donor overseas gave 1,000 dollars or more
      0 -> 2
      appears                   2  AUD 150000.00
~
by donor (a record that two rules meet counts for each)
  Hong Kong Kingson Investment Co., Ltd.
      appears                   2  AUD 150000.00
~
by recipient (a record that two rules meet counts for each)
  Australian Labor Party (ALP)
      appears                   1  AUD 50000.00
  Australian Labor Party (N.S.W. Branch)
      appears                   1  AUD 100000.00
~
by year (a record that two rules meet counts for each)
  unknown
      appears                   2  AUD 150000.00
~
appears: A donor overseas gave 1,000 dollars or more [au.bill-2018.foreign-donor]
  --> tests/data/au-donor-returns.csv:2
    donor      Hong Kong Kingson Investment Co., Ltd.
    recipient  Australian Labor Party (ALP)
    amount     50000.00 AUD
    today      there is no such rule
    bill       violation: the donor belongs to those who may not give
               donor.address_abroad: yes (yes)
               amount >= bill_2018_gift_limit: yes (50000.00 AUD >= 1000.00 AUD)
~
appears: A donor overseas gave 1,000 dollars or more [au.bill-2018.foreign-donor]
  --> tests/data/au-donor-returns.csv:3
    donor      Hong Kong Kingson Investment Co., Ltd.
    recipient  Australian Labor Party (N.S.W. Branch)
    amount     100000.00 AUD
    today      there is no such rule
    bill       violation: the donor belongs to those who may not give
               donor.address_abroad: yes (yes)
               amount >= bill_2018_gift_limit: yes (100000.00 AUD >= 1000.00 AUD)

# Germany's rule on donations from abroad without the exception for the European Union.

$ scrutineer bill try "$SRC/examples/bills/de-no-union-exception.yaml" "$SRC/tests/data/de-donations.csv" --as-if 2002-01-01 | sed "s|$SRC/||"
bill       de.replay.no-union-exception  Replay: donations from abroad, without the exception for the European Union
as if      in force from 2002-01-01
filings    tests/data/de-donations.csv (de.parteispenden): 6 records, 0 unreadable  EUR 576924.00
~
by rule: findings under today's law, and under the bill
  de.donation.from-abroad  A donation from outside Germany that no exception covers
      0 -> 4
      appears                   4  EUR 441924.00
  de.donation.passed-on-later  An impermissible donation from abroad was not passed on the same day
      0 -> 1
      becomes undetermined      1
  4 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Matthias Rath Limited
      appears                   2  EUR 152000.00
  Dr. Rath Education Services B.V.
      appears                   1  EUR 224030.00
  Eurolottoclub AG
      appears                   1  EUR 65894.00
~
by recipient (a record that two rules meet counts for each)
  AGFG
      appears                   3  EUR 376030.00
  SPD
      appears                   1  EUR 65894.00
~
by year (a record that two rules meet counts for each)
  2003
      appears                   1  EUR 65894.00
  2006
      appears                   1  EUR 224030.00
  2007
      appears                   2  EUR 152000.00
  unknown
      becomes undetermined      1
~
appears: A donation from outside Germany that no exception covers [de.donation.from-abroad]
  --> tests/data/de-donations.csv:2
    donor      Matthias Rath Limited
    recipient  AGFG
    amount     97000.00 EUR
    on         2007-08-23
    today      exempt under de.parties-act/25.2.3a
               donor.country ~= "DE": yes (GB ~= DE)
               not absent(donor.country): yes (donor.country is GB)
               donor.kind ~= "natural": yes (company ~= natural)
               donor.country == "GB": yes (GB == GB)
               received < 2021-01-01: yes (2007-08-23 < 2021-01-01)
    bill       violation: the donor belongs to those who may not give
               donor.country ~= "DE": yes (GB ~= DE)
               not absent(donor.country): yes (donor.country is GB)
               donor.kind == "party": no (company == party)
               one_of(donor.country, "AT", "BE", "CH", "CZ", "DK", "FR", "LU", "NL", "PL"): no (donor.country is GB)
               amount <= foreigner_limit: no (97000.00 EUR <= 1000.00 EUR)
               known(returned): no (returned is unknown)
~
appears: A donation from outside Germany that no exception covers [de.donation.from-abroad]
  --> tests/data/de-donations.csv:3
    donor      Matthias Rath Limited
    recipient  AGFG
    amount     55000.00 EUR
    on         2007-10-30
    today      exempt under de.parties-act/25.2.3a
               donor.country ~= "DE": yes (GB ~= DE)
               not absent(donor.country): yes (donor.country is GB)
               donor.kind ~= "natural": yes (company ~= natural)
               donor.country == "GB": yes (GB == GB)
               received < 2021-01-01: yes (2007-10-30 < 2021-01-01)
    bill       violation: the donor belongs to those who may not give
               donor.country ~= "DE": yes (GB ~= DE)
               not absent(donor.country): yes (donor.country is GB)
               donor.kind == "party": no (company == party)
               one_of(donor.country, "AT", "BE", "CH", "CZ", "DK", "FR", "LU", "NL", "PL"): no (donor.country is GB)
               amount <= foreigner_limit: no (55000.00 EUR <= 1000.00 EUR)
               known(returned): no (returned is unknown)
~
appears: A donation from outside Germany that no exception covers [de.donation.from-abroad]
  --> tests/data/de-donations.csv:4
    donor      Dr. Rath Education Services B.V.
    recipient  AGFG
    amount     224030.00 EUR
    on         2006-12-21
    today      exempt under de.parties-act/25.2.3a
               donor.country ~= "DE": yes (NL ~= DE)
               not absent(donor.country): yes (donor.country is NL)
               donor.kind ~= "natural": yes (company ~= natural)
               one_of(donor.country, "AT", "BE", "BG" and 24 more): yes (donor.country is NL)
    bill       violation: the donor belongs to those who may not give
               donor.country ~= "DE": yes (NL ~= DE)
               not absent(donor.country): yes (donor.country is NL)
               donor.kind == "party": no (company == party)
               amount <= foreigner_limit: no (224030.00 EUR <= 1000.00 EUR)
               known(returned): no (returned is unknown)
~
appears: A donation from outside Germany that no exception covers [de.donation.from-abroad]
  --> tests/data/de-donations.csv:5
    donor      Eurolottoclub AG
    recipient  SPD
    amount     65894.00 EUR
    on         2003-05-29
    today      exempt under de.parties-act/25.2.3a
               donor.country ~= "DE": yes (LU ~= DE)
               not absent(donor.country): yes (donor.country is LU)
               donor.kind ~= "natural": yes (company ~= natural)
               one_of(donor.country, "AT", "BE", "BG" and 24 more): yes (donor.country is LU)
    bill       violation: the donor belongs to those who may not give
               donor.country ~= "DE": yes (LU ~= DE)
               not absent(donor.country): yes (donor.country is LU)
               donor.kind == "party": no (company == party)
               amount <= foreigner_limit: no (65894.00 EUR <= 1000.00 EUR)
               known(returned): no (returned is unknown)
~
becomes undetermined: An impermissible donation from abroad was not passed on the same day [de.donation.passed-on-later]
  --> tests/data/de-donations.csv:2
    today      the rule is not met
    bill       undetermined
               not known: returned

# A second bill puts it back: none of them is left.

$ scrutineer bill try "$SRC/examples/bills/de-no-union-exception.yaml" "$SRC/examples/bills/de-union-exception-back.yaml" "$SRC/tests/data/de-donations.csv" --as-if 2002-01-01 | sed "s|$SRC/||"
bill       de.replay.no-union-exception  Replay: donations from abroad, without the exception for the European Union
           de.replay.union-exception-back  Replay: the exception for a seat in the European Union is put back
as if      in force from 2002-01-01
filings    tests/data/de-donations.csv (de.parteispenden): 6 records, 0 unreadable  EUR 576924.00
~
by rule: findings under today's law, and under the bill
  nothing changes
  4 findings stay as they are

# Armenia's reform of 2021 on invented donations of the years before: legal persons, and the cut of the cap.

$ scrutineer bill try "$SRC/examples/bills/am-legal-persons-2021.yaml" "$SRC/examples/am/donations.csv" "$SRC/examples/am/more.ndjson" --as-if 2020-07-01 | sed "s|$SRC/||"
bill       am.replay-2021.legal-persons  Replay of 2021: no donations of legal persons, and a limit of 2,500,000 drams
as if      in force from 2020-07-01
filings    examples/am/donations.csv (am.donations): 22 records, 0 unreadable  AMD 25850000.00
           examples/am/more.ndjson (am.donations-ndjson): 2 records, 0 unreadable  AMD 820000.00
~
by rule: findings under today's law, and under the bill
  am.donation.legal-person  A legal person gave to a party
      5 -> 8
      appears                   3  AMD 3800000.00
  37 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Example Domestic LLC
      appears                   1  AMD 800000.00
  Example Trade LLC
      appears                   1  AMD 1500000.00
  «Օրինակ Էներգո» ՍՊԸ
      appears                   1  AMD 1500000.00
~
by recipient (a record that two rules meet counts for each)
  Օրինակ կուսակցություն
      appears                   2  AMD 3000000.00
  Second Example Party
      appears                   1  AMD 800000.00
~
by year (a record that two rules meet counts for each)
  2020
      appears                   2  AMD 3000000.00
  2021
      appears                   1  AMD 800000.00
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/am/donations.csv:4  AM-03
    donor      «Օրինակ Էներգո» ՍՊԸ
    recipient  Օրինակ կուսակցություն
    amount     1500000.00 AMD
    on         2020-12-15
    today      the rule is not in force on 2020-12-15
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2020-12-29)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/am/donations.csv:5  AM-04
    donor      Example Trade LLC
    recipient  Օրինակ կուսակցություն
    amount     1500000.00 AMD
    on         2020-12-16
    today      the rule is not in force on 2020-12-16
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2020-12-30)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/am/donations.csv:13  AM-12
    donor      Example Domestic LLC
    recipient  Second Example Party
    amount     800000.00 AMD
    on         2021-01-18
    today      the rule is not in force on 2021-01-18
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2021-02-01)
               donor.kind == "public-body": no (company == public-body)
$ scrutineer bill try -j am "$SRC/examples/bills/am-legal-persons-2021.yaml" "$SRC/examples/bills/donations.csv" --as-if 2019-01-01 | sed "s|$SRC/||"
bill       am.replay-2021.legal-persons  Replay of 2021: no donations of legal persons, and a limit of 2,500,000 drams
as if      in force from 2019-01-01
filings    examples/bills/donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
by rule: findings under today's law, and under the bill
  am.donation.cap-old  One person gave a party more than the old yearly limit
      0 -> 1
      appears                   1  AMD 4000000.00
  am.donation.legal-person  A legal person gave to a party
      0 -> 5
      appears                   5  AMD 4500000.00
  11 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Armen Samplyan
      appears                   1  AMD 4000000.00
  Example Domestic LLC
      appears                   1  AMD 900000.00
  Example Holding LLC
      appears                   1  AMD 900000.00
  Example Thirty LLC
      appears                   1  AMD 900000.00
  Example Thirty-One LLC
      appears                   1  AMD 900000.00
  Example Two Holders LLC
      appears                   1  AMD 900000.00
~
by recipient (a record that two rules meet counts for each)
  Example Party
      appears                   6  AMD 8500000.00
~
by year (a record that two rules meet counts for each)
  2019
      appears                   6  AMD 8500000.00
~
appears: One person gave a party more than the old yearly limit [am.donation.cap-old]
  --> examples/bills/donations.csv:7  EX-06
    donor      Armen Samplyan
    recipient  Example Party
    amount     4000000.00 AMD
    on         2019-05-06
    today      the rule is not met (am.donation_cap = 10000000.00 AMD)
    bill       violation: the donations of one donor in one period add up to more than the cap
               total > donation_cap: yes (4000000.00 AMD > 2500000.00 AMD)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/bills/donations.csv:2  EX-01
    donor      Example Domestic LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-01
    today      the rule is not in force on 2019-05-01
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2019-05-15)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/bills/donations.csv:3  EX-02
    donor      Example Thirty LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-02
    today      the rule is not in force on 2019-05-02
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2019-05-16)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/bills/donations.csv:4  EX-03
    donor      Example Thirty-One LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-02
    today      the rule is not in force on 2019-05-02
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2019-05-16)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/bills/donations.csv:5  EX-04
    donor      Example Two Holders LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-03
    today      the rule is not in force on 2019-05-03
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2019-05-17)
               donor.kind == "public-body": no (company == public-body)
~
appears: A legal person gave to a party [am.donation.legal-person]
  --> examples/bills/donations.csv:6  EX-05
    donor      Example Holding LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-03
    today      the rule is not in force on 2019-05-03
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2019-05-17)
               donor.kind == "public-body": no (company == public-body)

# Three open recommendations to Armenia, drafted.

$ scrutineer bill try -j am "$SRC/examples/bills/am-da01-voters.yaml" "$SRC/examples/bills/donations.csv" --as-if 2022-01-01 | sed "s|$SRC/||"
bill       am.da-01.voters  Voters may pay into the campaign funds of parties again, up to 500,000 drams
as if      in force from 2022-01-01
filings    examples/bills/donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
by rule: findings under today's law, and under the bill
  am.da-01.voter-cap  A voter paid more than the limit into a party's fund for the National Assembly
      0 -> 1
      appears                   1  AMD 700000.00
  am.fund.party-only  A party's campaign fund was paid neither by the party nor by a voter
      3 -> 1
      vanishes                  2  AMD 1100000.00
  9 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Gor Voteryan
      appears                   1  AMD 700000.00
      vanishes                  1  AMD 700000.00
  Lilit Voteryan
      vanishes                  1  AMD 400000.00
~
by recipient (a record that two rules meet counts for each)
  Example Party
      appears                   1  AMD 700000.00
      vanishes                  2  AMD 1100000.00
~
by year (a record that two rules meet counts for each)
  2026
      appears                   1  AMD 700000.00
      vanishes                  2  AMD 1100000.00
~
appears: A voter paid more than the limit into a party's fund for the National Assembly [am.da-01.voter-cap]
  --> examples/bills/donations.csv:9  EX-08
    donor      Gor Voteryan
    recipient  Example Party
    amount     700000.00 AMD
    on         2026-05-21
    today      there is no such rule
    bill       violation: the donations of one donor for one election add up to more than the cap
               total > assembly_voter_cap: yes (700000.00 AMD > 500000.00 AMD)
~
vanishes: A party's campaign fund was paid by somebody else than the party [am.fund.party-only]
  --> examples/bills/donations.csv:8  EX-07
    donor      Lilit Voteryan
    recipient  Example Party
    amount     400000.00 AMD
    on         2026-05-20
    today      violation: the donor belongs to those who may not give
               recipient.kind == "party-campaign-fund": yes (party-campaign-fund == party-campaign-fund)
               donor.kind ~= "party": yes (natural ~= party)
    bill       the rule is not met
~
vanishes: A party's campaign fund was paid by somebody else than the party [am.fund.party-only]
  --> examples/bills/donations.csv:9  EX-08
    donor      Gor Voteryan
    recipient  Example Party
    amount     700000.00 AMD
    on         2026-05-21
    today      violation: the donor belongs to those who may not give
               recipient.kind == "party-campaign-fund": yes (party-campaign-fund == party-campaign-fund)
               donor.kind ~= "party": yes (natural ~= party)
    bill       the rule is not met
$ scrutineer bill try -j am "$SRC/examples/bills/am-da11-own-account.yaml" "$SRC/examples/bills/donations.csv" --as-if 2022-01-01 | sed "s|$SRC/||"
bill       am.da-11.own-account  A donation comes from the donor's own account in a bank at home
as if      in force from 2022-01-01
filings    examples/bills/donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
by rule: findings under today's law, and under the bill
  am.da-11.own-account  A donation did not come from the donor's own account at home
      0 -> 3
      appears                   2  AMD 2000000.00
      becomes undetermined      1  AMD 1000000.00
  11 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Ani Exampleyan
      appears                   1  AMD 1000000.00
  Karen Exampleyan
      appears                   1  AMD 1000000.00
  Nare Exampleyan
      becomes undetermined      1  AMD 1000000.00
~
by recipient (a record that two rules meet counts for each)
  Second Example Party
      appears                   2  AMD 2000000.00
      becomes undetermined      1  AMD 1000000.00
~
by year (a record that two rules meet counts for each)
  2026
      appears                   2  AMD 2000000.00
      becomes undetermined      1  AMD 1000000.00
~
appears: A donation did not come from the donor's own account at home [am.da-11.own-account]
  --> examples/bills/donations.csv:11  EX-10
    donor      Ani Exampleyan
    recipient  Second Example Party
    amount     1000000.00 AMD
    on         2026-05-04
    today      there is no such rule
    bill       violation: the donation was paid in a way that the law does not allow
               recipient.kind == "party": yes (party == party)
               payment == "bank": yes (bank == bank)
               paid_from_country ~= "AM": yes (RU ~= AM)
~
appears: A donation did not come from the donor's own account at home [am.da-11.own-account]
  --> examples/bills/donations.csv:12  EX-11
    donor      Karen Exampleyan
    recipient  Second Example Party
    amount     1000000.00 AMD
    on         2026-05-05
    today      there is no such rule
    bill       violation: the donation was paid in a way that the law does not allow
               recipient.kind == "party": yes (party == party)
               payment == "bank": yes (bank == bank)
               not own_account: yes (no)
~
becomes undetermined: A donation did not come from the donor's own account at home [am.da-11.own-account]
  --> examples/bills/donations.csv:13  EX-12
    donor      Nare Exampleyan
    recipient  Second Example Party
    amount     1000000.00 AMD
    on         2026-05-06
    today      there is no such rule
    bill       undetermined
               not own_account: unknown (unknown)
               not known: own_account
$ scrutineer bill try -j am "$SRC/examples/bills/am-da12-beneficial-owner.yaml" "$SRC/examples/bills/donations.csv" --as-if 2017-04-01 | sed "s|$SRC/||"
bill       am.da-12.beneficial-owner  Behind the 30 % test stands who ultimately owns or controls the donor
as if      in force from 2017-04-01
filings    examples/bills/donations.csv (records-csv): 12 records, 0 unreadable  AMD 13000000.00
~
by rule: findings under today's law, and under the bill
  am.da-12.beneficial-owner  A company that is ultimately owned or controlled from abroad gave to a party
      0 -> 3
      appears                   3  AMD 2700000.00
  11 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Example Holding LLC
      appears                   1  AMD 900000.00
  Example Thirty-One LLC
      appears                   1  AMD 900000.00
  Example Two Holders LLC
      appears                   1  AMD 900000.00
~
by recipient (a record that two rules meet counts for each)
  Example Party
      appears                   3  AMD 2700000.00
~
by year (a record that two rules meet counts for each)
  2019
      appears                   3  AMD 2700000.00
~
appears: A company that is ultimately owned or controlled from abroad gave to a party [am.da-12.beneficial-owner]
  --> examples/bills/donations.csv:4  EX-03
    donor      Example Thirty-One LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-02
    today      there is no such rule
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               donor.foreign_share > max_foreign_share: yes (31 % > 30 %)
~
appears: A company that is ultimately owned or controlled from abroad gave to a party [am.da-12.beneficial-owner]
  --> examples/bills/donations.csv:5  EX-04
    donor      Example Two Holders LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-03
    today      there is no such rule
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               donor.foreign_share > max_foreign_share: yes (40 % > 30 %)
~
appears: A company that is ultimately owned or controlled from abroad gave to a party [am.da-12.beneficial-owner]
  --> examples/bills/donations.csv:6  EX-05
    donor      Example Holding LLC
    recipient  Example Party
    amount     900000.00 AMD
    on         2019-05-03
    today      there is no such rule
    bill       violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               not includes(donor.controlled_from, "AM"): yes (donor.controlled_from is RU)
