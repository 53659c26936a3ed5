# A rule about the largest donor's share names that donor, not all who gave; the records are all of them. All donors here are
# invented.

$ echo 'record,ref,received,amount,donor.name,donor.kind,recipient.name,recipient.kind,recipient.id' > gifts.csv
$ echo 'donation,L-1,2022-02-01,9 EUR,Small One,natural,Example Fund,party,F1' >> gifts.csv
$ for n in 2 3; do echo "donation,L-$n,2022-03-0$n,300 EUR,Example Ltd,company,Example Fund,party,F1" >> gifts.csv; done
$ echo 'donation,L-4,2022-04-01,8 EUR,Small Two,natural,Example Fund,party,F1' >> gifts.csv
$ scrutineer check -j any --select any.donation.single-source --fail-on never gifts.csv | sed -n '1,/joined/p'
indicator: One donor gave nearly all that a recipient got within a year [any.donation.single-source]
  --> gifts.csv:2  L-1
  --> gifts.csv:3  L-2
  --> gifts.csv:4  L-3
  --> gifts.csv:5  L-4
    donor      Example Ltd
    recipient  Example Fund
    facts      donors: 3; gifts: 4; largest: 600.00 EUR; percent: 90; total: 617.00 EUR; period: 2022
    joined     4 records: recipient by id
