-- SPDX-License-Identifier: Apache-2.0
--- Frozen: a rule about groups, with sums and different values.

local function check(group, law)
  return law.finding {
    because = group.count .. " gifts of " .. group.donors .. " donors",
    total = group.total,
    excess = group.total - law.limit,
  }
end

return {
  api = 1,
  name = "api1-group",
  summary = "Frozen: groups",
  record = "donation",
  params = {
    limit = { type = "money", doc = "the limit" },
    period = { type = "period", default = "calendar-year", doc = "what it counts over" },
    least = { type = "number", default = "2", doc = "from how many gifts on" },
  },
  where = "known(amount)",
  group_by = { "identity(recipient)", "period(received, period)" },
  sum = { total = "amount" },
  distinct = { donors = "identity(donor)" },
  having = "total > limit and count >= least",
  check = check,
}
