# Invented filings (examples/am/README.md tells each row) against the law of Armenia.

$ scrutineer check -j am "$SRC/examples/am/donations.csv" "$SRC/examples/am/more.ndjson"
violation: A person who is not an Armenian citizen gave to a party [am.donation.foreign-person]
  --> SRC/examples/am/donations.csv:2  AM-01
    donor      Иван Примеров
    recipient  Օրինակ կուսակցություն
    facts      donor.citizenship: RU; donor.kind: natural; amount: 300000.00 AMD; recipient.kind: party; returned: none; received: 2022-05-10
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "natural": yes (natural == natural)
               not includes(donor.citizenship, "AM"): yes (donor.citizenship is RU)
               returned <= received + return_term: no (none <= 2022-05-24)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-05-10; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       return to donor, or forward to the state budget, by 2022-05-24 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding ce74f94bd8d433ec09f7e8b2bbc3d492
~
violation: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/donations.csv:4  AM-03
    donor      «Օրինակ Էներգո» ՍՊԸ
    recipient  Օրինակ կուսակցություն
    facts      donor.foreign_share: 45.5 %; donor.kind: company; amount: 1500000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: yes (45.5 % > 30 %)
               known(donor.largest_foreign_share): no (donor.largest_foreign_share is unknown)
               not known(donor.foreign_share): no (donor.foreign_share is 45.5 %)
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-12-15; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       forfeit to the state budget
    confidence high; finding 1647d30c1d2e5d8bb7c5c0c5f4483706
~
violation: A legal person gave to a party [am.donation.legal-person]
  --> SRC/examples/am/donations.csv:6  AM-05
    donor      «Օրինակ Էներգո» ՍՊԸ
    recipient  Օրինակ կուսակցություն
    facts      donor.foreign_share: 45.5 %; donor.kind: company; amount: 1500000.00 AMD; recipient.kind: party; returned: none; received: 2021-03-02
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2021-03-16)
               donor.kind == "public-body": no (company == public-body)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2021-03-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2021-03-16 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 8d72ccb411cdd5178635608b146957e0
~
violation: A legal person gave to a party [am.donation.legal-person]
  --> SRC/examples/am/donations.csv:7  AM-06
    donor      Example Trade LLC
    recipient  Օրինակ կուսակցություն
    facts      donor.foreign_share: 30 %; donor.kind: company; amount: 1500000.00 AMD; recipient.kind: party; returned: none; received: 2021-03-03
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2021-03-17)
               donor.kind == "public-body": no (company == public-body)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2021-03-03; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2021-03-17 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding eb4e1c49aca22dff3ecdb20a9d7c77d1
~
undetermined: A person who is not an Armenian citizen gave to a party [am.donation.foreign-person]
  --> SRC/examples/am/donations.csv:8  AM-07
    donor      Sona Sampleyan
    recipient  Օրինակ կուսակցություն
    missing    donor.citizenship
    facts      amount: 250000.00 AMD; recipient.kind: party; donor.kind: natural; returned: none; received: 2022-06-01
    why        not includes(donor.citizenship, "AM"): unknown (donor.citizenship is unknown)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-01; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    confidence medium; finding e4260ccbd1f6d82f5975f9dd0ff99b93
~
violation: A party took an anonymous donation [am.donation.anonymous]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    facts      amount: 100000.00 AMD; recipient.kind: party; donor.anonymous: yes; returned: none; received: 2022-06-02
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.anonymous: yes (yes)
               returned <= received + return_term: no (none <= 2022-06-16)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2022-06-16 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 7d40ddbd8c599a6d700fbe59fcafbb57
~
undetermined: A person who is not an Armenian citizen gave to a party [am.donation.foreign-person]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    missing    donor.kind, donor.citizenship
    facts      amount: 100000.00 AMD; recipient.kind: party; returned: none; received: 2022-06-02
    why        donor.kind == "natural": unknown (unknown == natural)
               not includes(donor.citizenship, "AM"): unknown (donor.citizenship is unknown)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    confidence medium; finding 5d07709f4c1ca126415589d35da5f898
~
undetermined: A foreign state gave to a party [am.donation.foreign-state]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    missing    donor.kind
    facts      amount: 100000.00 AMD; recipient.kind: party; returned: none; received: 2022-06-02
    why        donor.kind == "foreign-state": unknown (unknown == foreign-state)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    confidence medium; finding 44e7d1caf6073f0a9ec6eea2523129cf
~
undetermined: A legal person gave to a party [am.donation.legal-person]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    missing    donor.kind
    facts      amount: 100000.00 AMD; recipient.kind: party; returned: none; received: 2022-06-02
    why        one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): unknown (donor.kind is unknown)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    confidence medium; finding 5a7578306a69e482e6e180927e427069
