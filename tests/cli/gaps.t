# The law held against a standard, and jurisdictions side by side, on the law of two invented countries.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

$ scrutineer law gaps -j zz --against charter --lawbase law
Charter of fair money
invented
~
Zedland, as last encoded
  1        covered        Is money from abroad barred?
           rests on  Section 4(1), Parties Act (Act No 7 of 1 March 1990); zz.gift.foreign
           source    invented [high]
  2        partly         Are gifts limited, for parties and "candidates"?
           rests on  Section 5(2), Parties Act (Act No 7 of 1 March 1990)
           needs     a limit for both
           remark    =only parties
           source    invented [high]
  3        missing        Is advertising labelled?
           needs     a label
           source    invented [high]
           doubt     nobody has read it
  4        not applicable Is there a broadcaster?
           needs     rules for it
           remark    there is no broadcaster
           source    invented [high]
1 covered, 1 partly, 1 missing, 0 unknown, 1 not applicable

# On a day: where nothing that is cited is in force, what the law said was not read. An answer may begin on a day; before it
# the law is missing.

$ scrutineer law gaps -j zz --against charter --on 1990-02-28 --lawbase law | grep -E '^  1|^  2|covered,'
  1        unknown        Is money from abroad barred?
  2        unknown        Are gifts limited, for parties and "candidates"?
0 covered, 0 partly, 1 missing, 2 unknown, 1 not applicable

$ scrutineer law gaps -j zz --against charter --on 1990-03-01 --lawbase law | grep -E '^  1|^  2|covered,'
  1        covered        Is money from abroad barred?
  2        partly         Are gifts limited, for parties and "candidates"?
1 covered, 1 partly, 1 missing, 0 unknown, 1 not applicable

$ scrutineer law gaps -j yy --against charter --on 2014-12-31 --lawbase law | tail -n 1; scrutineer law gaps -j yy --against charter --on 2015-01-01 --lawbase law | tail -n 1
1 covered, 0 partly, 1 missing, 2 unknown, 0 not applicable
2 covered, 0 partly, 0 missing, 2 unknown, 0 not applicable

# For a spreadsheet: quotes doubled, and no cell can be taken for a formula.

$ scrutineer law gaps --against charter --format csv --lawbase law
jurisdiction,standard,item,topic,status,asks,needs,rests_on,remark,source,confidence
yy,charter,1,foreign-money,covered,Is money from abroad barred?,a ban,yy.gift.foreign,<script>,invented,medium
yy,charter,2,caps,unknown,"Are gifts limited, for parties and ""candidates""?",a limit for both,,,invented,high
yy,charter,3,media,covered,Is advertising labelled?,a label,,,invented,high
yy,charter,4,media,unknown,Is there a broadcaster?,rules for it,,,invented,high
zz,charter,1,foreign-money,covered,Is money from abroad barred?,a ban,"Section 4(1), Parties Act (Act No 7 of 1 March 1990); zz.gift.foreign",,invented,high
zz,charter,2,caps,partly,"Are gifts limited, for parties and ""candidates""?",a limit for both,"Section 5(2), Parties Act (Act No 7 of 1 March 1990)","'=only parties",invented,high
zz,charter,3,media,missing,Is advertising labelled?,a label,,,invented,high
zz,charter,4,media,not applicable,Is there a broadcaster?,rules for it,,there is no broadcaster,invented,high

# For a browser: text is text.

