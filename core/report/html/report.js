// The list of findings: filtered, sorted, searched and shown page by page. Data becomes text nodes only, so that no
// name in a filing can be markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const _ = (words) => data.words[words] || words;
  const text = (number) => data.texts[number];
  const PAGE = 50, MOST_PRINTED = 500;
  const outcomes = ["clear", "exempt", "undetermined", "indicator", "violation"];
  const outcomeWords = ["", _("exempt"), _("undetermined"), _("indicator"), _("violation")];
  const levelWords = [_("low"), _("medium"), _("high"), _("urgent")];
  const truthWords = [_("no"), _("unknown"), _("yes")];
  const NO_LEVEL = _("none named");

  const groups = (list, size) => list.flatMap((n, i) => (i % size ? [] : [list.slice(i, i + size).map(text)]));
  const pairs = (list) => groups(list, 2);

  // A finding as it came is a list of numbers; see finding_html() in report_html.c.
  const findings = data.findings.map((f, number) => {
    const rule = data.rules[f[1]], day = text(f[2]);
    return {
      number, raw: f, rule, day, outcome: f[0], due: text(f[10]), confidence: f[11], fingerprint: f[12], count: f[13],
      amount: text(f[14]), law: data.laws[f[9]], must: text(f[15]),
      fields: {
        rule: rule.id, jurisdiction: rule.jurisdiction, confidence: levelWords[f[11]], month: day.slice(0, 7),
        priority: rule.priority < 0 ? NO_LEVEL : levelWords[rule.priority],
      },
    };
  });
  const sought = (f) => f.sought ??= [
    f.rule.id, f.rule.title, f.day, f.due, f.fingerprint, f.law.articles.map((a) => a.citation).join("\n"),
    f.raw[3].map(([file, line, ref]) => text(file) + ":" + line + " " + text(ref)).join("\n"),
    [...f.raw[4], ...f.raw[5], ...f.raw[6], ...f.raw[18]].map(text).join("\n"),
  ].join("\n").toLowerCase();
  const who = (f) => f.who ??= pairs(f.raw[4]).map(([, name]) => name).join(" → ");

  // "1500000.00 AMD" as people read it.
  const sums = new Intl.NumberFormat(document.documentElement.lang, {minimumFractionDigits: 2});
  const grouped = (words) => {
    const sum = /^(-?\d{1,13}\.\d\d) ([A-Z]{3})$/.exec(words);
    return sum ? sums.format(sum[1]).replace(/\s/g, "\u00a0") + "\u00a0" + sum[2] : words;
  };

  // --- elements ---

  const el = (tag, attributes, ...children) => {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {}))
      if (value !== undefined && value !== null) e.setAttribute(name, value);
    e.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
    return e;
  };
  const section = (title, ...children) =>
    children.some((c) => c) ? el("div", null, el("h3", null, title), ...children.filter((c) => c)) : null;
  const list = (items) => (items.length ? el("ul", null, ...items.map((i) => el("li", null, ...[i].flat()))) : null);
  const small = (words) => (words ? el("span", {class: "small"}, words) : null);

  // --- one finding ---

  const LONG = 24;
  const recordLine = ([file, line, ref], brief) => {
    const words = text(ref), said = brief && words.length > LONG ? words.slice(0, LONG / 2) + "…" : words;
    return (line ? text(file) + ":" + line : text(file)) + (said ? "  " + said : "");
  };
  const records = (f) => {
    const items = f.raw[3].map((r) => recordLine(r));
    if (f.count > items.length) items.push(_("further records") + ": " + (f.count - items.length));
    return section(_("Records"), list(items));
  };
  // What a fact is called, above the name by which conditions call it.
  const called = (name, words) => [words, words ? el("span", {class: "small"}, el("code", null, name)) : el("code", null, name)];
  const facts = (f) => {
    const rows = groups(f.raw[5], 3).map(([name, words, value]) =>
      el("tr", null, el("th", {scope: "row"}, ...called(name, words)), el("td", null, grouped(value))));
    return section(_("Facts as filed"), rows.length ? el("table", null, el("tbody", null, ...rows)) : null);
  };
  const reasoning = (f) => {
    const steps = [];
    for (let i = 0; i < f.raw[7].length; i += 3)
      steps.push([el("code", null, text(f.raw[7][i])), ": ", el("span", {class: "truth"}, truthWords[f.raw[7][i + 2]]),
        small(text(f.raw[7][i + 1]))]);
    const because = text(f.raw[8]);
    return section(_("Why"), because ? el("p", null, because) : null, list(steps));
  };
  // The picture of who owns whom is drawn from what the list below it tells, and from nothing else: owners stand above
  // what they own, the first that is owned at the bottom.
  const BOX = {width: 168, height: 44, gap: 24, step: 116, margin: 8, fits: 23};
  const svg = (tag, attributes, ...children) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    e.append(...children);
    return e;
  };
  const cut = (words) => {
    const letters = [...words];
    return letters.length > BOX.fits ? letters.slice(0, BOX.fits - 1).join("") + "…" : words;
  };
  // Each party once, its level the number of steps from the bottom.
  const partiesOf = (interests) => {
    const parties = new Map();
    for (const party of interests.flatMap((i) => [i.owned, i.owner]))
      parties.set(party.at, {...party, from: parties.get(party.at)?.from ?? party.from});
    const owns = new Set(interests.map((i) => i.owner.at));
    const bottom = [...parties.values()].filter((p) => !owns.has(p.at));
    const queue = bottom.length ? bottom : [parties.get(interests[0].owned.at)];
    const climb = () => {
      for (const below of queue)
        for (const i of interests.filter((i) => i.owned.at === below.at)) {
          const owner = parties.get(i.owner.at);
          if (owner.level !== undefined || queue.includes(owner)) continue;
          owner.level = below.level + 1;
          queue.push(owner);
        }
    };
    queue.forEach((p) => (p.level = 0));
    climb();
    for (const p of parties.values()) p.level ??= 0; // who only own each other
    return [...parties.values()];
  };
  const place = (parties) => {
    const levels = [];
    for (const p of parties) (levels[p.level] ??= []).push(p);
    const widest = Math.max(...levels.map((l) => l.length));
    for (const level of levels)
      level.forEach((p, i) => {
        p.x = BOX.margin + (i + (widest - level.length) / 2) * (BOX.width + BOX.gap);
        p.y = BOX.margin + (levels.length - 1 - p.level) * BOX.step;
      });
    return {width: 2 * BOX.margin + widest * (BOX.width + BOX.gap), height: 2 * BOX.margin + (levels.length - 1) * BOX.step + BOX.height};
  };
  const sides = ["", _("abroad"), ""], sideClasses = ["home", "abroad", "open"];
  const drawParty = (p) => svg("g", {class: sideClasses[p.side]},
    svg("title", {}, p.name + (p.from ? ` (${p.from})` : "")),
    svg("rect", {x: p.x, y: p.y, width: BOX.width, height: BOX.height, rx: p.body ? 4 : BOX.height / 2}),
    svg("text", {x: p.x + BOX.width / 2, y: p.y + (p.from ? 18 : 27)}, cut(p.name)),
    p.from ? svg("text", {x: p.x + BOX.width / 2, y: p.y + 35, class: "faint"}, [p.from, sides[p.side]].filter(Boolean).join(", ")) : "");
  // From the owner down to what it owns; where bodies own each other also up, beside the lines that go down, or in a bow.
  const wayOf = (owner, owned) => {
    const half = BOX.width / 2, aside = BOX.width / 6;
    if (owner.level > owned.level) {
      const x = owner.x + half, y = owner.y + BOX.height, to = owned.x + half;
      return {line: `M${x} ${y}C${x} ${y + 36} ${to} ${owned.y - 44} ${to} ${owned.y - 7}`, head: `M${to} ${owned.y}l-4 -8h8z`,
        x: (2 * x + to) / 3, y: y + 26 + 16 * (owner.at % 2)};
    }
    if (owner.level < owned.level) {
      const x = owner.x + aside, y = owner.y, to = owned.x + aside, end = owned.y + BOX.height;
      return {line: `M${x} ${y}C${x} ${y - 36} ${to} ${end + 44} ${to} ${end + 7}`, head: `M${to} ${end}l-4 8h8z`,
        x: (3 * x + to) / 4, y: y - 10};
    }
    const x = owner.x + BOX.width, y = owner.y + 14, to = owned.x + BOX.width, end = owned.y + 30;
    return {line: `M${x} ${y}C${x + 22} ${y} ${to + 26} ${end} ${to + 7} ${end}`, head: `M${to} ${end}l8 -4v8z`,
      x: (x + to) / 2, y: y - 18};
  };
  const drawInterest = (i, owner, owned) => {
    const way = wayOf(owner, owned);
    return [svg("g", {}, svg("title", {}, `${i.owner.name} → ${i.owned.name}: ${i.interest}`),
      svg("path", {d: way.line}), svg("path", {d: way.head, class: "head"})),
      svg("text", {x: way.x, y: way.y, class: "label"}, i.interest)];
  };
  const picture = (interests) => {
    const parties = partiesOf(interests), {width, height} = place(parties);
    const at = new Map(parties.map((p) => [p.at, p]));
    const drawn = interests.map((i) => drawInterest(i, at.get(i.owner.at), at.get(i.owned.at)));
    const name = _("Who owns whom");
    return el("div", {class: "scroll owners", role: "region", tabindex: 0, "aria-label": name},
      svg("svg", {viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": name},
        ...drawn.map(([line]) => line), ...parties.map(drawParty), ...drawn.map(([, label]) => label)));
  };
  const owners = (f) => {
    const interests = [];
    for (let i = 0; i < f.raw[16].length; i += 12) {
      const [owner, from, owned, interest, period, source] = f.raw[16].slice(i, i + 6).map(text);
      const [ownerAt, ownerIsBody, ownerSide, ownedAt, ownedIsBody, ownedSide] = f.raw[16].slice(i + 6, i + 12);
      interests.push({interest, period, source, owner: {at: ownerAt, name: owner, from, body: ownerIsBody, side: ownerSide},
        owned: {at: ownedAt, name: owned, body: ownedIsBody, side: ownedSide}});
    }
    const items = interests.map((i) =>
      [`${i.owner.name} (${i.owner.from}) → ${i.owned.name}: ${i.interest}`, small(i.period + "; " + i.source)]);
    if (f.raw[17]) items.push(_("and more") + ": " + f.raw[17]);
    return section(_("Who owns whom"), interests.length ? picture(interests) : null, list(items));
  };
  const listed = (f) => {
    const items = [];
    for (let i = 0; i < f.raw[18].length; i += 5) {
      const [role, score, entry, how, reason] = f.raw[18].slice(i, i + 5).map(text);
      items.push([role + ": ", el("strong", null, score), " " + entry, small(how), small(reason)]);
    }
    if (items.length && f.raw[19]) items.push(_("and more") + ": " + f.raw[19]);
    return section(_("Alike in a register"), list(items));
  };
  const sureness = (c) => _("confidence") + ": " + levelWords[c];
  const article = (a) => el("div", null, el("p", null, el("strong", null, a.citation)), a.summary ? el("p", null, a.summary) : null,
    small([[a.from, a.to].some(Boolean) ? a.from + " – " + (a.to || "…") : "", a.confidence === undefined ? "" : sureness(a.confidence), a.source].filter(Boolean).join("; ")),
    a.doubt ? el("p", {class: "doubt"}, _("In doubt") + ": " + a.doubt) : null);
  const limit = (l) => [l.title + " = ", el("strong", null, grouped(l.value)),
    small([l.id, sureness(l.confidence), l.source].filter(Boolean).join("; ")),
    l.doubt ? el("span", {class: "doubt small"}, _("In doubt") + ": " + l.doubt) : null];
  const law = (f) => section(f.day ? _("Law in force on") + " " + f.day : _("Law (the day is not known)"),
    ...f.law.articles.map(article), list(f.law.limits.map(limit)),
    f.law.exception ? el("p", null, _("Exception") + ": " + f.law.exception) : null);
  const detail = (f) => {
    const missing = pairs(f.raw[6]).map(([name, words]) => called(name, words));
    return el("div", null,
      f.must ? el("p", {class: "must"}, _("What must follow") + ": " + f.must) : null,
      f.rule.sanctions.length && f.outcome === 4 ? section(_("Sanctions"), list(f.rule.sanctions)) : null,
      missing.length ? section(_("Facts that are missing"), list(missing)) : null,
      el("div", {class: "columns-2"},
        el("div", null,
          section(_("Who"), list(pairs(f.raw[4]).map(([role, name]) => role + ": " + name))), listed(f), owners(f), facts(f), records(f)),
        el("div", null, reasoning(f), law(f))),
      f.rule.threat ? el("p", null, _("Guards against") + ": " + f.rule.threat) : null,
      f.rule.doubt ? el("p", {class: "doubt"}, _("In doubt") + ": " + f.rule.doubt) : null,
      small(sureness(f.confidence) + "; " + _("Finding") + " " + f.fingerprint));
  };

  // --- the list ---

  const state = {search: "", outcomes: new Set([2, 3, 4]), fields: {}, sort: "outcome", down: true, page: 0};
  let shown = findings, sorted = [], sortedBy = "";
  const opened = new Set();

  const keys = {
    outcome: (f) => f.outcome * 8 + f.rule.priority, rule: (f) => f.rule.title, priority: (f) => f.rule.priority,
    day: (f) => f.day, who, amount: (f) => parseFloat(f.amount) || 0, due: (f) => f.due || "9999",
    where: (f) => f.raw[3].length ? text(f.raw[3][0][0]) + String(f.raw[3][0][1]).padStart(12, "0") : "",
  };
  const collator = new Intl.Collator(document.documentElement.lang);
  // Ranks are worked out once a column: sorting again costs comparisons of numbers only.
  const ranks = {};
  const ranksOf = (column) => {
    if (ranks[column]) return ranks[column];
    const values = findings.map(keys[column]);
    const distinct = [...new Set(values)];
    distinct.sort(typeof values[0] === "number" ? (a, b) => a - b : collator.compare);
    const rank = new Map(distinct.map((v, i) => [v, i]));
    return (ranks[column] = values.map((v) => rank.get(v)));
  };

  const fits = (f, words, fields) => {
    if (!state.outcomes.has(f.outcome)) return false;
    for (const [name, value] of fields) {
      if (name === "missing") {
        if (!f.raw[6].some((n, i) => i % 2 === 0 && text(n) === value)) return false;
      } else if (name === "actor") {
        if (!f.raw[4].some((n, i) => i % 2 && text(n) === value)) return false;
      } else if (name === "month" ? !f.day.startsWith(value) : f.fields[name] !== value) return false;
    }
    return words.every((w) => sought(f).includes(w));
  };
  const choose = () => {
    const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
    const fields = Object.entries(state.fields);
    if (sortedBy !== state.sort + state.down) {
      const rank = ranksOf(state.sort), sign = state.down ? -1 : 1;
      sorted = [...findings].sort((a, b) => sign * (rank[a.number] - rank[b.number]) || a.number - b.number);
      sortedBy = state.sort + state.down;
    }
    shown = sorted.filter((f) => fits(f, words, fields));
  };

  const row = (f, open) => {
    const at = f.raw[3].length ? recordLine(f.raw[3][0], true).replace(/^.*\//, "") : ""; // its folder, and all of a long reference, are told within
    const id = "finding-" + f.number;
    const button = el("button", {type: "button", class: "open-it", "aria-expanded": String(open), "aria-controls": id,
      "data-number": f.number}, f.rule.title);
    const name = outcomes[f.outcome];
    const cell = (label, kind, ...children) => el("td", {role: "cell", "data-label": label || null, class: kind || null}, ...children);
    return el("tr", {role: "row", class: open ? "open" : null},
      cell("", "outcome", el("span", {class: "is " + name}, outcomeWords[f.outcome])),
      cell("", "", button, small(f.rule.id)),
      cell(_("Priority"), "", f.fields.priority), cell(_("Date"), "day", f.day), cell(_("Who"), "", who(f)),
      cell(_("Amount"), "n", grouped(f.amount)),
      cell(_("Record"), "", at, f.count > 1 ? small(_("records") + ": " + f.count) : null), cell(_("Due"), "day", f.due));
  };
  const detailRow = (f) => el("tr", {role: "row", class: "detail", id: "finding-" + f.number},
    el("td", {role: "cell", colspan: 8}, detail(f)));
  const fill = (from, to, all) => {
    const rows = [];
    for (const f of shown.slice(from, to)) {
      const open = all || opened.has(f.number);
      rows.push(row(f, open));
      if (open) rows.push(detailRow(f));
    }
    $("rows").replaceChildren(...rows);
  };
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const tell = (note) => {
    $("count").textContent = number.format(shown.length) + " / " + number.format(findings.length) + " " + _("findings") + (note || "");
  };
  const show = () => {
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    state.page = Math.min(Math.max(state.page, 0), pages - 1);
    fill(state.page * PAGE, (state.page + 1) * PAGE, false);
    tell();
    $("page").textContent = _("Page") + " " + (state.page + 1) + " / " + pages;
    $("back").disabled = state.page === 0;
    $("on").disabled = state.page === pages - 1;
    for (const th of document.querySelectorAll("#list th[data-sort]"))
      if (th.dataset.sort === state.sort) th.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    const extra = Object.entries(state.fields).filter(([name]) => !document.querySelector(`select[data-field="${name}"]`));
    $("chosen").replaceChildren(...extra.map(([name, value]) =>
      el("button", {type: "button", "data-drop": name, "aria-label": _("Remove this filter") + ": " + value}, value + " ✕")));
  };
  const renew = () => {
    state.page = 0;
    choose();
    show();
  };

  // --- what the reader does ---

  const select = (name) => document.querySelector(`select[data-field="${name}"]`);
  const setField = (name, value) => {
    if (value) state.fields[name] = value;
    else delete state.fields[name];
    const box = select(name);
    if (!box) return;
    if (value && ![...box.options].some((o) => o.value === value)) box.append(el("option", {value}, value));
    box.value = value;
  };
  const offer = (name, label, order) => {
    const seen = new Map();
    for (const f of findings) if (f.fields[name]) seen.set(f.fields[name], label ? label(f) : f.fields[name]);
    const values = [...seen].sort(order || ((a, b) => collator.compare(a[1], b[1])));
    select(name).append(...values.map(([value, words]) => el("option", {value}, words)));
  };
  const byLevel = ([a], [b]) => levelWords.indexOf(b) - levelWords.indexOf(a);
  offer("priority", null, byLevel);
  offer("confidence", null, byLevel);
  offer("jurisdiction", (f) => data.jurisdictions[f.rule.jurisdiction]);
  offer("rule", (f) => f.rule.title);
  offer("month");

  $("search").addEventListener("input", (e) => {
    state.search = e.target.value;
    renew();
  });
  $("filter").addEventListener("submit", (e) => e.preventDefault());
  $("filter").addEventListener("change", (e) => {
    if (e.target.id === "search") return; // told by "input"; a list made anew on leaving the box would swallow the click
    if (e.target.name === "outcome") state.outcomes[e.target.checked ? "add" : "delete"](Number(e.target.value));
    if (e.target.dataset.field) setField(e.target.dataset.field, e.target.value);
    renew();
  });
  $("filter").addEventListener("reset", () => {
    Object.assign(state, {search: "", outcomes: new Set([2, 3, 4]), fields: {}});
    setTimeout(renew);
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[data-field]"), sort = e.target.closest("th[data-sort]");
    const open = e.target.closest(".open-it"), drop = e.target.closest("[data-drop]");
    if (link) {
      setField(link.dataset.field, link.dataset.value);
      renew();
      $("findings-title").focus();
    } else if (sort) {
      state.down = state.sort === sort.dataset.sort ? !state.down : ["outcome", "priority", "amount"].includes(sort.dataset.sort);
      state.sort = sort.dataset.sort;
      renew();
    } else if (open) {
      const number = Number(open.dataset.number);
      if (!opened.delete(number)) opened.add(number);
      show();
      document.querySelector(`.open-it[data-number="${number}"]`).focus();
    } else if (drop) {
      setField(drop.dataset.drop, "");
      renew();
      $("findings-title").focus();
    }
  });
  const turn = (by) => {
    state.page += by;
    show();
    $("list").scrollIntoView();
  };
  $("back").addEventListener("click", () => turn(-1));
  $("on").addEventListener("click", () => turn(1));
  // On paper everything that was chosen is told in full.
  addEventListener("beforeprint", () => {
    fill(0, MOST_PRINTED, true);
    if (shown.length > MOST_PRINTED) tell("; " + _("printed are the first") + " " + MOST_PRINTED);
  });
  addEventListener("afterprint", show);

  for (const [id, role] of [["list", "table"], ["rows", "rowgroup"]]) $(id).setAttribute("role", role);
  document.querySelector("#list thead").setAttribute("role", "rowgroup");
  document.querySelector("#list thead tr").setAttribute("role", "row");
  for (const th of document.querySelectorAll("#list thead th")) th.setAttribute("role", "columnheader");
  document.body.classList.add("live");
  renew();
  // What is searched is gathered while nothing else is to do, so that the first search is quick, too.
  let gathered = 0;
  const gather = (deadline) => {
    while (gathered < findings.length && deadline.timeRemaining() > 1)
      for (let i = 0; i < 100 && gathered < findings.length; i++) sought(findings[gathered++]);
    if (gathered < findings.length) requestIdleCallback(gather);
  };
  if (self.requestIdleCallback) requestIdleCallback(gather);
})();
