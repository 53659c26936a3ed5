#!/bin/sh
# The commands that README.md and the pages on the law base and formats list with a remark behind each: they run. What
# stands for a file, a rule or a record in them is given one of the examples. (Sessions, with what they print, are
# tests/tutorial.sh's.)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$SRC/examples/." "$work"
cd "$work/bills"
cp ../am/donations.csv FILE.csv
cp ../am/donations.csv BIG.csv
cp ../am/owned-donors.csv GIFTS.csv
cp ../am/owners.csv OWNERS.csv
cp ../am/donations.csv notices.csv
for day in monday tuesday; do scrutineer check --partial $day.part FILE.csv; done

# page -> commands, one a line, without the remarks, each for the examples.
listed() {
    sed -n 's/^    \(scrutineer .*\)$/\1/p' "$1" | sed -e 's/   *[^ ].*//' -e 's/   *$//' \
        -e 's/ --watch//' -e 's/RULE:RECORD/am.donation.cap:AM-03/' -e 's/RULE RECORD/am.donation.foreign-share AM-04/' \
        -e 's/"Some Ltd"/"Example Roads LLC"/' -e 's/\bFILE\b/FILE.csv/'
}

ran=0 wrong=0
for page in README.md lawbase/README.md lawbase/formats/README.md; do
    listed "$SRC/$page" >commands
    while IFS= read -r command; do
        case $command in
        # They take minutes over the whole law base: tests/law.sh runs them.
        'scrutineer law test' | 'scrutineer law mutate' | 'scrutineer law coverage') continue ;;
        esac
        ran=$((ran + 1)) status=0
        (eval "$command") </dev/null >out 2>err || status=$?
        # 1 is what a check with findings says.
        [ $status -le 1 ] || { wrong=$((wrong + 1)); echo "$page: exit status $status: $command"; cat err; }
    done <commands
done
echo "$ran commands ran, $wrong of them wrongly"
[ $wrong -eq 0 ] && [ $ran -ge 35 ]
