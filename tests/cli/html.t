# A report as one page: it needs nothing else, and no name in a filing becomes markup or script.

$ head -1 "$SRC/examples/am/donations.csv" >hostile.csv
$ printf 'H-1,2022-05-10,300000,</script><script>alert(1)</script>{{version}},party,"<img src=x onerror=""alert(2)"">\342\200\250\342\200\251]]><!--",natural,"P""\x27&",RU,,no,,no\n' >>hostile.csv
$ scrutineer check -j am --format html hostile.csv >hostile.html
[1]
# The page has its own two scripts and no third; nothing opens a comment in them, and no line of them is cut:
$ grep -c '<script' hostile.html; grep -c '</script' hostile.html; grep -c '<img' hostile.html; grep -c '<!--' hostile.html
2
2
0
0
[1]
$ grep -c "$(printf '\342\200\250')" hostile.html; sed -n '/id="data"/,/<\/script>/p' hostile.html | grep -c '[<>&]'
1
2
# The names are there, as text of the page and of its data (a hole in a part cannot be filled by a name, either):
$ grep -o '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;' hostile.html | sort -u
&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;
$ grep -o '\\u003cimg src=x onerror=\\"alert(2)\\"\\u003e\\u2028\\u2029\]\]\\u003e\\u003c!--' hostile.html | sort -u
\\u003cimg src=x onerror=\"alert(2)\"\u003e\u2028\u2029]]\u003e\u003c!--
$ grep -c '{{version}}' hostile.html
2

# The figures are those of the text report; what could not be read stands in view:
$ sed '3s/2022-05-11/2022-15-11/' "$SRC/examples/am/donations.csv" >bad.csv; scrutineer check -j am --format html bad.csv >bad.html
! bad.csv:3:7: warning: unreadable row "AM-02": column "received" has no date for "received" [filing-bad-date]
!       | 2022-15-11
!       = expected a day of the calendar as yyyy-mm-dd (format am.donations)
!       = the row is left out of all findings and totals
[1]
$ scrutineer check -j am bad.csv 2>/dev/null | grep -cE '^(violation|undetermined)'
32
$ grep -o '<dt>[^<]*</dt><dd>[0-9]*' bad.html | grep '[0-9]$' | sed 's/<[^>]*>/ /g'
 Violations  11
 Indicators, worth a look  2
 Undetermined: a fact is missing  21
 Exempt: lawful under an exception  1
 Rows that could not be read  1
 Records read  21
$ grep -o '<th scope="row">bad.csv:3:7</th><td>[^<]*' bad.html
<th scope="row">bad.csv:3:7</th><td>unreadable row &quot;AM-02&quot;: column &quot;received&quot; has no date for &quot;received&quot; 

# It asks no network for anything:
$ grep -cE 'src=|<link|@import|url\(|fetch\(|XMLHttpRequest' bad.html
0
[1]
$ grep -o "default-src 'none'" hostile.html
default-src 'none'

# The same bytes for any number of threads, and merged from parts:
$ scrutineer check -j am --jobs 1 --format html "$SRC/examples/am/donations.csv" hostile.csv >one.html
[1]
$ scrutineer check -j am --jobs 4 --format html "$SRC/examples/am/donations.csv" hostile.csv | cmp - one.html
$ scrutineer check -j am --partial a.part "$SRC/examples/am/donations.csv"; scrutineer check -j am --partial b.part hostile.csv
$ scrutineer merge -j am --format html a.part b.part | cmp - one.html

# In Armenian: the program's words from gettext's catalogue, the law's titles from the law base.
$ scrutineer check -j am --lang hy --format html "$SRC/examples/am/donations.csv" >hy.html
[1]
$ grep -oE '<html lang="hy">|<h2 id="[a-z-]*"( tabindex="-1")?>[^<]*' hy.html
<html lang="hy">
<h2 id="summary-title">Ամփոփում
<h2 id="unjudged-title">Ինչը չհաջողվեց գնահատել
<h2 id="findings-title" tabindex="-1">Եզրակացություններ
<h2 id="method-title">Մեթոդը և դրա սահմանները
$ scrutineer check -j am --lang hy "$SRC/examples/am/donations.csv" | grep -m1 must
    must       վերադարձնել նվիրատուին, կամ փոխանցել՝ պետական բյուջե, մինչև 2022-05-24 (Կոռուպցիայի կանխարգելման հանձնաժողով)
