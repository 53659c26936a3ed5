#!/bin/sh
# A report for publication (check --redact public) tells no personal datum: every personal field of the vocabulary is
# given a value of its own, so is everything personal in registers of owners and lists, and a plugin that tells all it
# is shown; then each value is looked for in each format. The same search finds them in the report that is not redacted.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
cp -r "$SRC/tests/data/zedland" "$work/law"
cp -r "$SRC/plugins" "$work/plugins"
chmod -R u+w "$work"
cp "$SRC/lawbase/vocabulary.yaml" "$work/law"
cd "$work"

# FIELD TYPE MARK of every field of an actor, and of every text of a donation, that may be kept back.
awk '
/^actor:/ { part = "actor" } /^identity:/ { part = "" } /^  donation:/ { part = "donation" } /^  ad:/ { part = "" }
part == "actor" && /personal: (natural|never)/ && /^  [a-z_]+: \{type: / {
    sub(/:/, "", $1); sub(/,/, "", $3); sub(/,/, "", $5); print "donor." $1, $3, $5 }
part == "donation" && /^      [a-z_]+: \{type: text, doc/ { sub(/:/, "", $1); print $1, "text", "never" }
' law/vocabulary.yaml >fields

# One value for each that stands nowhere else.
awk '{
    n = NR + 10
    value = $2 == "text" ? "Zq" n "x" $1 "Token" : $2 == "date" ? "19" n "-03-07" : $2 == "money" ? "77" n "31.19" : ""
    gsub(/[._]/, "", value)
    if ($2 == "date") value = "19" n "-03-07"
    if ($2 == "money") value = "77" n "31.19"
    if ($2 ~ /^countr/) value = $2 == "country" ? "NU" : "BT"
    if ($2 == "bool") value = "true"
    print $1, value, $3
}' fields >values
# record REFERENCE KIND MORE: a gift of somebody of whom stdin tells what.
record() {
    printf '{"record":"donation","ref":"%s","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party"' "$1"
    printf ',"recipient.name":"Open Party","donor.kind":"%s","returned":null%s' "$2" "$3"
    while read -r field value _; do
        case $field in *means | *income*) value="$value EUR" ;; esac
        if [ "$value" = true ]; then printf ',"%s":true' "$field"; else printf ',"%s":"%s"' "$field" "$value"; fi
    done
    echo '}'
}
record R-1 natural "" <values >natural.ndjson
# A body's name and number are no personal data; what the vocabulary keeps back of everybody is kept back.
grep ' never$' values | record R-2 company ',"donor.name":"Shown Ltd","donor.registration_number":"C-1"' >body.ndjson
# A row that cannot be read is quoted in messages.
{ cat natural.ndjson && sed -e 's/"R-1"/"R-3"/' -e 's/2001-05-01/Zq98xunreadableToken/' natural.ndjson; } >gifts.ndjson
cat >owners.csv <<END
record,ref,owned.name,owned.kind,owned.registration_number,owner.name,owner.kind,owner.citizenship,share,held,from
ownership,Zq91xownerrefToken,Shown Ltd,company,C-1,Zq92xownernameToken,natural,FR,60 %,shares,2000-01-01
END
cat >list.csv <<END
record,list,ref,actor.name,actor.country,reason,from
listing,example,Zq93xlistrefToken,$(awk '$1 == "donor.name" { print $2 }' values),FR,Zq94xreasonToken,2000-01-01
END
cat >plugins/tells-all.lua <<END
local function check(record, law)
  return law.finding {
    because = "it is " .. (record.donor.name or "nobody"),
$(awk '{ print "    fact" NR " = record[\"" $1 "\"]," }' fields)
  }
end
return { api = 1, name = "tells-all", summary = "Tells all", record = "donation",
  params = { met = { type = "condition", doc = "all" } }, where = "met", check = check }
END
cat >plugins/groups-all.lua <<END
return { api = 1, name = "groups-all", summary = "Groups by a person", record = "donation",
  group_by = { "donor.phone", "identity(donor)", "period(received, \"calendar-year\")" }, sum = { total = "amount" },
  having = "count >= 1", check = function(group, law) return law.finding { total = group.total } end }
