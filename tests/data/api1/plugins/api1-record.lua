-- SPDX-License-Identifier: Apache-2.0
--- Frozen: a rule about single records that uses every function of api 1.

local function ordered(t)
  local keys = {}
  for k in pairs(t) do
    table.insert(keys, tostring(k))
  end
  table.sort(keys, function(a, b)
    return a > b
  end)
  table.sort(keys)
  return table.concat(keys, "+", 1, #keys)
end

local function texts()
  local s = ("Ab"):rep(2):lower():upper()
  assert(s == "ABAB" and s:len() == 4 and s:sub(2, 3) == "BA" and s:byte() == 65)
  assert(text.matches(s, "^(AB)+$") and text.trim("  x ") == "x")
  assert(type(s) == "string" and tonumber("7") == 7 and tostring(nil) == "nil")
  return s
end

local function numbers()
  local list, n = { 3, 1, 2 }, 0
  for _, v in ipairs(list) do
    n = n + v
  end
  assert(table.remove(list) == 2 and select("#", table.unpack(list)) == 2)
  assert(math.abs(-1) == 1 and math.floor(1.5) == 1 and math.tointeger(2.0) == 2)
  return math.max(n, 1) + math.min(1, 2)
end

local function check(record, law)
  local ok = pcall(error, "caught")
  log("seen", record.amount, ok)
  if record.memo then
    return law.indicator { amount = record.amount }
  elseif record.recipient.kind == "candidate" then
    return law.clear()
  elseif record.donor.name == nil then
    return law.undetermined { because = "nobody said who gave" }
  elseif record.donor.name == "Nobody" then
    return nil
  elseif record.donor["kind"] == "company" then
    return law.violation { share = record.donor.foreign_share, kind = record["donor.kind"] }
  end
  return law.finding {
    because = "above the limit on " .. tostring(record.received),
    excess = record.amount - law.limit,
    both = record.amount + law.limit,
    over = record.amount > law.limit,
    at_most = record.amount <= law.limit,
    due = record.received + law.term,
    before = record.received - law.term,
    days = record.received - law.since,
    text = texts(),
    number = numbers(),
    keys = ordered { b = 1, a = 2, [1] = 3 },
  }
end

return {
  api = 1,
  name = "api1-record",
  summary = "Frozen: every function of api 1",
  record = "donation",
  params = {
    limit = { type = "money", doc = "the limit" },
    term = { type = "duration", default = "10 days", doc = "a term" },
    since = { type = "expression", doc = "a day" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    label = { type = "text", default = "x", doc = "a text" },
  },
  where = 'counts and amount > limit and label == "x"',
  check = check,
}
