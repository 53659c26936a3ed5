# The amendments and cases that the fact sheets describe (Armenia, section 11.3; comparative law, section 13), each as tests
# of rules: the same facts before and after, one day before and on the day. `law test WORDS` runs the tests whose rule or
# name holds the words, so this page is the table of them and cannot be untrue.

# T-01: companies may give to Armenian parties until early 2021, and not after. The day is a placeholder (D-3).

$ scrutineer law test T-01
ok     violation    am.donation.legal-person: amendment: T-01, a domestic company
ok     clear        am.donation.legal-person: amendment: T-01, the same company three years before
ok     clear        am.donation.legal-person: amendment: T-01, a domestic company one day before
ok     violation    am.donation.legal-person: amendment: T-01, a domestic company on the day
4 passed, 0 failed

# T-02: a share of 30 % in foreign hands is lawful, 30.1 % is not; after 2021 none of them.

$ scrutineer law test T-02
ok     clear        am.donation.foreign-share: amendment: T-02, 30.0 % in 2019
ok     violation    am.donation.foreign-share: amendment: T-02, 30.1 % in 2019
ok     violation    am.donation.foreign-share: amendment: T-02, 100 % in 2019
ok     clear        am.donation.foreign-share: amendment: T-02, 30 % one day before
ok     clear        am.donation.foreign-share: amendment: T-02, 30 % on the day is another rule's matter
ok     violation    am.donation.foreign-share: amendment: T-02, 30.1 % one day before
ok     clear        am.donation.foreign-share: amendment: T-02, 30.1 % on the day is another rule's matter
ok     violation    am.donation.foreign-share: amendment: T-02, 100 % one day before
ok     clear        am.donation.foreign-share: amendment: T-02, 100 % on the day is another rule's matter
ok     violation    am.donation.legal-person: amendment: T-02, 30.0 % in 2022
ok     violation    am.donation.legal-person: amendment: T-02, 30.1 % in 2022
ok     violation    am.donation.legal-person: amendment: T-02, 100 % in 2022
ok     clear        am.donation.legal-person: amendment: T-02, 30 % one day before is another rule's matter
ok     violation    am.donation.legal-person: amendment: T-02, 30 % on the day
ok     clear        am.donation.legal-person: amendment: T-02, 30.1 % one day before is another rule's matter
ok     violation    am.donation.legal-person: amendment: T-02, 30.1 % on the day
ok     clear        am.donation.legal-person: amendment: T-02, 100 % one day before is another rule's matter
ok     violation    am.donation.legal-person: amendment: T-02, 100 % on the day
18 passed, 0 failed

# T-03: four million drams are under the old limit of 10 million; under that of 2.5 million, 1,500,000 are over.

$ scrutineer law test T-03
ok     violation    am.donation.cap: amendment: T-03, four million in one gift
ok     clear        am.donation.cap: amendment: T-03, the same in 2019 is judged by the old limit
ok     clear        am.donation.cap: amendment: T-03, four million one day before
ok     violation    am.donation.cap: amendment: T-03, four million on the day
ok     clear        am.donation.cap-old: amendment: T-03, four million in 2019
ok     clear        am.donation.cap-old: amendment: T-03, four million on the last day
6 passed, 0 failed

# T-04: until 2021 a voter may pay into the fund of a party for an election of the National Assembly; from 2022 not.

$ scrutineer law test T-04
ok     clear        am.fund.assembly-voter-cap: amendment: T-04, a voter paid 400,000 drams in June 2021
ok     violation    am.fund.party-only: amendment: T-04, a voter in May 2026
ok     violation    am.fund.party-only: amendment: T-04, a voter on the first day of the new text
ok     clear        am.fund.party-only: amendment: T-04, the same facts one day before
ok     clear        am.fund.source: amendment: T-04, a voter in June 2021
ok     clear        am.fund.source: amendment: T-04, a voter on the last day of the old text
6 passed, 0 failed

# T-05: a company may pay into a fund under the Code of 1999, not under those of 2011 and 2016.

$ scrutineer law test T-05
ok     clear        am.fund.assembly-legal-cap-2007: amendment: T-05, a company paid 100,000 drams in 2007
ok     clear        am.fund.assembly-legal-cap-2007: amendment: T-05, in 2012 this rule is gone and am.fund.source-2011 bars it
ok     violation    am.fund.source: amendment: T-05, a company under the Code of 2016
ok     violation    am.fund.source-2011: amendment: T-05, a company in 2012 may not pay
ok     clear        am.fund.source-2011: amendment: T-05, the same company in 2007 is not this rule's matter
ok     clear        am.fund.source-2011: amendment: T-05, a company one day before the Code of 2011
ok     violation    am.fund.source-2011: amendment: T-05, a company on the day
7 passed, 0 failed

