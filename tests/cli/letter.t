# A letter about a finding: a template of the jurisdiction, filled with what the finding and the law base say. What they
# do not say is left for a person.

$ cp "$SRC/examples/am/donations.csv" .
$ scrutineer letter list -j am
am  request-information    Request for information (en, hy)
    for violation, indicator, undetermined
am  return-notice          Notice to return a donation (en, hy)
    for violation with return-to-donor
am  referral               Referral of a violation (en, hy)
    for violation
$ scrutineer letter ce74f94b --template return-notice -j am --dated 2022-05-16 donations.csv
\[ԼՐԱՑՆԵԼ: գրող մարմնի անվանումը և հասցեն]
\[ԼՐԱՑՆԵԼ: գրության համարը], 2022-05-16
~
Ում՝ Օրինակ կուսակցություն
\[ԼՐԱՑՆԵԼ: հասցեատիրոջ հասցեն]
~
Նվիրատվությունը վերադարձնելու մասին ծանուցում
~
Հարցը՝ Հայաստանի քաղաքացի չհանդիսացող անձը նվիրաբերել է կուսակցությանը
Մեր հղումը՝ ce74f94bd8d433ec09f7e8b2bbc3d492
~
Ստորև նշված գրառման համաձայն՝ Դուք ստացել եք նվիրատվություն, որը օրենքը թույլ
չի տալիս պահել։
~
Նշված անձինք՝
- նվիրատու: Иван Примеров
- ստացող: Օրինակ կուսակցություն
~
Գրառումները՝
- AM-01 (donations.csv, տող 2)
~
Ներկայացված տվյալները՝
- նվիրատու, քաղաքացիություն: RU
- նվիրատու, տեսակ: ֆիզիկական անձ
- գումարը: 300000.00 AMD
- ստացող, տեսակ: կուսակցություն
- վերադարձման օր: չկա
- ստացման օր: 2022-05-10
~
Օրենքը՝ 2022-05-10 դրությամբ գործող խմբագրությամբ։ Բովանդակությունը շարադրված
է համառոտ. գերակայում է իրավական ակտի տեքստը։
- Հոդված 24(4) as amended on 29 December 2020, «Կուսակցությունների մասին»
  սահմանադրական օրենք (HO-224-N of 16 December 2016). Ըստ էության՝ գործող
  խմբագրությամբ առ 2022-05-10: Արգելվում են իրավաբանական անձանց, օտարերկրյա
  պետությունների, Հայաստանի քաղաքացի չհանդիսացող ֆիզիկական անձանց և անանուն
  աղբյուրների նվիրատվությունները։
~
Կիրառելի սահմանաչափերը՝
- Անթույլատրելի նվիրատվությունը վերադարձնելու ժամկետը: 14 օր
~
Պահանջվող գործողությունը՝ վերադարձնել նվիրատուին, կամ փոխանցել՝ պետական
բյուջե, մինչև 2022-05-24 (Կոռուպցիայի կանխարգելման հանձնաժողով)։
Վերջին օրը՝ 2022-05-24։
~
Խնդրում ենք մինչև [ԼՐԱՑՆԵԼ: ապացույցի ներկայացման վերջին օրը] հավաստել, որ դա
կատարվել է։ Եթե վերը նշված որևէ տվյալ սխալ է, խնդրում ենք անհապաղ հայտնել և
կցել դա հաստատող փաստաթղթերը։
~
\[ԼՐԱՑՆԵԼ: գրության համար պատասխանատու անձի անունը, պաշտոնը և ստորագրությունը]
! warning: the letter rests on law of medium confidence [letter-confidence]
!       = hold it against the act itself before it is sent
! note: 5 places of the letter are left for you to fill in

# In English, and without a day:
$ scrutineer letter ce74f94b --template return-notice -j am --lang en donations.csv 2>&1 | head -30
\[TO FILL IN: name and address of the authority that writes]
\[TO FILL IN: number of the letter], [TO FILL IN: day of the letter]
~
To: Օրինակ կուսակցություն
\[TO FILL IN: address of the addressee]
~
Notice to return a donation
~
Matter: A person who is not an Armenian citizen gave to a party
Our reference: ce74f94bd8d433ec09f7e8b2bbc3d492
~
By the filing named below you received what the law does not allow you to
keep.
~
Who is named:
- donor: Иван Примеров
- recipient: Օրինակ կուսակցություն
~
Records:
- AM-01 (donations.csv, line 2)
~
Facts as filed:
- donor, citizenship: RU
- donor, kind: natural
- amount: 300000.00 AMD
- recipient, kind: party
- returned: none
- received: 2022-05-10
~
The law as it was in force on 2022-05-10. What it says is told in summary; the