~
undetermined: It is not shown which person gave to a party [am.donation.unidentified]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    missing    donor.kind, donor.name, donor.id
    facts      amount: 100000.00 AMD; recipient.kind: party
    why        donor.kind == "natural": unknown (unknown == natural)
               absent(donor.name): unknown (donor.name is unknown)
               absent(donor.id): unknown (donor.id is unknown)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-06-02; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    confidence medium; finding fb005cd8d9a27e5411ce1cd4d4ece2e3
~
violation: A legal person gave to a party [am.donation.legal-person]
  --> SRC/examples/am/donations.csv:14  AM-13
    donor      Example Domestic LLC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 800000.00 AMD; recipient.kind: party; returned: none; received: 2021-01-19
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (none <= 2021-02-02)
               donor.kind == "public-body": no (company == public-body)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2021-01-19; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2021-02-02 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 9b9fdc60ff4ea78117ea4001ae657714
~
violation: A legal person gave to a party [am.donation.legal-person]
  --> SRC/examples/am/donations.csv:16  AM-15
    donor      Example Foreign Co
    recipient  Second Example Party
    facts      donor.foreign_share: 100 %; donor.kind: company; amount: 500000.00 AMD; recipient.kind: party; returned: 2022-09-16; received: 2022-09-01
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned <= received + return_term: no (2022-09-16 <= 2022-09-15)
               donor.kind == "public-body": no (company == public-body)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-09-01; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2022-09-15 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding a7e0d156b4efd7964c8b6bbfdf419b26
~
violation: An impermissible donation went back too late [am.donation.returned-late]
  --> SRC/examples/am/donations.csv:16  AM-15
    donor      Example Foreign Co
    recipient  Second Example Party
    facts      allowed: 14 days; began: 2022-09-01; days: 15; done: 2022-09-16; amount: 500000.00 AMD; recipient.kind: party; donor.kind: company; donor.anonymous: no; returned: 2022-09-16; received: 2022-09-01
    why        it was done after the term had ended
               recipient.kind == "party": yes (party == party)
               one_of(donor.kind, "company", "limited-liability-partnership", "trade-union", "friendly-society", "charity", "public-body", "international-organisation"): yes (donor.kind is company)
               returned > received + return_term: yes (2022-09-16 > 2022-09-15)
    article    Article 24 as amended on 29 December 2020 (paragraph not read), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-09-01; source IRAV1 https://iravaban.net/en?p=491787, IRAV2 https://iravaban.net/en/493668.html
    doubt      the term is certain and was applied to gifts of 2022; the first day is a placeholder (D-3)
    limit      am.return_term = 14 days [medium]
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 8f296619e5ce340280b805e9b499c615
~
violation: A party's campaign fund was paid by somebody else than the party [am.fund.party-only]
  --> SRC/examples/am/donations.csv:18  AM-17
    donor      Լիլիթ Ընտրողյան
    recipient  Օրինակ կուսակցություն
    facts      donor.citizenship: AM; donor.kind: natural; amount: 400000.00 AMD; recipient.kind: party-campaign-fund
    why        the donor belongs to those who may not give
               recipient.kind == "party-campaign-fund": yes (party-campaign-fund == party-campaign-fund)
               donor.kind ~= "party": yes (natural ~= party)
    article    Article 26(2) and (3), Constitutional Law "Electoral Code" (HO-54-N of 25 May 2016)
               as in force on 2026-05-20; source VC21-52 https://www.te.gob.mx/vota_elections/thesaurus/article/56157/16646/169, ARMI95900 https://arminfo.info/full_news.php?id=95900&lang=3
    doubt      one source still lists payments of candidates and voters after 2021 (D-1)
               Article 26(4), Constitutional Law "Electoral Code" (HO-54-N of 25 May 2016)
               as in force on 2026-05-20; source IDEA19 https://idea.int/data-tools/data/country?country=12&database_theme=302&year=2019
    must       forfeit to the state budget (Oversight and Audit Service of the Central Electoral Commission)
    confidence medium; finding 8e91901f1d0a0bb13128b7abadd3545d
~
violation: A person without Armenian citizenship gave to a party (2017 to 2021) [am.donation.foreign-person-2017]
  --> SRC/examples/am/donations.csv:23  AM-22
    donor      Stateless Person Sample
    recipient  Second Example Party
    facts      donor.kind: natural; amount: 200000.00 AMD; recipient.kind: party; donor.citizenship: none
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "natural": yes (natural == natural)
               not includes(donor.citizenship, "AM"): yes (donor.citizenship is none)
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2017-04-01; source IDEA-Q9 https://idea.int/answer/ans94191342531246
               Article 24(4)(6), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2017-04-01; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       forfeit to the state budget
    confidence high; finding f4fed65ebec107456673fca3dc8cc1eb