# T-06: a foreigner who votes in a local election: six months in the register under the Code of 2011, a year under that of
# 2016.

$ scrutineer law test T-06
ok     violation    am.fund.local-residence: amendment: T-06, registered for eight months in 2019
ok     clear        am.fund.local-residence: amendment: T-06, the same facts on the day before the new Code
ok     violation    am.fund.local-residence: amendment: T-06, the same facts on its first day
ok     clear        am.fund.local-residence-2011: amendment: T-06, registered for eight months in 2013
ok     clear        am.fund.local-residence-2011: amendment: T-06, eight months on the last day of the old Code
5 passed, 0 failed

# T-07: the internet is not in the list of silence; an administrative offence since 2022 (medium: seen as a draft). The
# calendar has no vote near the day of the change, so the pair of days is that of an invented local one, which its
# advertisement names.

$ scrutineer law test T-07
ok     indicator    am.ad.online-silence: amendment: T-07, on the day before the vote of 2026
ok     clear        am.ad.online-silence: amendment: T-07, in 2021 there was no such rule
ok     indicator    am.ad.online-silence-local: amendment: T-07, a vote on the first day of the rule
ok     clear        am.ad.online-silence-local: amendment: T-07, the same facts one day before
ok     clear        am.ad.silence: amendment: T-07, the internet is not in this list, in 2021
5 passed, 0 failed

# T-08: the campaign begins on the 7th day after registration; from 2022 on the 5th.

$ scrutineer law test T-08
ok     clear        am.calendar.campaign-start: amendment: T-08, on the last day of the old text the campaign begins on the 7th day
ok     indicator    am.calendar.campaign-start: amendment: T-08, on the first day of the new text the 7th day is two days late
ok     clear        am.calendar.campaign-start: amendment: T-08, on the first day of the new text the 5th day is right
3 passed, 0 failed

# T-09: ten million leave the party's account and none come into its fund: the package of 2024 makes that visible.

$ scrutineer law test T-09
ok     indicator    am.ledger.mismatch: amendment: T-09, ten million left the account and none came in (C-06)
ok     clear        am.ledger.mismatch: amendment: T-09, before the package there was no second ledger
ok     indicator    am.ledger.mismatch: amendment: T-09, the same ledgers on the day
3 passed, 0 failed

# T-10: an observer that does not disclose its funding, one day before and on the day of the law of 30 January 2026.

$ scrutineer law test T-10
ok     clear        am.observers.funding: amendment: T-10, the day before the law it was no matter
ok     violation    am.observers.funding: amendment: T-10, the same application on its first day
2 passed, 0 failed

# T-11: European parties: 12,000 euros until 2016, 18,000 from 2017.

$ scrutineer law test T-11
ok     violation    eu.party.donation-cap-2003: 15,000 euros in 2016 (T-11)
ok     violation    eu.party.donation-cap-2003: 15,000 euros one day before the new limit (T-11)
ok     clear        eu.party.donation-cap-2003: 15,000 euros on its first day are the other rule's matter (T-11)
ok     clear        eu.party.donation-cap-2014: 15,000 euros in 2018 (T-11)
ok     clear        eu.party.donation-cap-2014: 15,000 euros one day before it are the other rule's matter (T-11)
ok     clear        eu.party.donation-cap-2014: 15,000 euros on the first day of the new limit (T-11)
6 passed, 0 failed

# T-12: a company in Yerevan buys advertising before a vote in the Union, before and under Regulation 2024/900.

$ scrutineer law test T-12
ok     violation    eu.ad.third-country-sponsor: a company in Yerevan six weeks before a vote, November 2025 (T-12)
ok     clear        eu.ad.third-country-sponsor: the same in September 2025, before the rule applied (T-12)
ok     violation    eu.ad.third-country-sponsor: the first day on which the rule applies (T-12)
ok     clear        eu.ad.third-country-sponsor: the same on the day before it (T-12)
4 passed, 0 failed

# T-13: the fee of an Armenian associated party: excluded by the Court's judgment, expressly barred by the recast.

$ scrutineer law test T-13
ok     violation    eu.party.outside-party-contribution: the fee of an Armenian associated party (T-13)
ok     clear        eu.party.outside-party-contribution: the fee one day before the recast is the other rule's matter (T-13)
ok     violation    eu.party.outside-party-contribution: the fee on its first day, expressly barred (T-13)
ok     violation    eu.party.outside-party-contribution-2014: the fee one day before the recast, excluded by the Court (T-13)
ok     clear        eu.party.outside-party-contribution-2014: the fee on the first day of the recast is the other rule's matter (T-13)
5 passed, 0 failed