# A request for information rests on a finding that is not determined; what is missing is named, and empty lists have no
# heading:
$ scrutineer check -j am donations.csv | grep -A3 -m1 'undetermined.*foreign-person\]'
undetermined: A person who is not an Armenian citizen gave to a party [am.donation.foreign-person]
  --> donations.csv:8  AM-07
    donor      Sona Sampleyan
    recipient  Օրինակ կուսակցություն
$ scrutineer check -j am --format ndjson donations.csv | grep '"undetermined"' | grep 'foreign-person"' | grep -o '"fingerprint":"[0-9a-f]*"' | head -1 | cut -d'"' -f4 >open
$ scrutineer letter "$(cat open)" --template request-information --lang en -j am donations.csv 2>/dev/null | sed -n '/This letter/,/substance/p'
We are examining the records named below. This letter is a request for
information. It is no finding that the law was broken.
~
Who is named:
- donor: Sona Sampleyan
- recipient: Օրինակ կուսակցություն
~
Records:
- AM-07 (donations.csv, line 8)
~
Facts as filed:
- amount: 250000.00 AMD
- recipient, kind: party
- donor, kind: natural
- returned: none
- received: 2022-06-01
~
What the filing does not say:
- donor, citizenship
~
The law as it was in force on 2022-06-01. What it says is told in summary; the
text of the act prevails.
- Article 24(4) as amended on 29 December 2020, Constitutional Law on
  Political Parties (HO-224-N of 16 December 2016). In substance, as in force

# A notice to return is not for what is undetermined, nor for a violation from which something else follows:
$ scrutineer letter "$(cat open)" --template return-notice -j am donations.csv
! error: the letter "return-notice" is not for findings that are undetermined: finding e4260ccbd1f6d82f5975f9dd0ff99b93 [letter-unfit]
!       = fit is: request-information
[2]
$ scrutineer check -j am --format ndjson donations.csv | grep '"am.donation.foreign-share"' | grep -o '"fingerprint":"[0-9a-f]*"' | head -1 | cut -d'"' -f4 >forfeit
$ scrutineer letter "$(cat forfeit)" --template return-notice -j am donations.csv
! error: the letter "return-notice" is not for what must follow from finding 1647d30c1d2e5d8bb7c5c0c5f4483706: forfeit [letter-unfit]
!       = fit is: request-information, referral
[2]

# For printing; nothing in a filing becomes markup, nor a place to fill in:
$ printf '%s\nH-1,2022-05-10,300000,</mark><script>[x] {due},party,P,natural,P1,RU,,no,,no\n' "$(head -1 donations.csv)" >hostile.csv
$ scrutineer check -j am --format ndjson hostile.csv | grep '"violation"' | grep -o '"fingerprint":"[0-9a-f]*"' | head -1 | cut -d'"' -f4 >mark
$ scrutineer letter "$(cat mark)" --template return-notice -j am --lang en --format html hostile.csv >letter.html; grep -n 'script' letter.html; grep -c '<mark>' letter.html; grep -cE 'src=|<link|url\(' letter.html
14:<p>To: &lt;/mark&gt;&lt;script&gt;[x] {due}<br>
23:<li>recipient: &lt;/mark&gt;&lt;script&gt;[x] {due}</li>
5
0
! warning: the letter rests on law of medium confidence [letter-confidence]
!       = hold it against the act itself before it is sent
! note: 6 places of the letter are left for you to fill in
[1]

# What is wrong is said:
$ scrutineer letter ce74f94b --template retrun-notice -j am donations.csv
! error: the law base has no letter "retrun-notice" for "am", whose rule am.donation.foreign-person is [letter-unknown]
!       = it has request-information, return-notice, referral
[2]
$ scrutineer letter ce74f94b --template return-notice --lang fr -j am donations.csv
! error: the letter "return-notice" has no text in "fr" [letter-language]
!       = write it to am/letters/return-notice.fr.txt
[2]
$ scrutineer letter 00000000 --template return-notice -j am donations.csv
! error: no finding of these files is "00000000" [finding-unknown]
!       = reports tell it behind "finding", in JSON as "fingerprint"
[2]
$ scrutineer letter ce74f94b -j am donations.csv
! scrutineer: letter needs a finding, --template NAME and the finding's files (`scrutineer letter list` names the templates); `scrutineer letter --help` shows how
[2]
$ scrutineer letter ce74f94b --template return-notice --dated 2022-02-30 -j am donations.csv
! error: "2022-02-30" is not a day of the calendar [usage]
!       = write it like 2021-01-31
[2]