~
undetermined: A donation to a party in banknotes [am.donation.banknotes]
  --> SRC/examples/am/donations.csv:2  AM-01
      and 18 more records
    missing    payment
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 1c59730015b09183d1d21a29a14be52d
~
undetermined: A charitable or religious organisation gave to a party (2017 to 2021) [am.donation.charity-2017]
  --> SRC/examples/am/donations.csv:4  AM-03
      and 2 more records
    missing    donor.charity_participates
    article    Article 24(4)(1), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence high; finding 77b166fdac0d91783cf1317f5e98cf9a
~
undetermined: A foreign legal person gave to a party (2017 to 2021) [am.donation.foreign-legal-person-2017]
  --> SRC/examples/am/donations.csv:4  AM-03
      and 2 more records
    missing    donor.incorporated_in
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence high; finding 3f4440b3839cf5c8d25b2be164a368a4
~
undetermined: Several foreign participants together held more than the limit (2017 to 2021) [am.donation.foreign-share-several]
  --> SRC/examples/am/donations.csv:4  AM-03
    missing    donor.largest_foreign_share
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence high; finding ba8dc8caec01167d4cb4571086940e34
~
undetermined: A donation to a party in crypto-assets or in another way than through a bank [am.donation.not-by-bank]
  --> SRC/examples/am/donations.csv:2  AM-01
      and 13 more records
    missing    payment
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 260b051c8bde318436d472c555eb1b8c
~
undetermined: A company with a public share gave to a party (2017 to 2021) [am.donation.public-share-2017]
  --> SRC/examples/am/donations.csv:4  AM-03
      and 2 more records
    missing    donor.public_share
    article    Article 24(4)(3), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence high; finding 59d8956d25ab305f2a479c96515dc0d3
~
undetermined: A party paid into its campaign fund from another account than its own [am.fund.party-account]
  --> SRC/examples/am/donations.csv:19  AM-18
    missing    own_account
    article    Article 26 as amended on 5 December 2024 (paragraph not read), Constitutional Law "Electoral Code" (HO-54-N of 25 May 2016)
    confidence medium; finding d84302ea036e689716591a003d9c530c
~
undetermined: A donation to a party in banknotes [am.donation.banknotes]
  --> SRC/examples/am/more.ndjson:1  AM-31
    donor      Embassy of Samplia
    recipient  Second Example Party
    missing    payment
    facts      amount: 700000.00 AMD; recipient.kind: party
    why        payment == "banknotes": unknown (unknown == banknotes)
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
               as in force on 2022-10-05; source DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1
    doubt      read as a draft of 2020; a sum below which cash may be given, if there is one, was not found (D-11)
    confidence medium; finding faa0f7ef139d769f7c3c3bdac7fdb5e0
~
violation: A foreign state gave to a party [am.donation.foreign-state]
  --> SRC/examples/am/more.ndjson:1  AM-31
    donor      Embassy of Samplia
    recipient  Second Example Party
    facts      donor.kind: foreign-state; amount: 700000.00 AMD; recipient.kind: party; returned: none; received: 2022-10-05
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "foreign-state": yes (foreign-state == foreign-state)
               returned <= received + return_term: no (none <= 2022-10-19)
    article    Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2022-10-05; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      the rule is certain, its points and its first day are not (2021-01-19 is a placeholder, D-3)
    limit      am.return_term = 14 days [medium]
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       return to donor, or forward to the state budget, by 2022-10-19 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 15c5dab5a7eca616788e7daa4ddfe0e1
~
undetermined: A donation to a party in crypto-assets or in another way than through a bank [am.donation.not-by-bank]
  --> SRC/examples/am/more.ndjson:1  AM-31
    donor      Embassy of Samplia
    recipient  Second Example Party
    missing    payment
    facts      amount: 700000.00 AMD; recipient.kind: party
    why        one_of(payment, "crypto", "other"): unknown (payment is unknown)
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
               as in force on 2022-10-05; source DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1
    doubt      read as a draft of 2020; a sum below which cash may be given, if there is one, was not found (D-11)
    confidence medium; finding a3e0d4583f42d01a4fddea32db2972ab
