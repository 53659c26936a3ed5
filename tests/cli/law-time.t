# The law of two invented countries over time: what changed, since when, how sure we are.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

$ scrutineer law timeline zz.cap --lawbase law
zz.cap  Most that one person may give in a year
  1990-03-01 - 1999-12-31  high    500.00 EUR
  2000-01-01 -             medium  1000.00 EUR
                             doubt: the text was not read

$ scrutineer law timeline zz.gift.cap --lang fr --lawbase law
zz.gift.cap  Une personne a donné trop
~
zz.gift.cap  Une personne a donné trop
  1990-03-01 - 1999-12-31  medium  indicator
  2000-01-01 -             medium  indicator
~
zz.cap  Maximum annuel
  1990-03-01 - 1999-12-31  high    500.00 EUR
  2000-01-01 -             medium  1000.00 EUR
                             doubt: the text was not read
~
zz.parties-1990/5.2  Maximum des dons d'une personne
  1990-03-01 -             medium  Une personne donne au plus le plafond.
                             doubt: the text was not read

$ scrutineer law timeline zz.parties-1990 --lawbase law
zz.parties-1990  Parties Act
~
zz.parties-1990/4.1  Gifts from abroad
  1990-03-01 - 1999-12-31  high    Companies from abroad may not give.
  2000-01-01 -             high    Companies that are more than 50 % foreign may not give.
~
zz.parties-1990/5.2  Most that one person may give
  1990-03-01 -             medium  One person gives at most the cap in a year.
                             doubt: the text was not read
~
zz.parties-1990/9  Fines
  1990-03-01 -             high    Who accepts a barred gift pays twice its value.
~
zz.parties-1990/12  Title <b>of</b> the "Act" & its name
             -             high    This Act is called the Parties Act.
~
zz.parties-1990/14  Silence
  2004-01-01 -             high    No advertising on voting day.

# A pause is told.

$ sed -i 's/to: 2000-01-01, value: 500/to: 1999-01-01, value: 500/' law/zz/parameters.yaml; scrutineer law timeline zz.cap --lawbase law; sed -i 's/to: 1999-01-01, value: 500/to: 2000-01-01, value: 500/' law/zz/parameters.yaml
zz.cap  Most that one person may give in a year
  1990-03-01 - 1998-12-31  high    500.00 EUR
  1999-01-01 - 1999-12-31  nothing in force
  2000-01-01 -             medium  1000.00 EUR
                             doubt: the text was not read

# As a picture.

