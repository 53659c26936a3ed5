# The law for other programs and for proof-readers, on the law of two invented countries.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

# As JSON, as in force on a day; identifiers follow Akoma Ntoso.

$ scrutineer law export -j yy --on 2010-01-01 --lawbase law
{
  "scrutineer": "0.1.0",
  "on": "2010-01-01",
  "digest":"DIGEST",
  "note": "summaries are in our own words, not the text of the law; identifiers follow Akoma Ntoso but are assigned by nobody",
  "jurisdictions": [
    {
      "id": "yy",
      "name": {
        "en": "Yland"
      },
      "acts": [
        {
          "id": "yy.code",
          "uri": "/akn/yy/act/code",
          "title": {
            "en": "Electoral Code"
          },
          "citation": "Code of 2010",
          "status": "in-force",
          "from": null,
          "to": null,
          "source": "invented",
          "confidence": "high",
          "provisions": [
            {
              "id": "yy.code/1",
              "eId": "art_1",
              "uri": "/akn/yy/act/code~art_1",
              "citation": "Article 1",
              "title": {
                "en": "Foreign companies"
              },
              "summary": {
                "en": "No company from abroad may give."
              },
              "from": "2010-01-01",
              "to": null,
              "source": "invented",
              "confidence": "low",
              "doubt": "nobody has read it"
            }
          ]
        }
      ],
      "limits": [],
      "definitions": [],
      "elections": [],
      "rules": [
        {
          "id": "yy.gift.foreign",
          "title": {
            "en": "A company from abroad gave"
          },
          "severity": "indicator",
          "from": "2010-01-01",
          "to": null,
          "record": "donation",
          "judged_by_law_of": "received",
          "plugin": "prohibited-source",
          "when": {
            "condition": "donor.country ~= \"DE\"",
            "words": "- the donor's country is not \"DE\"\n"
          },
          "unless": [],
          "limits": [],
          "provisions": [
            "yy.code/1"
          ],
          "sanctions": [],
          "threat": "foreign-money",
          "confidence": "low",
          "tests": 4
        }
      ]
    }
  ]
}

$ scrutineer law export -j yy --on 2009-12-31 --lawbase law | grep -c 'yy.gift.foreign'
0
[1]

$ scrutineer law export -j zz --on 1995-01-01 --lawbase law | grep -E '"(uri|value|en)":'
        "en": "Zedland",
          "uri": "/akn/zz/act/1990-03-01/act-no-7",
            "en": "Parties Act",
              "uri": "/akn/zz/act/1990-03-01/act-no-7~sec_4__subsec_1",
                "en": "Gifts from abroad",
                "en": "Companies from abroad may not give.",
              "uri": "/akn/zz/act/1990-03-01/act-no-7~sec_5__subsec_2",
                "en": "Most that one person may give",
                "en": "One person gives at most the cap in a year.",
              "uri": "/akn/zz/act/1990-03-01/act-no-7~sec_9",
                "en": "Fines",
                "en": "Who accepts a barred gift pays twice its value.",
              "uri": "/akn/zz/act/1990-03-01/act-no-7~sec_12",
                "en": "Title <b>of</b> the \"Act\" & its name",
                "en": "This Act is called the Parties Act.",
            "en": "Most that one person may give in a year",
          "value": "500.00 EUR",
            "en": "A gift to a party",
            "en": "Vote of 2005",
            "en": "One person gave more than the cap",

$ scrutineer law export -j zz --lawbase law | grep -E '"(value|threat|judged_by_law_of|consequence)":'
          "value": "1000.00 EUR",
          "value": "50 %",
          "judged_by_law_of": "start",
          "threat": "noise",
          "judged_by_law_of": "received",
          "judged_by_law_of": "received",
          "consequence": "return to donor (Electoral Board)",
          "threat": "foreign-money",

# The shipped articles.

$ scrutineer law export -j am --on 2019-01-01 | grep -E '"uri".*parties|"uri": .*ho-224' | head -n 4; scrutineer law export -j gb | grep '"uri"' | head -n 4
          "uri": "/akn/am/act/2002-07-03/law-on-parties",
          "uri": "/akn/am/act/2016-12-16/ho-224-n",
              "uri": "/akn/am/act/2016-12-16/ho-224-n~art_24__para_1",
              "uri": "/akn/am/act/2016-12-16/ho-224-n~art_24__para_2",
          "uri": "/akn/gb/act/ppera-2000",
              "uri": "/akn/gb/act/ppera-2000~sec_52__subsec_2__para_b",
              "uri": "/akn/gb/act/ppera-2000~sec_54__subsec_1__para_a",
              "uri": "/akn/gb/act/ppera-2000~sec_54__subsec_2",

# As a book: every version, every rule in plain words, and a line to sign; text is text.

