# A gift of a person whom nothing tells from others may belong to anybody's sum. Such gifts are told
# once, with how many they are, and what is missing; all donors here are invented.

$ head -n 1 "$SRC/examples/am/donations.csv" > alone.csv
$ for n in 1 2 3 4 5; do echo "W-$n,2023-02-0$n,1000000,Օրինակ կուսակցություն,party,Անուն $n,natural,,AM,,no,,no"; done >> alone.csv

# Of two more nobody knows when they were received, and of another one not even the amount.

$ for n in 6 7; do echo "W-$n,,1000000,Օրինակ կուսակցություն,party,Անուն $n,natural,,AM,,no,,no"; done >> alone.csv
$ echo "W-8,2023-02-08,,Օրինակ կուսակցություն,party,Անուն 8,natural,,AM,,no,,no" >> alone.csv

# This one is over the yearly limit by itself, whoever gave it.

$ echo "W-9,2023-02-09,2600000,Օրինակ կուսակցություն,party,Անուն 9,natural,,AM,,no,,no" >> alone.csv
$ scrutineer check alone.csv | sed -n '/am.donation.cap.$/,/ confidence/p' | grep -E -- '-->|more records|missing|total|must'
  --> alone.csv:10  W-9
    facts      cap: 2500000.00 AMD; excess: 100000.00 AMD; gifts: 1; total: 2600000.00 AMD; identity(donor): unknown; period: 2023
               total > donation_cap: yes (2600000.00 AMD > 2500000.00 AMD)
    must       return to donor, or forward to the state budget, by 2023-02-23 (Corruption Prevention Commission)
  --> alone.csv:2  W-1
      and 4 more records
    missing    donor.id
  --> alone.csv:7  W-6
      and 1 more records
    missing    donor.id, received
  --> alone.csv:9  W-8
    missing    amount, donor.id

# Where a file lacks a fact, rows are told once; but by itself one of which an amount, too, is not known well enough.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; rm -r law/standards law/zz/rules/*; mkdir law/formats; cp "$SRC/lawbase/vocabulary.yaml" law
$ printf '%s\n' 'format: zz.ranges' 'title: {en: Gifts, invented}' 'record: donation' 'kind: csv' 'header: [ref, from, to]' 'jurisdiction: zz' 'money: {currency: EUR, decimal: "."}' 'fields: {ref: ref, received: {constant: "2001-03-04"}, amount: {column: from, upper: to}}' > law/formats/zz.ranges.yaml
$ printf '%s\n' '- rule: zz.gift.large' '  title: {en: A large gift of a person}' '  provisions: [zz.parties-1990/5.2]' '  in_force: {from: 2000-01-01}' '  plugin: prohibited-source' '  with: {barred: donor.kind == "natural" and amount > money("150 EUR")}' '  severity: violation' > law/zz/rules/large.yaml
$ printf 'ref,from,to\nR-1,100,200\nR-2,100,300\nR-3,100,200\nR-4,160,180\nR-5,100,120\nR-6,170,190\n' > ranges.csv
$ scrutineer check --lawbase law ranges.csv | grep -E -- '-->|more records|missing|zz.gift'
undetermined: A large gift of a person [zz.gift.large]
  --> ranges.csv:2  R-1
    missing    donor.kind, amount: only known as 100.00 to 200.00 EUR
undetermined: A large gift of a person [zz.gift.large]
  --> ranges.csv:3  R-2
    missing    donor.kind, amount: only known as 100.00 to 300.00 EUR
undetermined: A large gift of a person [zz.gift.large]
  --> ranges.csv:4  R-3
    missing    donor.kind, amount: only known as 100.00 to 200.00 EUR
undetermined: A large gift of a person [zz.gift.large]
  --> ranges.csv:5  R-4
      and 1 more records
    missing    donor.kind
  zz.gift.large                                         0        0        4        0