$ scrutineer law timeline zz.gift.cap --format svg --lawbase law
<svg xmlns="http://www.w3.org/2000/svg" width="900" height="270" font-family="sans-serif" font-size="13" role="img">
<title>zz.gift.cap</title>
<style>.year{stroke:#ccc}.small{font-size:11px;fill:#666}.label{font-size:12px;paint-order:stroke;stroke:#fff;stroke-opacity:.75;stroke-width:3px}.bar{stroke:#333}.high{fill:#b5dcb1}.medium{fill:url(#medium);stroke-dasharray:6 3}.low{fill:url(#low);stroke-dasharray:2 3}</style>
<defs><pattern id="medium" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#f6e3a1"/><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#c9a93c"/></pattern><pattern id="low" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f3c2b8"/><circle cx="3" cy="3" r="1.2" fill="#b4553f"/></pattern></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="24" font-weight="bold">One person gave more than the cap</text>
<line x1="20" y1="50" x2="20" y2="220" class="year"/><text x="20" y="46" class="small">1989</text>
<line x1="77" y1="50" x2="77" y2="220" class="year"/><text x="77" y="46" class="small">1990</text>
<line x1="134" y1="50" x2="134" y2="220" class="year"/><text x="134" y="46" class="small">1991</text>
<line x1="191" y1="50" x2="191" y2="220" class="year"/><text x="191" y="46" class="small">1992</text>
<line x1="249" y1="50" x2="249" y2="220" class="year"/><text x="249" y="46" class="small">1993</text>
<line x1="306" y1="50" x2="306" y2="220" class="year"/><text x="306" y="46" class="small">1994</text>
<line x1="363" y1="50" x2="363" y2="220" class="year"/><text x="363" y="46" class="small">1995</text>
<line x1="421" y1="50" x2="421" y2="220" class="year"/><text x="421" y="46" class="small">1996</text>
<line x1="478" y1="50" x2="478" y2="220" class="year"/><text x="478" y="46" class="small">1997</text>
<line x1="536" y1="50" x2="536" y2="220" class="year"/><text x="536" y="46" class="small">1998</text>
<line x1="593" y1="50" x2="593" y2="220" class="year"/><text x="593" y="46" class="small">1999</text>
<line x1="650" y1="50" x2="650" y2="220" class="year"/><text x="650" y="46" class="small">2000</text>
<line x1="708" y1="50" x2="708" y2="220" class="year"/><text x="708" y="46" class="small">2001</text>
<line x1="765" y1="50" x2="765" y2="220" class="year"/><text x="765" y="46" class="small">2002</text>
<line x1="822" y1="50" x2="822" y2="220" class="year"/><text x="822" y="46" class="small">2003</text>
<text x="20" y="74" class="small">zz.gift.cap  One person gave more than the cap</text>
<g><title>from 1990-03-01 until 1999-12-31: indicator [medium]</title><path d="M86 80L86 100H650L650 80Z" class="bar medium"/><text x="90" y="94" class="label">indicator [medium]</text></g>
<g><title>from 2000-01-01: indicator [medium]</title><path d="M650 80L650 100H880l10 -10L880 80Z" class="bar medium"/><text x="654" y="94" class="label">indicator [medium]</text></g>
<text x="20" y="126" class="small">zz.cap  Most that one person may give in a year</text>
<g><title>from 1990-03-01 until 1999-12-31: 500.00 EUR [high]</title><path d="M86 132L86 152H650L650 132Z" class="bar high"/><text x="90" y="146" class="label">500 EUR [high]</text></g>
<g><title>from 2000-01-01: 1000.00 EUR [medium]; doubt: the text was not read</title><path d="M650 132L650 152H880l10 -10L880 132Z" class="bar medium"/><text x="654" y="146" class="label">1,000 EUR [medium]</text></g>
<text x="20" y="178" class="small">zz.parties-1990/5.2  Most that one person may give</text>
<g><title>from 1990-03-01: One person gives at most the cap in a year. [medium]; doubt: the text was not read</title><path d="M86 184L86 204H880l10 -10L880 184Z" class="bar medium"/><text x="90" y="198" class="label">One person gives at most the cap in a year. [medium]</text></g>
<g class="small"><text x="20" y="246">confidence</text>
<path d="M140 232L140 252H170L170 232Z" class="bar high"/><text x="178" y="246">high</text>
<path d="M250 232L250 252H280L280 232Z" class="bar medium"/><text x="288" y="246">medium</text>
<path d="M360 232L360 252H390L390 232Z" class="bar low"/><text x="398" y="246">low</text>
<path d="M470 232L470 252H500l10 -10L500 232Z" class="bar high"/><text x="518" y="246">in force, no end is set</text></g>
</svg>

$ scrutineer law timeline zz.parties-1990 --format svg --lawbase law | grep -c '<b>'
0
[1]

$ scrutineer law timeline zz.parties-1990/12 --format svg --lawbase law | grep 'font-weight'
<text x="20" y="24" font-weight="bold">Title &lt;b&gt;of&lt;/b&gt; the &quot;Act&quot; &amp; its name</text>

$ scrutineer law timeline zz.caap --lawbase law
! error: the law base has no "zz.caap" [law-unknown-name]
!       = did you mean "zz.cap"?
[2]

$ scrutineer law timeline zz.cap --format html --lawbase law
! scrutineer: --format: "html" is not text or svg
[2]

# Between two days: the first is not counted, the last is.

$ scrutineer law diff 1999-12-31 2000-01-01 --lawbase law
2000-01-01
  limit      Most that one person may give in a year (zz.cap)
    was        500.00 EUR
    is         1000.00 EUR
    article    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
    source     invented [medium]
    doubt      the text was not read
~
  limit      Largest foreign share (zz.max_share)
    was        no value
    is         50 %
    article    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
    source     invented [high]
~
  provision  Gifts from abroad (zz.parties-1990/4.1)
    was        Companies from abroad may not give.
    is         Companies that are more than 50 % foreign may not give.
    article    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
    source     invented [high]
~
  rule       A company that is too foreign gave to a party (zz.gift.foreign)
    is         in force from this day
    article    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
~
4 changes: 2 of limits, 1 of provisions, 1 of rules

$ scrutineer law diff 2000-01-01 2003-12-31 --lawbase law
0 changes: 0 of limits, 0 of provisions, 0 of rules

$ scrutineer law diff 1990-02-28 1990-03-01 -j zz --lang fr --lawbase law
1990-03-01
  limit      Maximum annuel (zz.cap)
    was        no value
    is         500.00 EUR
    article    Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)
    source     invented [high]
~
  provision  Dons de l'étranger (zz.parties-1990/4.1)
    was        not in force
    is         Les sociétés étrangères ne peuvent pas donner.
    article    Section 4(1), Loi sur les partis (Act No 7 of 1 March 1990)
    source     invented [high]
~
  provision  Maximum des dons d'une personne (zz.parties-1990/5.2)
    was        not in force
    is         Une personne donne au plus le plafond.
    article    Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)
    source     invented [medium]
    doubt      the text was not read
~
  provision  Amendes (zz.parties-1990/9)
    was        not in force
    is         Amende du double de la valeur.
    article    Section 9, Loi sur les partis (Act No 7 of 1 March 1990)
    source     invented [high]
~
  rule       Une personne a donné trop (zz.gift.cap)
    is         in force from this day
    article    Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)
~
5 changes: 1 of limits, 3 of provisions, 1 of rules

$ scrutineer law diff 2001-01-01 2000-01-01 --lawbase law
! error: "2001-01-01" is not before the second day [usage]
!       = give the earlier day first
[2]

