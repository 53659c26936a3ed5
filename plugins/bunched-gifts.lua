-- SPDX-License-Identifier: Apache-2.0
--- Most of what a recipient got in a period came in gifts of nearly the same size, as just under a limit.
-- No statute: a pattern that supervisors look for. `near` says which gifts these are.

local function check(group, law)
  return law.finding {
    because = "so large a part of the money came in gifts of that size",
    at_limit = group.at_limit,
    total = group.total,
    gifts = group.count,
    percent = law.percent,
  }
end

return {
  api = 1,
  name = "bunched-gifts",
  summary = "Most of a recipient's money came in gifts of nearly the same size",
  record = "donation",
  params = {
    near = { type = "condition", doc = "which gifts are of that size" },
    percent = { type = "number", doc = "from how many percent of the money on it is a sign" },
    gifts = { type = "number", doc = "from how many gifts in all on it is a sign" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
    period = { type = "period", default = "calendar-year", doc = "what they are counted over" },
  },
  where = "counts",
  group_by = { "identity(recipient)", "period(received, period)" },
  sum = { total = "amount", at_limit = "part_if(amount, near)" },
  having = "count >= gifts and at_limit * 100 >= total * percent",
  check = check,
}