$ scrutineer law export -j zz --format html --lang fr --lawbase law | sed -n '/<h1>/,/<h2>Limits/p'
<h1>Zédlande</h1>
<h2>Acts and provisions</h2>
<h3>Loi sur les partis</h3>
<p class="summary">Loi sur les partis<br><span lang="en">Parties Act</span></p>
<table>
<tr><th>citation</th><td>Act No 7 of 1 March 1990</td></tr>
<tr><th>in force</th><td>from 1990-03-01</td></tr>
<tr><th>identifier</th><td>/akn/zz/act/1990-03-01/act-no-7</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<section>
<h4 id="zz.parties-1990/4.1">Section 4(1): Dons de l&#39;étranger</h4>
<p class="summary">Les sociétés étrangères ne peuvent pas donner.<br><span lang="en">Companies from abroad may not give.</span></p>
<table>
<tr><th>in force</th><td>from 1990-03-01 until 1999-12-31</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<p class="summary">Les sociétés étrangères à plus de 50 % ne peuvent pas donner.<br><span lang="en">Companies that are more than 50 % foreign may not give.</span></p>
<table>
<tr><th>in force</th><td>from 2000-01-01</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<p class="id">zz.parties-1990/4.1</p>
</section>
<section>
<h4 id="zz.parties-1990/5.2">Section 5(2): Maximum des dons d&#39;une personne</h4>
<p class="summary">Une personne donne au plus le plafond.<br><span lang="en">One person gives at most the cap in a year.</span></p>
<table>
<tr><th>in force</th><td>from 1990-03-01</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="medium">medium</td></tr>
<tr><th>doubt</th><td>the text was not read</td></tr>
</table>
<p class="id">zz.parties-1990/5.2</p>
</section>
<section>
<h4 id="zz.parties-1990/9">Section 9: Amendes</h4>
<p class="summary">Amende du double de la valeur.<br><span lang="en">Who accepts a barred gift pays twice its value.</span></p>
<table>
<tr><th>in force</th><td>from 1990-03-01</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<p class="id">zz.parties-1990/9</p>
</section>
<section>
<h4 id="zz.parties-1990/12">Section 12: Titre de la loi</h4>
<p class="summary">La loi s&#39;appelle la loi sur les partis.<br><span lang="en">This Act is called the Parties Act.</span></p>
<table>
<tr><th>in force</th><td>always</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<p class="id">zz.parties-1990/12</p>
</section>
<section>
<h4 id="zz.parties-1990/14">Section 14: Silence</h4>
<p class="summary">Pas de publicité le jour du vote.<br><span lang="en">No advertising on voting day.</span></p>
<table>
<tr><th>in force</th><td>from 2004-01-01</td></tr>
<tr><th>source</th><td>invented</td></tr>
<tr><th>confidence</th><td class="high">high</td></tr>
</table>
<p class="id">zz.parties-1990/14</p>
</section>
<h2>Limits and terms</h2>

$ scrutineer law export -j zz --format html --lawbase law | sed -n '/<h2>Rules/,$p'
<h2>Rules in plain words</h2>
<section class="rule">
<h3>Advertising on voting day</h3>
<p class="summary">Advertising on voting day<br><span lang="fr">Publicité le jour du vote</span></p>
<p><b>Found when</b></p>
<pre>- the online: yes
- the start lies in the silence of an election
</pre>
<table>
<tr><th>it is</th><td>an indicator, which accuses nobody</td></tr>
<tr><th>in force</th><td>from 2004-01-01</td></tr>
<tr><th>day that decides</th><td>start</td></tr>
<tr><th>article</th><td>Section 14, Parties Act (Act No 7 of 1 March 1990)</td></tr>
<tr><th>threat</th><td>guards against: Noise (impact low, priority urgent)</td></tr>
</table>
<details><summary>tests</summary><ul>
<li>on voting day: indicator</li>
<li>the day before: clear</li>
<li>not online: clear</li>
<li>nobody said when: undetermined</li>
<li>nobody said whether online: undetermined</li>
<li>the first day of the law: clear</li>
<li>the day before the law: clear</li>
</ul></details>
<p class="id">zz.ad.silence</p>
<p class="sign">right / wrong because ______________________________ &nbsp; by ______________ on __________</p>
</section>
<section class="rule">
<h3>One person gave more than the cap</h3>
<p class="summary">One person gave more than the cap<br><span lang="fr">Une personne a donné trop</span></p>
<p><b>Counted when</b></p>
<pre>- the recipient&#39;s kind is &quot;party&quot;
</pre>
<p><b>Found when</b></p>
<pre>- the total is more than Most that one person may give in a year (zz.cap)
</pre>
<table>
<tr><th>it is</th><td>an indicator, which accuses nobody</td></tr>
<tr><th>in force</th><td>from 1990-03-01</td></tr>
<tr><th>day that decides</th><td>received</td></tr>
<tr><th>article</th><td>Section 5(2), Parties Act (Act No 7 of 1 March 1990)</td></tr>
</table>
<details><summary>tests</summary><ul>
<li>the cap itself: clear</li>
<li>a cent more: indicator</li>
<li>the day before: clear</li>
<li>the last day of the old cap: indicator</li>
<li>the first day of the new cap: clear</li>
<li>a cent more than the new cap: indicator</li>
<li>a candidate: clear</li>
<li>nobody said who got it: undetermined</li>
</ul></details>
<p class="id">zz.gift.cap</p>
<p class="sign">right / wrong because ______________________________ &nbsp; by ______________ on __________</p>
</section>
<section class="rule">
<h3>A company that is too foreign gave to a party</h3>
<p class="summary">A company that is too foreign gave to a party<br><span lang="fr">Don d&#39;une société trop étrangère</span></p>
<p><b>Found when</b></p>
<pre>- the recipient&#39;s kind is &quot;party&quot;
- the donor&#39;s foreign share is more than Largest foreign share (zz.max_share)
</pre>
<p><b>But not when</b></p>
<pre>- the returned is not after the received plus 10 days
</pre>
<table>
<tr><th>it is</th><td>a violation</td></tr>
<tr><th>in force</th><td>from 2000-01-01</td></tr>
<tr><th>day that decides</th><td>received</td></tr>
<tr><th>article</th><td>Section 4(1), Parties Act (Act No 7 of 1 March 1990)</td></tr>
<tr><th>exception</th><td>Section 9, Parties Act (Act No 7 of 1 March 1990)</td></tr>
<tr><th>must follow</th><td>return to donor (Electoral Board)</td></tr>
<tr><th>within</th><td>10 days</td></tr>
<tr><th>sanction</th><td>Section 9, Parties Act (Act No 7 of 1 March 1990)</td></tr>
<tr><th>threat</th><td>guards against: Foreign money (impact high, priority high)</td></tr>
</table>
<details><summary>tests</summary><ul>
<li>half is allowed: clear</li>
<li>more is not: violation</li>
<li>a candidate may be given: clear</li>
<li>nobody said who got it: undetermined</li>
<li>nobody said whose company it is: undetermined</li>
<li>before the law: clear</li>
<li>it went back on the tenth day: exempt</li>
<li>it went back on the eleventh day: violation</li>
<li>nobody said whether it went back: undetermined</li>
</ul></details>
<p class="id">zz.gift.foreign</p>
<p class="sign">right / wrong because ______________________________ &nbsp; by ______________ on __________</p>
</section>
</body></html>

