-- SPDX-License-Identifier: Apache-2.0
--- Several donors who share a trait give the same large sum to one recipient within some days: one
-- purse may stand behind them. No statute: a pattern that supervisors look for. Donors are counted,
-- not gifts; who two gifts of one donor are is said by `donor`, as names are all that many filings
-- tell.

local function check(group, law)
  return law.finding {
    because = "so many donors who share a trait gave the same sum within that time",
    donors = group.givers,
    total = group.total,
    threshold = law.donors,
  }
end

return {
  api = 1,
  name = "straw-cluster",
  summary = "Several donors who share a trait give the same large sum within some days",
  record = "donation",
  params = {
    donors = { type = "number", doc = "from how many donors on it is a sign" },
    span = { type = "duration", doc = "within how long" },
    trait = { type = "expression", doc = "what the donors share" },
    donor = { type = "expression", default = "identity(donor)", doc = "what tells donors apart" },
    counts = { type = "condition", default = "true", doc = "which gifts count: large ones" },
  },
  where = "counts",
  group_by = { "identity(recipient)", "amount", "trait" },
  within = "span",
  sum = { total = "amount" },
  distinct = { givers = "donor" },
  having = "givers >= donors",
  check = check,
}
