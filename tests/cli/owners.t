# What a register of owners adds to a check: examples/am/README.md tells each donor and who owns it. All are invented.

# Without it nobody knows the foreign share of any of them.

$ scrutineer check -j am "$SRC/examples/am/owned-donors.csv" | grep -A 3 'am.donation.foreign-share\]'
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:2  AM-41
    donor      Example Mining LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:3  AM-42
    donor      Example Dairy LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:4  AM-43
    donor      Example Roads LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:5  AM-44
    donor      Example Hotels CJSC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:6  AM-45
    donor      Example Steel LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:7  AM-46
    donor      Example Media LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:8  AM-47
    donor      Example Wine LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:9  AM-48
    donor      Example Wine LLC
    recipient  Second Example Party
--
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:10  AM-49
    donor      Example Unknown LLC
    recipient  Second Example Party

# With it the report shows each interest on which an answer rests, since when it is held and where that is told.

$ scrutineer check -j am "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners.csv" | sed -n '/: .*foreign-share/,/^$/p'
violation: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:2  AM-41
    donor      Example Mining LLC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: yes (30.5 % > 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: no (30.5 % <= 30 %)
    owners     Example Resources Sarl (LU) has 30.5 % of the shares in Example Mining LLC, since 2018-03-01; SRC/examples/am/owners.csv:2  EX-01
               Արամ Օրինակյան (AM) has 69.5 % of the shares in Example Mining LLC, since 2018-03-01; SRC/examples/am/owners.csv:3  EX-02
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-01; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       forfeit to the state budget
    confidence high; finding 75de3fa709642c664fb96de53a13abba
~
indicator: Several foreign participants together held more than the limit (2017 to 2021) [am.donation.foreign-share-several]
  --> SRC/examples/am/owned-donors.csv:3  AM-42
    donor      Example Dairy LLC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: yes (40 % > 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: yes (20 % <= 30 %)
    owners     Example Capital SA (LU) has 20 % of the shares in Example Dairy LLC, since 2017-06-01; SRC/examples/am/owners.csv:4  EX-03
               Jean Exemple (FR) has 20 % of the shares in Example Dairy LLC, since 2017-06-01; SRC/examples/am/owners.csv:5  EX-04
               Անի Օրինակյան (AM) has 60 % of the shares in Example Dairy LLC, since 2017-06-01; SRC/examples/am/owners.csv:6  EX-05
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-02; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence high; finding dcf6d216de55c8e5fdc644fa691c9e43
~
indicator: Over companies at home, more than the limit of a company that gave was held abroad (2017 to 2021) [am.donation.foreign-share-indirect]
  --> SRC/examples/am/owned-donors.csv:4  AM-43
    donor      Example Roads LLC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               owners_known(donor): yes (Example Roads LLC, C-2103, SRC/examples/am/owners.csv:7)
               foreign_share(donor, "AM") > max_foreign_share: yes (55 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: yes (0 % <= 30 %)
    owners     Example Holding LLC (AM) has 100 % of the shares in Example Roads LLC, since 2016-01-15; SRC/examples/am/owners.csv:7  EX-06
               Example Offshore Ltd (CY) has 55 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners.csv:8  EX-07
               Նարեկ Նմուշյան (AM) has 45 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners.csv:9  EX-08
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-03; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence high; finding 21a4258a95b06b3f6981fb72772208a7
~
indicator: Over companies at home, more than the limit of a company that gave was held abroad (2017 to 2021) [am.donation.foreign-share-indirect]
  --> SRC/examples/am/owned-donors.csv:5  AM-44
    donor      Example Hotels CJSC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               owners_known(donor): yes (Example Hotels CJSC, C-2104, SRC/examples/am/owners.csv:10)
               foreign_share(donor, "AM") > max_foreign_share: yes (more than 33.333333 % to less than 33.333334 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: yes (10 % <= 30 %)
    owners     Example Leisure CJSC (AM) has 70 % of the shares in Example Hotels CJSC, since 2019-01-01; SRC/examples/am/owners.csv:10  EX-09
               Mario Esempio (IT) has 10 % of the shares in Example Hotels CJSC, since 2019-01-01; SRC/examples/am/owners.csv:11  EX-10
               Սոնա Օրինակյան (AM) has 20 % of the shares in Example Hotels CJSC, since 2019-01-01; SRC/examples/am/owners.csv:12  EX-11
               Example Hotels CJSC (AM) has 100 % of the shares in Example Leisure CJSC, since 2019-01-01; SRC/examples/am/owners.csv:13  EX-12
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-04; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence high; finding 53e35835154b06fcc468dddae6e764b9
~
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:7  AM-46
    donor      Example Media LLC
    recipient  Second Example Party
    missing    first_known(donor.foreign_share, direct_foreign_share(donor, "AM")): only known as 0 % to 40 %
    facts      amount: 900000.00 AMD; recipient.kind: party; donor.kind: company
    why        first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (0 % to 40 % > 30 %)
    owners     Example Nominees Ltd (GB) has an unknown part of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:16  EX-15
               Լիլիթ Ընտրողյան (AM) has 60 % of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:17  EX-16
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-06; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    confidence high; finding 7f5360b95a6493b79b30eea88ccccd18
~
undetermined: Over companies at home, more than the limit of a company that gave was held abroad (2017 to 2021) [am.donation.foreign-share-indirect]
  --> SRC/examples/am/owned-donors.csv:7  AM-46
    donor      Example Media LLC
    recipient  Second Example Party
    missing    foreign_share(donor, "AM"): only known as 0 % to 40 %, first_known(donor.foreign_share, direct_foreign_share(donor, "AM")): only known as 0 % to 40 %
    facts      amount: 900000.00 AMD; recipient.kind: party; donor.kind: company
    why        foreign_share(donor, "AM") > max_foreign_share: unknown (0 % to 40 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: unknown (0 % to 40 % <= 30 %)
    owners     Example Nominees Ltd (GB) has an unknown part of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:16  EX-15
               Լիլիթ Ընտրողյան (AM) has 60 % of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:17  EX-16
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-06; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    confidence high; finding 8892b5e2dd9b690dee575a6f90760ff9
~
undetermined: Several foreign participants together held more than the limit (2017 to 2021) [am.donation.foreign-share-several]
  --> SRC/examples/am/owned-donors.csv:7  AM-46
    donor      Example Media LLC
    recipient  Second Example Party
    missing    first_known(donor.foreign_share, direct_foreign_share(donor, "AM")): only known as 0 % to 40 %, first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")): only known as 0 % to 40 %
    facts      amount: 900000.00 AMD; recipient.kind: party; donor.kind: company
    why        first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (0 % to 40 % > 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: unknown (0 % to 40 % <= 30 %)
    owners     Example Nominees Ltd (GB) has an unknown part of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:16  EX-15
               Լիլիթ Ընտրողյան (AM) has 60 % of the shares in Example Media LLC, since 2018-01-01; SRC/examples/am/owners.csv:17  EX-16
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-06; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    confidence high; finding 0926b6a0b92db1aeebbc155b97fb637e
~
violation: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:8  AM-47
    donor      Example Wine LLC
    recipient  Second Example Party
    facts      donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: yes (100 % > 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: no (100 % <= 30 %)
    owners     Иван Примеров (RU) has 100 % of the shares in Example Wine LLC, from 2015-05-05 up to 2020-10-01; SRC/examples/am/owners.csv:18  EX-17
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-09-30; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    must       forfeit to the state budget
    confidence high; finding 19b041075407f75be6297c15d8ed0611
~
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/owned-donors.csv:10  AM-49
    donor      Example Unknown LLC
    recipient  Second Example Party
    missing    donor.foreign_share, direct_foreign_share(donor, "AM")
    facts      amount: 900000.00 AMD; recipient.kind: party; donor.kind: company
    why        first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (unknown > 30 %)
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-07; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    confidence high; finding cf68535d7b92de7942860e4e8fd2b8b0
~
undetermined: Several foreign participants together held more than the limit (2017 to 2021) [am.donation.foreign-share-several]
  --> SRC/examples/am/owned-donors.csv:10  AM-49
    donor      Example Unknown LLC
    recipient  Second Example Party
    missing    donor.foreign_share, direct_foreign_share(donor, "AM"), donor.largest_foreign_share, largest_foreign_share(donor, "AM")
    facts      amount: 900000.00 AMD; recipient.kind: party; donor.kind: company
    why        first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (unknown > 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: unknown (unknown <= 30 %)
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-07; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    confidence high; finding 1be68e0367ca3591464b207f47288f52
~
indicator: Over companies at home, more than the limit of a company that gave was held abroad (2017 to 2021) [am.donation.foreign-share-indirect]
  --> SRC/examples/am/owned-donors.csv:11  AM-50
    donor      Example Roads LLC
    recipient  Second Example Party
    facts      donor.foreign_share: 25 %; donor.kind: company; amount: 900000.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               owners_known(donor): yes (Example Roads LLC, C-2103, SRC/examples/am/owners.csv:7)
               foreign_share(donor, "AM") > max_foreign_share: yes (55 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: yes (25 % <= 30 %)
    owners     Example Holding LLC (AM) has 100 % of the shares in Example Roads LLC, since 2016-01-15; SRC/examples/am/owners.csv:7  EX-06
               Example Offshore Ltd (CY) has 55 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners.csv:8  EX-07
               Նարեկ Նմուշյան (AM) has 45 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners.csv:9  EX-08
    article    Article 24(4)(4), Constitutional Law on Political Parties (HO-224-N of 16 December 2016)
               as in force on 2020-06-08; source IDEA-Q9 https://idea.int/answer/ans94191342531246
    limit      am.max_foreign_share = 30 % [high]
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence high; finding 9213fb2dec59351ced9d95ca3ec1ed39
~

# For programs, too.

$ scrutineer check -j am --format json "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners.csv" | grep -A 18 '"holdings"' | head -20
      "holdings": [
        {
          "owner": "Example Resources Sarl",
          "owner_from": "LU",
          "owned": "Example Mining LLC",
          "interest": "30.5 % of the shares",
          "period": "since 2018-03-01",
          "source": "SRC/examples/am/owners.csv:2  EX-01"
        },
        {
          "owner": "Արամ Օրինակյան",
          "owner_from": "AM",
          "owned": "Example Mining LLC",
          "interest": "69.5 % of the shares",
          "period": "since 2018-03-01",
          "source": "SRC/examples/am/owners.csv:3  EX-02"
        }
      ],
      "consequence": {
--

# What nobody can find in the registers stays unknown: a number of another publisher that happens to be the same
# does not make two companies one.

$ printf 'reference,received,amount,recipient,recipient_kind,donor,donor_kind,donor_id\n1,2020-06-01,5,P,party,Other Name LLC,company,C-2101\n2,2020-06-01,5,P,party,EXAMPLE MINING LLC,company,\n' > gifts.csv
$ scrutineer check -j am gifts.csv -r "$SRC/examples/am/owners.csv" | grep -A 6 'am.donation.foreign-share\]'
undetermined: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> gifts.csv:2  1
    donor      Other Name LLC
    recipient  P
    missing    donor.foreign_share, direct_foreign_share(donor, "AM")
    facts      amount: 5.00 AMD; recipient.kind: party; donor.kind: company
    why        first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (unknown > 30 %)
--
violation: A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> gifts.csv:3  2
    donor      EXAMPLE MINING LLC
    recipient  P
    facts      donor.kind: company; amount: 5.00 AMD; recipient.kind: party
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)

# One thread or several, and partial results: the same report. Other registers cannot be merged.

$ scrutineer check -j am --jobs 1 "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners.csv" > one
[1]
$ scrutineer check -j am --jobs 3 "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners.csv" | cmp - one
$ scrutineer check -j am --partial a.part "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners.csv"
$ scrutineer merge -j am a.part -r "$SRC/examples/am/owners.csv" | cmp - one
$ scrutineer merge -j am a.part
! a.part: error: was made with another set of registers (-r) (f38ce9561b25bc32ca43f78b92eb0fb2, here none) [partial-terms]
!       = make it again from its filings
[2]

# Who owns somebody, on a day: as text, with how much is held from outside the countries that are named.

$ scrutineer graph C-2103 -r "$SRC/examples/am/owners.csv" --on 2020-06-03 --home AM
Example Roads LLC (AM), C-2103
  held from outside AM: 55 % of the capital over all chains, 0 % directly
  Example Holding LLC (AM) has 100 % of the shares, since 2016-01-15; SRC/examples/am/owners.csv:7  EX-06
    Example Offshore Ltd (CY) has 55 % of the shares, since 2016-01-10; SRC/examples/am/owners.csv:8  EX-07
    Նարեկ Նմուշյան (AM) has 45 % of the shares, since 2016-01-10; SRC/examples/am/owners.csv:9  EX-08
$ scrutineer graph "Example Hotels CJSC" -r "$SRC/examples/am/owners.csv" --home AM
Example Hotels CJSC (AM), C-2104
  held from outside AM: more than 33.333333 % to less than 33.333334 % of the capital over all chains, 10 % directly
  Example Leisure CJSC (AM) has 70 % of the shares, since 2019-01-01; SRC/examples/am/owners.csv:10  EX-09
    Example Hotels CJSC (AM) has 100 % of the shares, since 2019-01-01; SRC/examples/am/owners.csv:13  EX-12; its owners: see above
  Mario Esempio (IT) has 10 % of the shares, since 2019-01-01; SRC/examples/am/owners.csv:11  EX-10
  Սոնա Օրինակյան (AM) has 20 % of the shares, since 2019-01-01; SRC/examples/am/owners.csv:12  EX-11
$ scrutineer graph "Example Wine LLC" -r "$SRC/examples/am/owners.csv" --on 2020-09-30
Example Wine LLC (AM), C-2107
  Иван Примеров (RU) has 100 % of the shares, from 2015-05-05 up to 2020-10-01; SRC/examples/am/owners.csv:18  EX-17
$ scrutineer graph "Example Wine LLC" -r "$SRC/examples/am/owners.csv" --on 2020-10-01
Example Wine LLC (AM), C-2107
  Արամ Էքզամպլյան (AM) has 100 % of the shares, since 2020-10-01; SRC/examples/am/owners.csv:19  EX-18

# Or as a drawing: the entity at the bottom, its owners above; what is abroad has another colour.

$ scrutineer graph "Example Hotels CJSC" -r "$SRC/examples/am/owners.csv" --home AM --format svg > hotels.svg; head -c 60 hotels.svg; echo; grep -c 'class="abroad"' hotels.svg; grep -o 'class="name">[^<]*' hotels.svg | sort
<svg xmlns="http://www.w3.org/2000/svg" width="820" height="
1
class="name">Example Hotels CJSC
class="name">Example Leisure CJSC
class="name">Mario Esempio
class="name">Սոնա Օրինակյան

$ scrutineer graph "Nobody" -r "$SRC/examples/am/owners.csv"
! error: the registers have no "Nobody", or several [graph-unknown]
!       = give the name or the number as the register has it, without the country
[2]
$ scrutineer graph "Example Wine LLC"
! error: no register tells of owners [graph-no-owners]
!       = name a register of owners: -r FILE
[2]
$ scrutineer graph "Example Wine LLC" -r "$SRC/examples/am/owners.csv" --home XX
! error: "XX" is no country [graph-home]
!       = write them like "AM" or "DE;FR"
[2]

# The Beneficial Ownership Data Standard: a statement that its schema does not allow is told by the keyword and the
# path, and left out; the others count. Bands of shares decide where they lie beside the limit.

$ scrutineer graph C-2103 -r "$SRC/examples/am/owners-bods.json" --on 2020-06-03 --home AM
Example Roads LLC (AM), C-2103
  held from outside AM: more than 50 % to 75 % of the capital over all chains, 0 % directly
  Example Holding LLC (AM) has 100 % of the shares, since 2016-01-15; SRC/examples/am/owners-bods.json:6  example-owners-statement-0000000005
    Նարեկ Նմուշյան (AM) has 25 % to 50 % of the shares, since 2016-01-10; SRC/examples/am/owners-bods.json:8  example-owners-statement-0000000007
    Example Offshore Ltd (CY) has more than 50 % to less than 75 % of the shares, since 2016-01-10; SRC/examples/am/owners-bods.json:7  example-owners-statement-0000000006
! SRC/examples/am/owners-bods.json:9: error: $[7].recordDetails.interests[0].share.maximum: 150 is more than 100 [maximum] [bods-invalid]
!       = the statement is left out
[2]
$ scrutineer check -j am "$SRC/examples/am/owned-donors.csv" -r "$SRC/examples/am/owners-bods.json" 2>/dev/null | grep -A 18 'foreign-share-indirect\]' | grep -B 2 -A 3 'foreign_share(donor'
               donor.kind == "company": yes (company == company)
               owners_known(donor): yes (Example Roads LLC, C-2103, SRC/examples/am/owners-bods.json:2)
               foreign_share(donor, "AM") > max_foreign_share: yes (more than 50 % to 75 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: yes (0 % <= 30 %)
    owners     Example Holding LLC (AM) has 100 % of the shares in Example Roads LLC, since 2016-01-15; SRC/examples/am/owners-bods.json:6  example-owners-statement-0000000005
               Նարեկ Նմուշյան (AM) has 25 % to 50 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners-bods.json:8  example-owners-statement-0000000007
               Example Offshore Ltd (CY) has more than 50 % to less than 75 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners-bods.json:7  example-owners-statement-0000000006
--
               donor.kind == "company": yes (company == company)
               owners_known(donor): yes (Example Roads LLC, C-2103, SRC/examples/am/owners-bods.json:2)
               foreign_share(donor, "AM") > max_foreign_share: yes (more than 50 % to 75 % > 30 %)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) <= max_foreign_share: yes (25 % <= 30 %)
    owners     Example Holding LLC (AM) has 100 % of the shares in Example Roads LLC, since 2016-01-15; SRC/examples/am/owners-bods.json:6  example-owners-statement-0000000005
               Նարեկ Նմուշյան (AM) has 25 % to 50 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners-bods.json:8  example-owners-statement-0000000007
               Example Offshore Ltd (CY) has more than 50 % to less than 75 % of the shares in Example Holding LLC, since 2016-01-10; SRC/examples/am/owners-bods.json:7  example-owners-statement-0000000006

# FollowTheMoney.

$ printf '%s\n' '{"id":"a","schema":"Company","properties":{"name":["Example Roads LLC"],"jurisdiction":["am"],"registrationNumber":["C-2103"]}}' '{"id":"b","schema":"Company","properties":{"name":["Example Offshore Ltd"],"jurisdiction":["cy"]}}' '{"id":"c","schema":"Ownership","properties":{"owner":["b"],"asset":["a"],"percentage":["55"],"startDate":["2016-01-10"]}}' > ftm.json
$ scrutineer graph "example roads llc" -r ftm.json --home AM
Example Roads LLC (AM), C-2103
  held from outside AM: 55 % to 100 % of the capital over all chains, 55 % to 100 % directly
  Example Offshore Ltd (CY) has 55 % of the shares, since 2016-01-10; ftm.json:3  c