# Law of low confidence carries no letter, unless the writer asks for it:
$ cp -r "$SRC/lawbase" low; chmod -R u+w low; sed -i 's/confidence: medium/confidence: low/' low/am/instruments.yaml
$ scrutineer letter ce74f94b --template return-notice -j am --lang en --lawbase low donations.csv
! error: finding ce74f94bd8d433ec09f7e8b2bbc3d492 rests on law of low confidence [letter-low]
!       = hold it against the act itself; --include-low then writes the letter
[2]
$ scrutineer letter ce74f94b --template return-notice -j am --lang en --lawbase low --include-low donations.csv 2>&1 >/dev/null
warning: the letter rests on law of low confidence [letter-confidence]
      = hold it against the act itself before it is sent
note: 6 places of the letter are left for you to fill in

# Templates are linted: words that no finding can fill in, what is not closed, a list within a line, a language that is
# missing, a letter that nobody declared, an outcome, a consequence and a role that do not exist.
$ cp -r "$SRC/lawbase" law; chmod -R u+w law; rm law/am/letters/referral.hy.txt
$ sed -i -e 's/return-to-donor/return-to-doner/' -e 's/\[violation\]/[violaton]/' -e 's/filer, /flier, /' law/gb/letters.yaml
$ printf '# a remark may hold {anything\nSir, {adressee} of {due\nThe facts are {facts}. []\n' >law/gb/letters/return-notice.en.txt
$ echo 'To whom it may concern' >law/gb/letters/refferal.en.txt
$ scrutineer law lint -j am,gb --lawbase law 2>&1 | grep -v 'clean$'
law/gb/letters/refferal.en.txt:1:1: error: letters.yaml has no letter "refferal" [letter-undeclared]
    1 | To whom it may concern
      | ^
      = did you mean "referral"?
law/am/letters.yaml:12:11: error: the letter "referral" has no text in "hy" [letter-untranslated]
   12 | - letter: referral
      |           ^^^^^^^^
      = write it to am/letters/referral.hy.txt
law/gb/letters.yaml:10:14: error: expected violation, indicator or undetermined [letter-outcome]
   10 |   outcomes: [violaton]
      |              ^^^^^^^^
      = did you mean "violation"?
law/gb/letters.yaml:11:13: error: no rule of this jurisdiction has the consequence "return-to-doner" [letter-action]
   11 |   actions: [return-to-doner]
      |             ^^^^^^^^^^^^^^^
      = did you mean "return-to-donor"?
law/gb/letters/return-notice.en.txt:2:7: error: no finding can fill in "adressee" [letter-unknown-word]
    2 | Sir, {adressee} of {due
      |       ^^^^^^^^
      = did you mean "addressee"?
law/gb/letters/return-notice.en.txt:2:20: error: "{" has no partner [letter-unclosed]
    2 | Sir, {adressee} of {due
      |                    ^
      = write {word} or [what a person is to fill in], on one line
law/gb/letters/return-notice.en.txt:3:16: error: "facts" is a heading or a list [letter-list-in-line]
    3 | The facts are {facts}. []
      |                ^^^^^
      = give it a line of its own
law/gb/letters/return-notice.en.txt:3:25: error: nobody knows what to fill in here [letter-blank]
    3 | The facts are {facts}. []
      |                         ^
      = write what belongs there: [name of the officer]
law/gb/letters.yaml:14:14: error: expected violation, indicator or undetermined [letter-outcome]
   14 |   outcomes: [violaton]
      |              ^^^^^^^^
      = did you mean "violation"?
law/gb/letters.yaml:5:29: error: no record has an actor "flier" [letter-role]
    5 |   to: [recipient, borrower, flier, publisher, spender, donor]
      |                             ^^^^^
      = did you mean "filer"?

# Of several recipients none is the addressee.
$ scrutineer letter -j am --lang en 1b764fc1 --template request-information "$SRC/examples/am/donations.csv" 2>/dev/null | sed -n '/^To/p;/^Who/,/^Records/p'
To: [TO FILL IN: name of the addressee]
Who is named:
- donor: Aram Examplian
- recipient: Second Example Party
- recipient: Օրինակ կուսակցություն
~
Records:
