-- SPDX-License-Identifier: Apache-2.0
--- One donor gives nearly all that a recipient gets: who pays for all may stand behind the recipient.
-- No statute: a pattern that supervisors look for.

local function check(group, law)
  return law.finding {
    because = "one donor gave more than that share of what the recipient got",
    largest = group.top,
    total = group.total,
    donors = group.givers,
    gifts = group.count,
    percent = law.percent,
  }
end

return {
  api = 1,
  name = "single-source",
  summary = "One donor gives nearly all that a recipient gets",
  record = "donation",
  params = {
    percent = { type = "number", doc = "the share, in percent, above which it is a sign" },
    gifts = { type = "number", doc = "from how many gifts on the share says something" },
    donor = { type = "expression", default = "identity(donor)", doc = "what tells donors apart" },
    period = { type = "period", default = "calendar-year", doc = "what counts together" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts",
  group_by = { "identity(recipient)", "period(received, period)" },
  sum = { total = "amount" },
  distinct = { givers = "donor" },
  largest = { top = { sum = "amount", of = "givers" } },
  having = "count >= gifts and top * 100 > total * percent",
  check = check,
}