$ scrutineer law gaps -j yy,zz --against charter --lang fr --format html --lawbase law
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Charte de l&#39;argent honnête</title>
<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}.covered{background:#d5ecd2}.partly{background:#f8edc4}.missing{background:#f6d3cb}.unknown{background:#eee}@media print{body{margin:0}}</style></head><body>
<h1>Charte de l&#39;argent honnête</h1>
<h2>Yland</h2>
<table><tr><th>item</th><th>status</th><th>it asks</th><th>it needs</th><th>rests on</th><th>remark</th><th>source</th><th>confidence</th></tr>
<tr><td>1</td><td class="covered">covered</td><td>L&#39;argent étranger est-il interdit ?</td><td>a ban</td><td>yy.gift.foreign</td><td>&lt;script&gt;</td><td>invented</td><td>medium</td></tr>
<tr><td>2</td><td class="unknown">unknown</td><td>Are gifts limited, for parties and &quot;candidates&quot;?</td><td>a limit for both</td><td></td><td></td><td>invented</td><td>high</td></tr>
<tr><td>3</td><td class="covered">covered</td><td>Is advertising labelled?</td><td>a label</td><td></td><td></td><td>invented</td><td>high</td></tr>
<tr><td>4</td><td class="unknown">unknown</td><td>Is there a broadcaster?</td><td>rules for it</td><td></td><td></td><td>invented</td><td>high</td></tr>
</table><p>2 covered, 0 partly, 0 missing, 2 unknown, 0 not applicable
</p>
<h2>Zédlande</h2>
<table><tr><th>item</th><th>status</th><th>it asks</th><th>it needs</th><th>rests on</th><th>remark</th><th>source</th><th>confidence</th></tr>
<tr><td>1</td><td class="covered">covered</td><td>L&#39;argent étranger est-il interdit ?</td><td>a ban</td><td>Section 4(1), Loi sur les partis (Act No 7 of 1 March 1990); zz.gift.foreign</td><td></td><td>invented</td><td>high</td></tr>
<tr><td>2</td><td class="partly">partly</td><td>Are gifts limited, for parties and &quot;candidates&quot;?</td><td>a limit for both</td><td>Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)</td><td>=only parties</td><td>invented</td><td>high</td></tr>
<tr><td>3</td><td class="missing">missing</td><td>Is advertising labelled?</td><td>a label</td><td></td><td></td><td>invented</td><td>high</td></tr>
<tr><td>4</td><td class="unknown">not applicable</td><td>Is there a broadcaster?</td><td>rules for it</td><td></td><td>there is no broadcaster</td><td>invented</td><td>high</td></tr>
</table><p>1 covered, 1 partly, 1 missing, 0 unknown, 1 not applicable
</p>
</body></html>

# Side by side; only the named countries are loaded.

$ scrutineer law compare zz yy --topic foreign-money --lawbase law
foreign-money, as last encoded
~
asked
  yy   Yland
  zz   Zedland
~
charter 1: Is money from abroad barred?
  yy   covered [medium]: yy.gift.foreign (<script>)
  zz   covered [high]: Section 4(1), Parties Act (Act No 7 of 1 March 1990); zz.gift.foreign
~
rules that are in force
  yy   A company from abroad gave (yy.gift.foreign, Article 1)
  zz   A company that is too foreign gave to a party (zz.gift.foreign, Section 4(1))

$ scrutineer law compare yy zz --topic media --on 2010-01-01 --format csv --lawbase law
asked,Yland,Zedland
charter 3: Is advertising labelled?,missing [high],missing [high]
charter 4: Is there a broadcaster?,unknown,not applicable [high] (there is no broadcaster)

$ scrutineer law compare yy zz --topic caps --format html --lawbase law | tail -n 3
<tr><td>asked</td><td>Yland</td><td>Zedland</td></tr>
<tr><td>charter 2: Are gifts limited, for parties and &quot;candidates&quot;?</td><td class="unknown">unknown</td><td class="partly">partly [high]: Section 5(2), Parties Act (Act No 7 of 1 March 1990) (=only parties)</td></tr>
</table></body></html>

$ scrutineer law compare yy --topic foreign-money --on 2009-12-31 --lawbase law | tail -n 2
rules that are in force
  yy   none encoded

# Wrong words.

$ scrutineer law gaps -j zz --against chartr --lawbase law
! error: there is no standard "chartr" [standard-unknown]
!       = there are: charter
[2]