~
undetermined: A donation to a party in banknotes [am.donation.banknotes]
  --> SRC/examples/am/more.ndjson:2  AM-32
    donor      Մարիամ Օրինակյան
    recipient  Second Example Party
    missing    payment
    facts      amount: 120000.00 AMD; recipient.kind: party
    why        payment == "banknotes": unknown (unknown == banknotes)
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
               as in force on 2022-10-06; source DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1
    doubt      read as a draft of 2020; a sum below which cash may be given, if there is one, was not found (D-11)
    confidence medium; finding 8402d04a611b032e148e20079b6a04fc
~
undetermined: A donation to a party in crypto-assets or in another way than through a bank [am.donation.not-by-bank]
  --> SRC/examples/am/more.ndjson:2  AM-32
    donor      Մարիամ Օրինակյան
    recipient  Second Example Party
    missing    payment
    facts      amount: 120000.00 AMD; recipient.kind: party
    why        one_of(payment, "crypto", "other"): unknown (payment is unknown)
    article    Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)
               as in force on 2022-10-06; source DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1
    doubt      read as a draft of 2020; a sum below which cash may be given, if there is one, was not found (D-11)
    confidence medium; finding 1420d7a24d411704c60f593e19966872
~
violation: One person gave a party more than the yearly limit [am.donation.cap]
  --> SRC/examples/am/donations.csv:10  AM-09
  --> SRC/examples/am/donations.csv:11  AM-10
  --> SRC/examples/am/donations.csv:12  AM-11
    donor      Կարեն Նմուշյան
    recipient  Օրինակ կուսակցություն
    facts      cap: 2500000.00 AMD; excess: 500000.00 AMD; gifts: 3; total: 3000000.00 AMD; period: 2023
    joined     3 records: donor by id; recipient by name, kind (not natural)
    why        the donations of one donor in one period add up to more than the cap
               total > donation_cap: yes (3000000.00 AMD > 2500000.00 AMD)
    article    Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2023-11-30; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      first day is a placeholder (D-3); whether the limit counts per party or over all parties is not settled (D-4)
               Article 24 as amended on 29 December 2020 (paragraph not read), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2023-11-30; source IRAV1 https://iravaban.net/en?p=491787, IRAV2 https://iravaban.net/en/493668.html
    doubt      the term is certain and was applied to gifts of 2022; the first day is a placeholder (D-3)
    limit      am.donation_cap = 2500000.00 AMD [medium]
               am.return_term = 14 days [medium]
    must       return to donor, or forward to the state budget, by 2023-12-14 (Corruption Prevention Commission)
    sanction   Articles 189.19 to 189.22, Code on Administrative Offences (Code of 6 December 1985, as amended)
    confidence medium; finding 1e19854702d1701ef06cbdd4c59df8d4
~
undetermined: One person gave a party more than the yearly limit [am.donation.cap]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.id, donor.kind
    article    Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               Article 24 as amended on 29 December 2020 (paragraph not read), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence medium; finding 8ae9cbed5a181e23ebf15dd6fa81a2db
~
indicator: One person gave all parties together more than the yearly limit [am.donation.cap-all-parties]
  --> SRC/examples/am/donations.csv:10  AM-09
  --> SRC/examples/am/donations.csv:11  AM-10
  --> SRC/examples/am/donations.csv:12  AM-11
    donor      Կարեն Նմուշյան
    recipient  Օրինակ կուսակցություն
    facts      cap: 2500000.00 AMD; excess: 500000.00 AMD; gifts: 3; total: 3000000.00 AMD; period: 2023
    joined     3 records: donor by id
    why        the donations of one donor in one period add up to more than the cap
               total > donation_cap: yes (3000000.00 AMD > 2500000.00 AMD)
    article    Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2023-11-30; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      first day is a placeholder (D-3); whether the limit counts per party or over all parties is not settled (D-4)
    limit      am.donation_cap = 2500000.00 AMD [medium]
    confidence medium; finding e5c5409108a17eefdf1e64894275158b
~
indicator: One person gave all parties together more than the yearly limit [am.donation.cap-all-parties]
  --> SRC/examples/am/donations.csv:20  AM-19
  --> SRC/examples/am/donations.csv:21  AM-20
    donor      Aram Examplian
    recipient  Second Example Party
    recipient  Օրինակ կուսակցություն
    facts      cap: 2500000.00 AMD; excess: 500000.00 AMD; gifts: 2; total: 3000000.00 AMD; period: 2023
    joined     2 records: donor by id
    why        the donations of one donor in one period add up to more than the cap
               total > donation_cap: yes (3000000.00 AMD > 2500000.00 AMD)
    article    Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2023-04-01; source IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302
    doubt      first day is a placeholder (D-3); whether the limit counts per party or over all parties is not settled (D-4)
    limit      am.donation_cap = 2500000.00 AMD [medium]
    confidence medium; finding 1b764fc1d89f42600db370db0dc57e3e
