-- SPDX-License-Identifier: Apache-2.0
--- Donations that both sides have to return, and that stand in the return of one side alone.
-- Both returns are given to the same check; names are compared as the two returns write them.

local function check(group, law)
  return law.finding {
    because = "only one side's return tells of the donations",
    total = group.total,
    threshold = law.threshold,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "one-sided-donation",
  summary = "A donation that stands in the return of one side alone",
  record = "donation",
  params = {
    threshold = { type = "money", doc = "the sum above which both sides return it" },
    counts = { type = "condition", default = "true", doc = "which donations both return" },
    period = { type = "expression", doc = "what the returns are about: a year" },
  },
  where = "counts",
  group_by = { "donor.name", "recipient.name", "period" },
  sum = { total = "amount" },
  distinct = { sides = "told_by" },
  having = "total > threshold and sides < 2",
  check = check,
}