$ scrutineer law gaps -j zz --lawbase law
! error: there is no standard "" [standard-unknown]
!       = there are: charter
[2]

$ scrutineer law compare zz yy --topic money --lawbase law
! error: nothing is about the topic "money" [topic-unknown]
!       = there are: foreign-money, noise, caps, media
[2]

$ scrutineer law compare zz xx --topic caps --lawbase law
! law: error: has no jurisdiction "xx" [law-unknown-jurisdiction]
!       = `scrutineer law list` names them
[2]

$ scrutineer law compare --topic caps --lawbase law
! scrutineer: usage: scrutineer law compare am ge ... --topic TOPIC [--on DATE]; `scrutineer law compare --help` tells more
[2]

# What an item cites must be there; what is doubtful needs a doubt.

$ sed -i 's/rules: .zz.gift.foreign./rules: [zz.gift.foregn]/; /doubt: nobody/d; s/answer: not-applicable/answer: maybe/' law/standards/charter.yaml; scrutineer law lint --lawbase law
! law/standards/charter.yaml:39:20: error: expected yes, partly, no, unknown or not-applicable [standard-answer]
!    39 |       zz: {answer: maybe, remark: there is no broadcaster, source: invented, confidence: high}
!       |                    ^^^^^
! law/standards/charter.yaml:13:70: error: no rule "zz.gift.foregn" [law-dangling-citation]
!    13 |       zz: {answer: "yes", provisions: [zz.parties-1990/4.1], rules: [zz.gift.foregn], source: invented, confidence: high...
!       |                                                                      ^^^^^^^^^^^^^^
! law/standards/charter.yaml:23:11: error: item "3" is not certain, but has no doubt [law-no-doubt]
!    23 |   - item: "3"
!       |           ^^^
!       = say what is not settled: "doubt: ..."
[2]

$ sed -i 's/answer: maybe/answer: unknown/' law/standards/charter.yaml; scrutineer law lint --lawbase law
! law/standards/charter.yaml:13:70: error: no rule "zz.gift.foregn" [law-dangling-citation]
!    13 |       zz: {answer: "yes", provisions: [zz.parties-1990/4.1], rules: [zz.gift.foregn], source: invented, confidence: high...
!       |                                                                      ^^^^^^^^^^^^^^
! law/standards/charter.yaml:23:11: error: item "3" is not certain, but has no doubt [law-no-doubt]
!    23 |   - item: "3"
!       |           ^^^
!       = say what is not settled: "doubt: ..."
[2]

# The shipped standards.

$ for s in idea coe venice recommendations; do scrutineer law gaps -j am --against $s | sed -n '1p'; done
International IDEA, Political Finance Database
Council of Europe, Recommendation Rec(2003)4 on corruption in the funding of parties and campaigns
Venice Commission and ODIHR, Guidelines on Political Party Regulation, and opinions on foreign contributions
Open recommendations to Armenia

$ scrutineer law gaps -j am --against idea | grep -E '^  (24|43|50) '
  24       partly         Are loans to parties barred?
  43       missing        Is the spending of third parties limited?
  50       missing        Must third parties report on campaign money?

$ scrutineer law gaps --help
usage: scrutineer law gaps --against STANDARD [-j am] [--on DATE]
~
Tells for each item whether the law covers it, covers it partly, or misses it, and which
provisions and rules it rests on. Unknown: no source that was read tells.
~
      --against idea|venice|coe|recommendations
                           the standard (lawbase/standards)
      --on DATE            as in force on that day (default: as last encoded)
      --format text|csv|html
                           text (default), a table for a spreadsheet (csv) or a page
                           (html)
~
also, as `scrutineer law --help` tells: --jurisdiction, --include-low, --bill, --as-if,
--lang, --lawbase, --plugins, --add, --plugin-memory, --plugin-instructions, --colour,
--help
~
exit status: 0 in order, 2 not