END
{
    echo "- rule: zz.gift.told"
    echo "  title: {en: A gift that is told, fr: Un don}"
    echo "  provisions: [zz.parties-1990/4.1]"
    echo "  in_force: {from: 2000-01-01}"
    echo "  plugin: tells-all"
    echo "  with:"
    echo "    met: >-"
    echo "      controlled_abroad(donor, \"one holder\", \"more than\", max_share, \"AM\") or listed(donor, \"\", \"usual\")"
    sed 's/ .*//; s/.*/      or known(&)/' fields
    awk '$2 == "text" { print "      or " $1 " == " $1 }' fields
    echo "  severity: indicator"
    echo "- rule: zz.gift.grouped"
    echo "  title: {en: Gifts that are grouped, fr: Des dons}"
    echo "  provisions: [zz.parties-1990/4.1]"
    echo "  in_force: {from: 2000-01-01}"
    echo "  plugin: groups-all"
    echo "  severity: indicator"
} >law/zz/rules/told.yaml

# report FORMAT OPTION...: as text that can be searched.
report() {
    format=$1
    shift
    status=0
    scrutineer check -j zz --lawbase law --plugins plugins --dated 2026-01-31 -r owners.csv -r list.csv --format "$format" "$@" \
        >report 2>said || status=$?
    [ "$status" -le 1 ] || { cat said; exit 1; }
    [ "$format" != xlsx ] || { unzip -p report >cells && mv cells report; }
}
# told FORMAT: what of the planted values the report has.
told() {
    { awk '$2 != "true" && $2 !~ /^[A-Z][A-Z]$/ { print $2 }' values
        printf 'Zq%s\n' 91 92 93 94 98; } >planted
    grep -oFf planted report | sort -u
    # Countries as words of their own.
    grep -oE '\b(BT|NU)\b' report | sort -u || true
}

report html gifts.ndjson body.ndjson
told html >all
report text gifts.ndjson body.ndjson
told text >>all
sort -u planted >wanted
if grep -vxFf all wanted >missed; then
    echo "the report that is not redacted does not tell these, so that nothing is shown by their absence:"
    cat missed
    bad=1
fi
# The page draws who owns whom from its data, so that what the file has not, the picture has not (tests/browser).
for format in text json ndjson html csv xlsx sarif junit ftm stix; do
    report "$format" --redact public gifts.ndjson body.ndjson
    if [ -n "$(told "$format")" ]; then
        echo "$format tells what is personal: $(told "$format" | tr '\n' ' ')"
        bad=1
    fi
    grep -q 'Shown Ltd' report || { echo "$format does not tell the name of a body"; bad=1; }
done
report html --redact public --lang fr gifts.ndjson body.ndjson
[ -z "$(told html)" ] || { echo "html in another language tells what is personal"; bad=1; }

# The same through partial results and with a proof; a partial result itself is not for publication.
report json --redact public --proof gifts.ndjson body.ndjson
[ -z "$(told json)" ] || { echo "a report with a proof tells what is personal"; bad=1; }
mv report proved.json
scrutineer verify --lawbase law --plugins plugins proved.json >/dev/null || { echo "a redacted report is not verified"; bad=1; }
report json --redact public gifts.ndjson body.ndjson
mv report whole.json
scrutineer check -j zz --lawbase law --plugins plugins -r owners.csv -r list.csv --partial one.part gifts.ndjson 2>/dev/null
scrutineer check -j zz --lawbase law --plugins plugins -r owners.csv -r list.csv --partial two.part body.ndjson 2>/dev/null
scrutineer merge -j zz --lawbase law --plugins plugins -r owners.csv -r list.csv --redact public --dated 2026-01-31 --format json one.part two.part \
    >merged.json 2>/dev/null || true
cmp whole.json merged.json || bad=1
if scrutineer check -j zz --lawbase law --plugins plugins --redact public --partial p.part gifts.ndjson 2>/dev/null; then
    echo "a partial result was redacted"
    bad=1
fi

# A fingerprint of a redacted report does not depend on what is withheld.
sed -e 's/Token"/Other"/g' -e 's/31\.19/32.19/g' -e 's/-03-07/-04-08/g' gifts.ndjson >other.ndjson
report json --redact public gifts.ndjson && grep -o '"fingerprint": "[0-9a-f]*"' report >one
report json --redact public other.ndjson && grep -o '"fingerprint": "[0-9a-f]*"' report >two
cmp one two || bad=1

# What a register publishes stays, of its own filings only.
scrutineer check -j gb --redact public --format json "$SRC/tests/data/gb-donations.csv" >gb.json 2>said || true
scrutineer check -j gb --format json "$SRC/tests/data/gb-donations.csv" >plain.json 2>said || true
grep -o '"name": .*' gb.json >redacted
grep -o '"name": .*' plain.json >names
cmp names redacted || { echo "names that the British register publishes are withheld"; bad=1; }
scrutineer check -j am --redact public --format json "$SRC/examples/am/donations.csv" >am.json 2>said || true
grep -q withheld am.json || { echo "names that no register is known to publish are told"; bad=1; }
exit $bad