$ scrutineer law diff 2001-02-30 2000-01-01 --lawbase law
! error: "2001-02-30" is not a day of the calendar [usage]
!       = write it like 2021-01-31
[2]

$ scrutineer law diff 2001-01-01
! scrutineer: usage: scrutineer law diff DATE1 DATE2; `scrutineer law diff --help` tells more
[2]

# Words are found in any language, capitals or not; all of them must be there.

$ scrutineer law search FOREIGN --lawbase law
rule       yy.gift.foreign  A company from abroad gave
rule       zz.gift.foreign  A company that is too foreign gave to a party
limit      zz.max_share  Largest foreign share
provision  yy.code/1  Foreign companies
provision  zz.parties-1990/4.1  Gifts from abroad
             Companies that are more than 50 % foreign may not give.
5 found

$ scrutineer law search ÉTRANGÈRES donner --lawbase law
provision  zz.parties-1990/4.1  Gifts from abroad
             Les sociétés étrangères ne peuvent pas donner.
1 found

$ scrutineer law search nobody read --lang fr --lawbase law
provision  yy.code/1  Foreign companies
             nobody has read it
1 found

$ scrutineer law search nothing of this kind --lawbase law
0 found

# A whole act, with its history and as on a day.

$ scrutineer law show zz.parties-1990 --lawbase law
zz.parties-1990  Parties Act
  citation    Act No 7 of 1 March 1990
  in force    from 1990-03-01
  source      invented
  confidence  high
~
zz.parties-1990/4.1  Gifts from abroad
  citation    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01 until 1999-12-31
  says        Companies from abroad may not give.
  source      invented
  confidence  high
~
  in force    from 2000-01-01
  says        Companies that are more than 50 % foreign may not give.
  source      invented
  confidence  high
~
zz.parties-1990/5.2  Most that one person may give
  citation    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01
  says        One person gives at most the cap in a year.
  source      invented
  confidence  medium
  doubt       the text was not read
~
zz.parties-1990/9  Fines
  citation    Section 9, Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01
  says        Who accepts a barred gift pays twice its value.
  source      invented
  confidence  high
~
zz.parties-1990/12  Title <b>of</b> the "Act" & its name
  citation    Section 12, Parties Act (Act No 7 of 1 March 1990)
~
  in force    always
  says        This Act is called the Parties Act.
  source      invented
  confidence  high
~
zz.parties-1990/14  Silence
  citation    Section 14, Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 2004-01-01
  says        No advertising on voting day.
  source      invented
  confidence  high

$ scrutineer law show zz.parties-1990 --on 1995-06-01 --lang fr --lawbase law
zz.parties-1990  Loi sur les partis
  citation    Act No 7 of 1 March 1990
  in force    from 1990-03-01
  source      invented
  confidence  high
~
zz.parties-1990/4.1  Dons de l'étranger
  citation    Section 4(1), Loi sur les partis (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01 until 1999-12-31
  says        Les sociétés étrangères ne peuvent pas donner.
  source      invented
  confidence  high
~
zz.parties-1990/5.2  Maximum des dons d'une personne
  citation    Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01
  says        Une personne donne au plus le plafond.
  source      invented
  confidence  medium
  doubt       the text was not read
~
zz.parties-1990/9  Amendes
  citation    Section 9, Loi sur les partis (Act No 7 of 1 March 1990)
~
  in force    from 1990-03-01
  says        Amende du double de la valeur.
  source      invented
  confidence  high
~
zz.parties-1990/12  Titre de la loi
  citation    Section 12, Loi sur les partis (Act No 7 of 1 March 1990)
~
  in force    always
  says        La loi s'appelle la loi sur les partis.
  source      invented
  confidence  high
~
1 provisions of this act were not in force on that day

$ scrutineer law show zz.parties-1990 --on 1985-06-01 --lawbase law
zz.parties-1990  Parties Act
  citation    Act No 7 of 1 March 1990
  in force    from 1990-03-01
  source      invented
  confidence  high
~
  not in force on that day
~
zz.parties-1990/12  Title <b>of</b> the "Act" & its name
  citation    Section 12, Parties Act (Act No 7 of 1 March 1990)
~
  in force    always
  says        This Act is called the Parties Act.
  source      invented
  confidence  high
~
4 provisions of this act were not in force on that day

# A reader that goes away is no error.

$ scrutineer law show zz.parties-1990 --lawbase law | head -n 1
zz.parties-1990  Parties Act

$ scrutineer law diff --help
usage: scrutineer law diff DATE1 DATE2
~
Tells each change after the first day, up to the second, in the order of time, with its
article, source and doubt.
~
also, as `scrutineer law --help` tells: --jurisdiction, --include-low, --bill, --as-if,
--lang, --lawbase, --plugins, --add, --plugin-memory, --plugin-instructions, --colour,
--help
~
exit status: 0 in order, 2 not

$ scrutineer law timeline --help | head -n 1; scrutineer law search --help | head -n 1
usage: scrutineer law timeline ID [--format svg]
usage: scrutineer law search WORD...
