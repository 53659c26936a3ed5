# Law of the Union, the United Kingdom, the United States, Canada and Australia on a day, and real filings under it.

# A limit that goes by the election, on the last and the first day of a cycle.

$ for day in 2024-11-05 2024-11-06 2026-11-04; do scrutineer law show us.cap_candidate --on $day | grep -E 'value|no value'; done
  value       3300.00 USD
  value       3500.00 USD
  no value on that day (which is not zero)

# The Australian threshold falls on 1 July 2026; the ban on foreign donors began on 1 January 2019.

$ for day in 2026-06-30 2026-07-01; do scrutineer law show au.disclosure_threshold --on $day | grep value; done
  value       17300.00 AUD
  value       5000.00 AUD
$ for day in 2018-12-31 2019-01-01; do scrutineer law show au.foreign_gift_limit --on $day | grep value; done
  no value on that day (which is not zero)
  value       1000.00 AUD

# Returns of 2015-16, two gifts from overseas among them: lawful then, and only disclosed.

$ scrutineer check "$SRC/tests/data/au-donor-returns.csv"
SRC/tests/data/au-donor-returns.csv (au.aec-donor-returns): 4 records, 0 unreadable  AUD 350000.00
~
  rule                                            violat. indicat. undeter.   exempt
  any.donation.beyond-means                             0        0        0        0
  any.donation.circular                                 0        0        0        0
  any.donation.denied                                   0        0        0        0
  any.donation.foreign-currency                         0        0        0        0
  any.donation.listed-actor                             0        0        0        0
  any.donation.listed-bank                              0        0        0        0
  any.donation.paid-abroad                              0        0        0        0
  any.donation.same-sum-to-several                      0        0        0        0
  any.donation.single-source                            0        0        0        0
  any.donation.young-company                            0        0        0        0
  au.donation.cap                                       0        0        0        0
  au.donation.cap-overall                               0        0        0        0
  au.donation.cap-state                                 0        0        0        0
  au.donation.foreign-donor                             0        0        0        0
  au.donation.foreign-donor-known                       0        0        0        0
  au.donation.foreign-donor-third-party                 0        0        0        0
  au.donation.foreign-donor-year                        0        0        0        0
  au.donation.not-disclosed                             0        0        0        0
  au.donation.not-disclosed-year                        0        0        0        0
  au.donation.notice-late                               0        0        0        0
  au.donation.one-sided                                 0        0        0        0
  au.donation.straw-address                             0        0        0        0

# A company at home with an owner abroad: an indicator is no breach; that the owner took part in the decision is one.

$ echo '{"record":"donation","ref":"G1","amount":"1000000 USD","received":"2018-04-05","donor.name":"Example Tube LLC","donor.kind":"company","donor.incorporated_in":"US","donor.principal_place":"US","donor.controlled_from":["CA"],"own_funds":true,"recipient.name":"Example Action","recipient.kind":"campaigner"}' > gift.ndjson
$ scrutineer check -j us gift.ndjson 2>/dev/null | grep -E -A 4 '^(undetermined: A foreign national took|indicator)'
undetermined: A foreign national took part in the decision to give [us.donation.foreign-decision]
  --> gift.ndjson:1  G1
    donor      Example Tube LLC
    recipient  Example Action
    missing    foreign_decision
--
indicator: A domestic body with owners abroad gave: who decided, and whose money is it? [us.donation.foreign-owned]
  --> gift.ndjson:1  G1
    donor      Example Tube LLC
    recipient  Example Action
    facts      controlled_from: CA; donor.kind: company; own_funds: yes; amount: 1000000.00 USD; donor.incorporated_in: US; donor.principal_place: US; donor.controlled_from: CA
$ sed 's/}$/,"foreign_decision":true}/' gift.ndjson > known.ndjson
$ scrutineer check -j us known.ndjson 2>/dev/null | grep -E '^(violation|indicator)'
violation: A foreign national took part in the decision to give [us.donation.foreign-decision]
indicator: A domestic body with owners abroad gave: who decided, and whose money is it? [us.donation.foreign-owned]
$ scrutineer law show us.decisions/mur-7613 | grep says
  says        A company gave 1,000,000, 250,000 and 500,000 dollars in 2018, in the decision about which its Canadian owner took part: a civil penalty of 975,000 dollars, and 1,750,000 dollars to be refunded or disgorged.

# The limit of the recast Regulation on European parties was not seen: what rests on it is not shown unless asked for.

$ echo '{"record":"donation","ref":"D1","amount":"20000 EUR","received":"2026-05-01","donor.id":"1","donor.kind":"natural","donor.citizenship":"FR","recipient.id":"2","recipient.kind":"european-party","returned":null}' > party.ndjson
$ scrutineer check -j eu party.ndjson 2>/dev/null | grep -cE '^violation'
0
[1]
$ scrutineer check -j eu --include-low party.ndjson 2>/dev/null | grep -E '^violation|confidence low'
violation: One donor gave a European political party over the yearly limit [eu.party.donation-cap]
    confidence low; finding 38ef47de7ba839f61ff1d0337cd4bf6b