$ scrutineer law export -j zz --format html --lawbase law | head -n 1
<!DOCTYPE html>

$ scrutineer law export -j zz --on yesterday --lawbase law
! error: "yesterday" is not a day of the calendar [usage]
!       = write it like 2021-01-31
[2]

# The figures, one command.

$ scrutineer law stats --lawbase law
| | acts | provisions in versions | limits in versions | elections | rules | tests | high / medium / low |
|---|---|---|---|---|---|---|---|
| Yland | 1 | 1 in 1 | 0 in 0 | 0 | 1 | 4 | 0 / 0 / 1 |
| Zedland | 1 | 5 in 6 | 2 in 3 | 1 | 3 | 24 | 7 / 2 / 0 |
| all | 2 | 6 in 7 | 2 in 3 | 1 | 4 | 28 | 7 / 2 / 1 |
~
2 threats, 1 standards with 4 items. The tests see 23 of 23 truths of 8 atomic conditions (100.0 %), and notice 25 of 27 small changes of the law; 2 nobody could notice, 0 are open.

$ scrutineer law export --help; scrutineer law stats --help | head -n 3
usage: scrutineer law export [-j am] [--on DATE] [--format html]
~
json: acts, provisions (with identifiers in the manner of Akoma Ntoso), limits, elections
and rules as on one day. html: a page to print, with every version, each rule in plain
words, and a line to sign.
~
      --on DATE            json: as in force on that day (default: as last encoded)
      --format json|html   json, or a book (html)
~
also, as `scrutineer law --help` tells: --jurisdiction, --include-low, --bill, --as-if,
--lang, --lawbase, --plugins, --add, --plugin-memory, --plugin-instructions, --colour,
--help
~
exit status: 0 in order, 2 not
usage: scrutineer law stats [-j LIST]
~
Counts everything, and runs coverage and mutants, which takes some seconds.

# The schema of each kind of file (tests/schema.sh holds them against what is read).

$ scrutineer law schema threats | head -n 12
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "lawbase/threats.yaml",
  "type": "array",
  "items": {
    "$ref": "#/$defs/threat"
  },
  "$defs": {
    "threat": {
      "description": "A class of threat, and the rules that guard against it",
      "type": "object",
      "required": [

$ scrutineer law schema nothing
! error: there is no kind of file "nothing" [schema-unknown]
!       = there are: jurisdiction, instruments, parameters, definitions, elections, rules, letters, publication, threats, standard, bill, schemes, vocabulary, format, layouts, header-words, names
[2]

$ scrutineer law schema --help | head -n 5
usage: scrutineer law schema NAME
~
NAME: jurisdiction, instruments, parameters, definitions, elections, rules, letters,
publication, threats, standard, bill, schemes, vocabulary, format, layouts, header-words,
names. Editors complete and check as one types; lawbase/schema has them all.