~
undetermined: One person gave all parties together more than the yearly limit [am.donation.cap-all-parties]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.id, donor.kind
    article    Article 24(2), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
    confidence medium; finding f4735a3c88d1380f34f1270fdd510e6f
~
undetermined: Many equal gifts to one recipient on one day [am.donation.same-day-same-sum]
  --> SRC/examples/am/donations.csv:9  AM-08
    recipient  Օրինակ կուսակցություն
    missing    donor.kind
    facts      amount: 100000.00 AMD; period: 2022-06-02
    article    signal "equal gifts on one day", Signals of hidden funding seen in Armenia (patterns of real cases, not law)
               as in force on 2022-06-02; source case C-02 of the fact sheet: RFE0319 https://rfe.pangea-cms.com/preview/hy-AM/a/32860472.html, AZA0308 https://www.azatutyun.am/a/32854308.html
    doubt      from five gifts on: a threshold of ours, not law
    limit      am.equal_gifts = 5 [medium]
    confidence medium; finding bb1edd7c17b86daa66e11a7a6045a527
~
undetermined: A voter paid more than the limit into a fund for the National Assembly [am.fund.assembly-voter-cap]
  --> SRC/examples/am/donations.csv:17  AM-16
    missing    election_day, election_level
    article    Article 92(3), Constitutional Law "Electoral Code" (HO-54-N of 25 May 2016)
    confidence medium; finding 4f3508e1f87e6adb6f858d08477803a1
~
undetermined: A voter paid more than the limit into a fund in a proportional local election [am.fund.local-voter-cap]
  --> SRC/examples/am/donations.csv:17  AM-16
    missing    election_day, election_level, electoral_system
    article    Article 139(3), Constitutional Law "Electoral Code" (HO-54-N of 25 May 2016)
    confidence medium; finding 18aea6a34a5c9ccbd20ccd912ce390b5
~
SRC/examples/am/donations.csv (am.donations): 22 records, 0 unreadable  AMD 25850000.00
SRC/examples/am/more.ndjson (am.donations-ndjson): 2 records, 0 unreadable  AMD 820000.00
~
  rule                                            violat. indicat. undeter.   exempt
  am.donation.anonymous                                 1        0        0        0  AMD 100000.00
  am.donation.anonymous-2017                            0        0        0        0
  am.donation.banknotes                                 0        0        3        0
  am.donation.cap                                       1        0        1        0  AMD 3000000.00
  am.donation.cap-all-parties                           0        2        1        0  AMD 6000000.00
  am.donation.cap-bunching                              0        0        0        0
  am.donation.cap-old                                   0        0        0        0
  am.donation.charity-2017                              0        0        1        0
  am.donation.foreign-legal-person-2017                 0        0        1        0
  am.donation.foreign-person                            1        0        2        0  AMD 300000.00
  am.donation.foreign-person-2017                       1        0        0        0  AMD 200000.00
  am.donation.foreign-share                             1        0        0        0  AMD 1500000.00
  am.donation.foreign-share-indirect                    0        0        0        0
  am.donation.foreign-share-several                     0        0        1        0
  am.donation.foreign-state                             1        0        1        0  AMD 700000.00
  am.donation.foreign-state-2017                        0        0        0        0
  am.donation.in-kind-unvalued                          0        0        0        0
  am.donation.international-2017                        0        0        0        0
  am.donation.legal-person                              4        0        1        1  AMD 4300000.00
  am.donation.not-by-bank                               0        0        3        0
  am.donation.other-name                                0        0        0        0
  am.donation.other-name-2021                           0        0        0        0
  am.donation.personal-number-form                      0        0        0        0
  am.donation.public-bodies-2002                        0        0        0        0
  am.donation.public-budget-2017                        0        0        0        0
  am.donation.public-share-2017                         0        0        1        0
  am.donation.returned-late                             1        0        0        0  AMD 500000.00
  am.donation.same-day-same-sum                         0        0        1        0
  am.donation.shared-address                            0        0        0        0
  am.donation.shared-employer                           0        0        0        0
  am.donation.shared-ip                                 0        0        0        0
  am.donation.shared-phone                              0        0        0        0
  am.donation.shared-teller                             0        0        0        0
  am.donation.tax-number-form                           0        0        0        0
  am.donation.unidentified                              0        0        1        0
  am.donation.unidentified-2017                         0        0        0        0
  am.fund.anonymous                                     0        0        0        0
  am.fund.assembly-candidate-cap                        0        0        0        0
  am.fund.assembly-candidate-cap-2007                   0        0        0        0
  am.fund.assembly-legal-cap-2007                       0        0        0        0
  am.fund.assembly-party-cap                            0        0        0        0
  am.fund.assembly-party-cap-2007                       0        0        0        0
  am.fund.assembly-person-cap-2007                      0        0        0        0
  am.fund.assembly-voter-cap                            0        0        1        0
  am.fund.candidate-source                              0        0        0        0
  am.fund.foreign-1999                                  0        0        0        0
  am.fund.foreign-share-1999                            0        0        0        0
  am.fund.international-1999                            0        0        0        0
  am.fund.local-candidate-cap                           0        0        0        0
  am.fund.local-legal-cap-1999                          0        0        0        0
  am.fund.local-person-cap-1999                         0        0        0        0
  am.fund.local-residence                               0        0        0        0
  am.fund.local-residence-2011                          0        0        0        0
  am.fund.local-voter-cap                               0        0        1        0
  am.fund.other-party                                   0        0        0        0
  am.fund.party-account                                 0        0        1        0
  am.fund.party-only                                    1        0        0        0  AMD 400000.00
  am.fund.president-candidate-cap                       0        0        0        0
  am.fund.president-legal-cap                           0        0        0        0
  am.fund.president-party-cap                           0        0        0        0
  am.fund.president-voter-cap                           0        0        0        0
  am.fund.public-1999                                   0        0        0        0
  am.fund.source                                        0        0        0        0
  am.fund.source-2011                                   0        0        0        0
  am.fund.yerevan-candidate-cap                         0        0        0        0