# T-14: public funding from 3 % of the votes, since the reform from 2 %.

$ scrutineer law test T-14
ok     clear        am.subsidy.threshold: amendment: T-14, 2.4 % are funded since the reform
ok     indicator    am.subsidy.threshold: amendment: T-14, 2.4 % are not funded the day before it
ok     clear        am.subsidy.threshold: amendment: T-14, not granted on the day before it
ok     indicator    am.subsidy.threshold: amendment: T-14, not granted on its first day
4 passed, 0 failed

# T-GE1, T-GE2: Georgia in 2012. Fines of ten times the gift were cut to five, also for acts before that: 476,619 x 5 =
# 2,383,095. Twice that on repetition: 12,622,019 x 5 x 2 = 126,220,190 and 2,242,994 x 5 x 2 = 22,429,940.

$ scrutineer law test T-GE
ok     violation    ge.donation.legal-person-2012: an offshore company pays in kind (T-GE2)
ok     clear        ge.fine.milder-law-of-the-decision: ten times the day before the law became milder (T-GE2)
ok     violation    ge.fine.milder-law-of-the-decision: the same for the same act on the day (T-GE2)
ok     clear        ge.fine.milder-law-of-the-decision: five times on the day, as decided on appeal (T-GE2)
ok     clear        ge.fine.milder-law-of-the-decision: satellite dishes given to voters, five times, doubled (T-GE1)
ok     violation    ge.fine.milder-law-of-the-decision: one tetri more (T-GE1)
ok     clear        ge.fine.milder-law-of-the-decision: transport below price, five times, doubled (T-GE1)
7 passed, 0 failed

# T-US1: 1,000,000, 250,000 and 500,000 dollars of a company with a Canadian owner, who took part in the decision. The
# penalty of 975,000 was agreed, not calculated.

$ scrutineer law test T-US1
ok     violation    us.donation.foreign-decision: three gifts of a pipe maker, in which its Canadian owner took part (T-US1)
ok     undetermined us.donation.foreign-decision: nobody said who decided (T-US1)
ok     indicator    us.donation.foreign-owned: a pipe maker with a Canadian owner, 2018 (T-US1)
ok     indicator    us.donation.foreign-owned: nobody said who decided (T-US1)
4 passed, 0 failed

$ scrutineer law show us.decisions/mur-7613
us.decisions/mur-7613  A civil penalty of 975,000 dollars
  citation    MUR 7613 (Wheatland Tube), settled in April 2022, Decisions of the Federal Election Commission (advisory opinions and matters under review)
~
  in force    always
  says        A company gave 1,000,000, 250,000 and 500,000 dollars in 2018, in the decision about which its Canadian owner took part: a civil penalty of 975,000 dollars, and 1,750,000 dollars to be refunded or disgorged.
  source      CTV7613, CLC7613, BJ7613; comparative fact sheet, section 13, case T-US1
  confidence  high

# T-AU2: a gift from abroad in a return of 2015-16, and under the ban of 2019.

$ scrutineer law test T-AU2
ok     violation    au.donation.foreign-donor: the first day of the ban (T-AU2)
ok     clear        au.donation.foreign-donor: a return of 2015-16, when it was lawful (T-AU2)
2 passed, 0 failed

# Australia: from over 17,300 dollars to over 5,000 on 1 July 2026. Each step of the series since 2005 has five such tests.

$ scrutineer law test au.donation.not-disclosed amendment
ok     clear        au.donation.not-disclosed: amendment: 6,000 dollars on the last day of the old threshold
ok     violation    au.donation.not-disclosed: amendment: 6,000 dollars on the first day of the new one
2 passed, 0 failed

# Germany: reported at once from over 50,000 euros to over 35,000 on 5 March 2024.

$ scrutineer law test de.donation.large-unreported amendment
ok     clear        de.donation.large-unreported: amendment: 40,000 euro on the last day of the old threshold
ok     violation    de.donation.large-unreported: amendment: the same on the first day of the new one
2 passed, 0 failed

# T-FR1: a loan of a bank in Moscow, before and from 2018.

$ scrutineer law test T-FR1
ok     violation    fr.loan.lender: a bank in Moscow (T-FR1)
ok     clear        fr.loan.lender: the same a day before (T-FR1)
2 passed, 0 failed

# T-LT1: a tenth of the income, of the year before last or of last year.

$ scrutineer law test T-LT1
ok     indicator    lt.donation.income-share: on 30 April the income of the year before last counts (T-LT1)
ok     clear        lt.donation.income-share: on 2 May that of last year (T-LT1)
2 passed, 0 failed
