-- SPDX-License-Identifier: Apache-2.0
--- Frozen: a rule about groups within any span of time.

local function check(group, law)
  return law.finding { total = group.total, first = group.first_day, last = group.last_day }
end

return {
  api = 1,
  name = "api1-window",
  summary = "Frozen: windows",
  record = "donation",
  params = {
    limit = { type = "money", doc = "the limit" },
    span = { type = "duration", doc = "the span" },
  },
  where = "true",
  group_by = { "identity(recipient)" },
  within = "span",
  sum = { total = "amount" },
  having = "total > limit",
  check = check,
}
