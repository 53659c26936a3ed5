# What a rule guards against: each finding says it, with impact and priority; the report adds them up.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

$ printf '%s\n' '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"90 %","returned":null}' '{"record":"donation","ref":"2","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"50 %","returned":null}' > gifts.ndjson; printf '%s\n' '{"record":"ad","ref":"7","start":"2005-05-29","online":true}' > ads.ndjson

$ scrutineer check -j zz --lawbase law gifts.ndjson ads.ndjson
violation: A company that is too foreign gave to a party [zz.gift.foreign]
  --> gifts.ndjson:1  1
    facts      donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01
    why        the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.foreign_share > max_share: yes (90 % > 50 %)
               returned <= received + 10 days: no (none <= 2001-05-11)
    article    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
               as in force on 2001-05-01; source invented
    limit      zz.max_share = 50 % [high]
    threat     guards against: Foreign money (impact high, priority high)
    must       return to donor, by 2001-05-11 (Electoral Board)
    sanction   Section 9, Parties Act (Act No 7 of 1 March 1990)
    confidence high; finding 4d03e92eff4b2f473209bf9a6b8604b4
~
indicator: Advertising on voting day [zz.ad.silence]
  --> ads.ndjson:1  7
    facts      start: 2005-05-29; online: yes
    why        the advertisement began at a time when the law bars it
               online: yes (yes)
               during(start, "silence"): yes (start is 2005-05-29)
    article    Section 14, Parties Act (Act No 7 of 1 March 1990)
               as in force on 2005-05-29; source invented
    threat     guards against: Noise (impact low, priority urgent)
    confidence high; finding fb0e0d91ee61f31994c85408d648a0e3
~
gifts.ndjson (records): 2 records, 0 unreadable  EUR 40.00
ads.ndjson (records): 1 records, 0 unreadable
~
  rule                                            violat. indicat. undeter.   exempt
  zz.ad.silence                                         0        1        0        0
  zz.gift.cap                                           0        0        0        0
  zz.gift.foreign                                       1        0        0        0  EUR 20.00
~
  threat                                           impact priority findings
  noise                                               low   urgent        1
  foreign-money                                      high     high        1
[1]

$ scrutineer check -j zz --lawbase law --lang fr --format json gifts.ndjson | grep -A5 '"threat": {'
      "threat": {
        "class": "foreign-money",
        "title": "Argent étranger",
        "impact": "high",
        "priority": "high"
      },
--
      "threat": {
        "class": "foreign-money",
        "title": "Argent étranger",
        "impact": "high",
        "priority": "high"
      },

# A class is a word of the list; a rule that names none has none.

$ sed -i 's/threat: noise/threat: nois/' law/zz/rules/ads.yaml; scrutineer law lint --lawbase law
! law/zz/rules/ads.yaml:10:11: error: no threat "nois" in threats.yaml [law-unknown-name]
!    10 |   threat: nois
!       |           ^^^^
!       = did you mean "noise"?
[2]

$ sed -i '/threat: nois/d' law/zz/rules/ads.yaml; scrutineer check -j zz --lawbase law --format json ads.ndjson | grep '"threat"'
      "threat": null,
      "threat": null,

$ sed -i 's/impact: high/impact: urgent/' law/threats.yaml; scrutineer law lint --lawbase law 2>&1 | head -n 3
law/threats.yaml:4:11: error: expected low, medium or high [law-level]
    4 |   impact: urgent
      |           ^^^^^^

# The shipped classes, as the requirements list them; foreign funding is our own.

$ grep -E '^- threat|^  (impact|priority):' "$SRC/lawbase/threats.yaml" | paste -d' ' - - -
- threat: foreign-funding   impact: high   priority: urgent
- threat: disinformation   impact: high   priority: urgent
- threat: cyber-attacks   impact: medium   priority: high
- threat: political-pressure   impact: medium   priority: medium

$ scrutineer explain am.donation.foreign-share | grep -A1 '^Threat'
Threat
  guards against: Foreign funding (impact high, priority urgent)

$ scrutineer law show zz.gift.foreign --lawbase law 2>/dev/null | grep threat; cp "$SRC/tests/data/zedland/threats.yaml" law; scrutineer law show zz.gift.foreign --lawbase law | grep threat
  threat      guards against: Foreign money (impact high, priority high)
