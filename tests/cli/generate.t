# The generator of tests/bench writes invented contributions of any number.

$ ln -s "$BUILD/tests/bench/generate" . && ./generate ndjson --rows 1
{"reference":"R000000001","received":"2022-01-29","reported":"2022-02-10","returned":"no","amount":7500.00,"form":"cash","payment":"card","paid_from_country":"GE","recipient":{"name":"Example Party No. 12","id":"P12","kind":"party"},"donor":{"name":"Լևոն Վագրիզոենց","id":"D00000001","kind":"natural","citizenship":"GE","country":"GE","address":"71 Example Street, Sampletown 0073"}}
$ ./generate csv --rows 3 --donors 2 --seed 7
reference,received,reported,returned,amount,form,payment,paid_from_country,recipient,recipient_id,recipient_kind,donor,donor_id,donor_kind,donor_citizenship,donor_country,donor_foreign_share,donor_employer,donor_address,remark
R000000001,2019-03-04,2019-03-10,no,8000.00,cash,card,AM,Example Party No. 17,P17,party-campaign-fund,Levon Kindovroberg,D00000001,natural,AM,AM,,,"22 Example Street, Sampletown 0043",
R000000002,2023-04-10,2023-04-20,no,1500.00,cash,card,AM,Example Party No. 22,P22,candidate-campaign-fund,Levon Kindovroberg,D00000001,natural,AM,AM,,,"172 Example Street, Sampletown 0052",
R000000003,2018-05-30,2018-06-07,no,405500.00,non-cash,card,AM,Example Party No. 17,P17,party-campaign-fund,Levon Kindovroberg,D00000001,natural,AM,AM,,none,"6 Example Street, Sampletown 0012",
$ ./generate fec --rows 1 --seed 7 | tail -n 1 | tr '\034' '|'
SA11AI|C00000001|R000000001|||IND||Kindovroberg|Levon||||22 Example Street, Sampletown 0043||SAMPLETOWN|TX|75001|P2024||20190304|80.00||||OCCUPATION||||||||||||||||||||

# The same numbers and seed give the same bytes, another seed others; a size is filled up to the end of a row.

$ for kind in csv ndjson fec; do ./generate $kind --rows 2K --seed 7 | cksum; done
1881816887 390611
3399144586 841712
1315724190 359075
$ ./generate csv --rows 2K --seed 8 | cksum
4167732665 390643
$ ./generate csv --bytes 64K | wc -c
65653
$ ./generate csv --bytes 64K | tail -c 1 | od -An -c
  \n

# CSV and NDJSON hold the same records; each row is read, with its line breaks and doubled quotes.

$ cd "$SRC/tests/bench" && scrutineer format test contributions.yaml && scrutineer format test contributions-ndjson.yaml
1 passed, 0 failed
1 passed, 0 failed
$ ./generate csv --rows 2K > c.csv; scrutineer format convert --format-in "$SRC/tests/bench/contributions.yaml" c.csv > c
$ ./generate ndjson --rows 2K | scrutineer format convert --format-in "$SRC/tests/bench/contributions-ndjson.yaml" - > n
$ cmp c n && wc -l < c && grep -c "two lines" c.csv
2000
19
$ ./generate fec --rows 2K | scrutineer format convert - | cut -d , -f 1 | sort | uniq -c
   2000 {"record":"donation"
      1 {"record":"report"
$ scrutineer check --format-in "$SRC/tests/bench/contributions.yaml" c.csv | grep " records,"
c.csv (bench.contributions): 2000 records, 0 unreadable  AMD 173205002.14

$ ./generate xml 2>&1 | head -n 1
usage: generate csv|ndjson|fec [options] > FILE

# How cost grows (tests/bench/scaling), on few rows: it runs, and groups on disk give the same report.

$ "$SRC/tests/bench/scaling" memory --rows 5K --runs 1 --memory 64K --build "$BUILD" | grep -o 'the reports are.*'
the reports are the same, byte for byte
$ "$SRC/tests/bench/scaling" rules --rows 1K --runs 1 --build "$BUILD" | grep -c '^| 60* |'
2
$ "$SRC/tests/bench/scaling" rows --up-to 1K --runs 1 --svg picture.svg --build "$BUILD" | grep -c '^| 0.001 |'; grep -c '</svg>' picture.svg
1
1