~
  threat                                           impact priority findings
  foreign-funding                                    high   urgent        4
[1]

# The old yearly limit rests on an amount of low confidence: its findings are counted, not shown.

$ printf 'reference,received,amount,recipient,recipient_kind,donor,donor_kind,donor_id,returned\nX-1,2019-05-01,10000001,Example Party,party,Example Donor,natural,P-1,no\n' > old.csv

$ scrutineer check -j am --fail-on violation old.csv | tail -n 3
  am.fund.yerevan-candidate-cap                         0        0        0        0
~
1 findings rest on law of low confidence and are not shown; --include-low shows them

$ scrutineer check -j am --include-low old.csv | grep -A 3 '^violation'
violation: One person gave a party more than the old yearly limit [am.donation.cap-old]
  --> old.csv:2  X-1
    donor      Example Donor
    recipient  Example Party

# Titles in Armenian.

$ scrutineer check -j am --lang hy "$SRC/examples/am/more.ndjson" | grep -A 2 "^violation"
violation: Օտարերկրյա պետությունը նվիրաբերել է կուսակցությանը [am.donation.foreign-state]
  --> SRC/examples/am/more.ndjson:1  AM-31
    donor      Embassy of Samplia

# The same findings for programs.

$ scrutineer check -j am --format json "$SRC/examples/am/more.ndjson"
{
  "scrutineer": "0.1.0",
  "law": {
    "jurisdictions": [
      "am"
    ],
    "digest":"DIGEST"
  },
  "inputs": [
    {
      "file": "SRC/examples/am/more.ndjson",
      "format": "am.donations-ndjson",
      "records": 2,
      "unreadable": 0,
      "unmatched": 0,
      "rows": 2,
      "mended": 0,
      "types": [
        {
          "record": "donation",
          "records": 2,
          "memos": 0,
          "totals": {
            "AMD": "820000.00"
          }
        }
      ]
    }
  ],
  "rules": [
    {
      "rule": "am.donation.anonymous",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.anonymous-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.banknotes",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 2,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.cap-all-parties",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.cap-bunching",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.cap-old",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.charity-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-legal-person-2017",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-person",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-person-2017",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-share",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-share-indirect",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-share-several",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.foreign-state",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 1,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {
        "AMD": "700000.00"
      }
    },
    {
      "rule": "am.donation.foreign-state-2017",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.in-kind-unvalued",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.international-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.legal-person",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.not-by-bank",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 2,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.other-name",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.other-name-2021",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.personal-number-form",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.public-bodies-2002",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.public-budget-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.public-share-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.returned-late",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.same-day-same-sum",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.shared-address",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.shared-employer",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.shared-ip",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.shared-phone",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.shared-teller",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.tax-number-form",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.unidentified",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.donation.unidentified-2017",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.anonymous",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-candidate-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-candidate-cap-2007",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-legal-cap-2007",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-party-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-party-cap-2007",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-person-cap-2007",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.assembly-voter-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.candidate-source",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.foreign-1999",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.foreign-share-1999",
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.international-1999",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-candidate-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-legal-cap-1999",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-person-cap-1999",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-residence",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-residence-2011",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.local-voter-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.other-party",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.party-account",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.party-only",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.president-candidate-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.president-legal-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.president-party-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.president-voter-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.public-1999",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.source",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.source-2011",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "am.fund.yerevan-candidate-cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    }
  ],
  "findings": [
    {
      "rule": "am.donation.banknotes",
      "outcome": "undetermined",
      "severity": "indicator",
      "jurisdiction": "am",
      "provisions": [
        "am.cao/189.15"
      ],
      "records": [
        {
          "file": "SRC/examples/am/more.ndjson",
          "line": 1,
          "ref": "AM-31"
        }
      ],
      "actors": [
        {
          "role": "donor",
          "name": "Embassy of Samplia"
        },
        {
          "role": "recipient",
          "name": "Second Example Party"
        }
      ],
      "facts": {
        "amount": "700000.00 AMD",
        "recipient.kind": "party",
        "missing": [
          "payment"
        ]
      },
      "law": {
        "on": "2022-10-05",
        "provisions": [
          {
            "id": "am.cao/189.15",
            "citation": "Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)",
            "summary": "Donations to a party, or payments of a party, that are not made non-cash are an offence with a fine.",
            "source": "DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1",
            "confidence": "medium"
          }
        ],
        "parameters": {}
      },
      "reasoning": [
        {
          "condition": "payment == \"banknotes\"",
          "values": "unknown == banknotes",
          "truth": "unknown"
        }
      ],
      "consequence": {
        "sanctions": [
          "am.cao/189.15"
        ]
      },
      "threat": null,
      "confidence": "medium",
      "fingerprint": "faa0f7ef139d769f7c3c3bdac7fdb5e0"
    },
    {
      "rule": "am.donation.foreign-state",
      "outcome": "violation",
      "severity": "violation",
      "jurisdiction": "am",
      "provisions": [
        "am.parties-2016/24.4"
      ],
      "records": [
        {
          "file": "SRC/examples/am/more.ndjson",
          "line": 1,
          "ref": "AM-31"
        }
      ],
      "actors": [
        {
          "role": "donor",
          "name": "Embassy of Samplia"
        },
        {
          "role": "recipient",
          "name": "Second Example Party"
        }
      ],
      "facts": {
        "donor.kind": "foreign-state",
        "amount": "700000.00 AMD",
        "recipient.kind": "party",
        "returned": "none",
        "received": "2022-10-05"
      },
      "law": {
        "on": "2022-10-05",
        "provisions": [
          {
            "id": "am.parties-2016/24.4",
            "citation": "Article 24(4) as amended on 29 December 2020, Constitutional Law on Political Parties (HO-224-N of 16 December 2016)",
            "summary": "No donations from legal persons, foreign states, natural persons who are not Armenian citizens, and anonymous sources.",
            "source": "IDEA-NOW https://idea.int/data-tools/data/country?country=12&database_theme=302",
            "confidence": "medium"
          }
        ],
        "parameters": {
          "am.return_term": "14 days"
        }
      },
      "reasoning": [
        {
          "condition": "recipient.kind == \"party\"",
          "values": "party == party",
          "truth": "true"
        },
        {
          "condition": "donor.kind == \"foreign-state\"",
          "values": "foreign-state == foreign-state",
          "truth": "true"
        },
        {
          "condition": "returned <= received + return_term",
          "values": "none <= 2022-10-19",
          "truth": "false"
        },
        {
          "because": "the donor belongs to those who may not give"
        }
      ],
      "consequence": {
        "text": "return to donor, or forward to the state budget, by 2022-10-19 (Corruption Prevention Commission)",
        "due": "2022-10-19",
        "sanctions": [
          "am.cao/189.19"
        ]
      },
      "threat": {
        "class": "foreign-funding",
        "title": "Foreign funding",
        "impact": "high",
        "priority": "urgent"
      },
      "confidence": "medium",
      "fingerprint": "15c5dab5a7eca616788e7daa4ddfe0e1"
    },
    {
      "rule": "am.donation.not-by-bank",
      "outcome": "undetermined",
      "severity": "indicator",
      "jurisdiction": "am",
      "provisions": [
        "am.cao/189.15"
      ],
      "records": [
        {
          "file": "SRC/examples/am/more.ndjson",
          "line": 1,
          "ref": "AM-31"
        }
      ],
      "actors": [
        {
          "role": "donor",
          "name": "Embassy of Samplia"
        },
        {
          "role": "recipient",
          "name": "Second Example Party"
        }
      ],
      "facts": {
        "amount": "700000.00 AMD",
        "recipient.kind": "party",
        "missing": [
          "payment"
        ]
      },
      "law": {
        "on": "2022-10-05",
        "provisions": [
          {
            "id": "am.cao/189.15",
            "citation": "Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)",
            "summary": "Donations to a party, or payments of a party, that are not made non-cash are an offence with a fine.",
            "source": "DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1",
            "confidence": "medium"
          }
        ],
        "parameters": {}
      },
      "reasoning": [
        {
          "condition": "one_of(payment, \"crypto\", \"other\")",
          "values": "payment is unknown",
          "truth": "unknown"
        }
      ],
      "consequence": {
        "sanctions": [
          "am.cao/189.15"
        ]
      },
      "threat": null,
      "confidence": "medium",
      "fingerprint": "a3e0d4583f42d01a4fddea32db2972ab"
    },
    {
      "rule": "am.donation.banknotes",
      "outcome": "undetermined",
      "severity": "indicator",
      "jurisdiction": "am",
      "provisions": [
        "am.cao/189.15"
      ],
      "records": [
        {
          "file": "SRC/examples/am/more.ndjson",
          "line": 2,
          "ref": "AM-32"
        }
      ],
      "actors": [
        {
          "role": "donor",
          "name": "Մարիամ Օրինակյան"
        },
        {
          "role": "recipient",
          "name": "Second Example Party"
        }
      ],
      "facts": {
        "amount": "120000.00 AMD",
        "recipient.kind": "party",
        "missing": [
          "payment"
        ]
      },
      "law": {
        "on": "2022-10-06",
        "provisions": [
          {
            "id": "am.cao/189.15",
            "citation": "Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)",
            "summary": "Donations to a party, or payments of a party, that are not made non-cash are an offence with a fine.",
            "source": "DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1",
            "confidence": "medium"
          }
        ],
        "parameters": {}
      },
      "reasoning": [
        {
          "condition": "payment == \"banknotes\"",
          "values": "unknown == banknotes",
          "truth": "unknown"
        }
      ],
      "consequence": {
        "sanctions": [
          "am.cao/189.15"
        ]
      },
      "threat": null,
      "confidence": "medium",
      "fingerprint": "8402d04a611b032e148e20079b6a04fc"
    },
    {
      "rule": "am.donation.not-by-bank",
      "outcome": "undetermined",
      "severity": "indicator",
      "jurisdiction": "am",
      "provisions": [
        "am.cao/189.15"
      ],
      "records": [
        {
          "file": "SRC/examples/am/more.ndjson",
          "line": 2,
          "ref": "AM-32"
        }
      ],
      "actors": [
        {
          "role": "donor",
          "name": "Մարիամ Օրինակյան"
        },
        {
          "role": "recipient",
          "name": "Second Example Party"
        }
      ],
      "facts": {
        "amount": "120000.00 AMD",
        "recipient.kind": "party",
        "missing": [
          "payment"
        ]
      },
      "law": {
        "on": "2022-10-06",
        "provisions": [
          {
            "id": "am.cao/189.15",
            "citation": "Article 189.15, Code on Administrative Offences (Code of 6 December 1985, as amended)",
            "summary": "Donations to a party, or payments of a party, that are not made non-cash are an offence with a fine.",
            "source": "DR7504 http://parliament.am/drafts.php?sel=showdraft&DraftID=11991&Reading=1",
            "confidence": "medium"
          }
        ],
        "parameters": {}
      },
      "reasoning": [
        {
          "condition": "one_of(payment, \"crypto\", \"other\")",
          "values": "payment is unknown",
          "truth": "unknown"
        }
      ],
      "consequence": {
        "sanctions": [
          "am.cao/189.15"
        ]
      },
      "threat": null,
      "confidence": "medium",
      "fingerprint": "1420d7a24d411704c60f593e19966872"
    }
  ]
}
[1]

$ scrutineer check -j am --format ndjson "$SRC/examples/am/more.ndjson" | cut -c 1-60
{"rule":"am.donation.banknotes","outcome":"undetermined","se
{"rule":"am.donation.foreign-state","outcome":"violation","s
{"rule":"am.donation.not-by-bank","outcome":"undetermined","
{"rule":"am.donation.banknotes","outcome":"undetermined","se
{"rule":"am.donation.not-by-bank","outcome":"undetermined","
{"scrutineer":"0.1.0","law":{"jurisdictions":["am"],"digest"

# A result is read from the exit status, too.

$ scrutineer check -j am --fail-on never "$SRC/examples/am/more.ndjson" > report.txt
