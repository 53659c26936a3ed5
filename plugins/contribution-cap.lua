-- SPDX-License-Identifier: Apache-2.0
--- One donor gives more than the cap within a period.
-- The core groups and sums; this file only says what a breach is.

local function check(group, law)
  return law.finding {
    because = "the donations of one donor in one period add up to more than the cap",
    total = group.total,
    cap = law.cap,
    excess = group.total - law.cap,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "contribution-cap",
  summary = "One donor gives more than the cap within a period",
  record = "donation",
  params = {
    cap = { type = "money", doc = "the most that one donor may give in one period" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    period = { type = "period", default = "calendar-year", doc = "what the cap counts over" },
    per = {
      type = "expression",
      default = "identity(recipient)",
      doc = "for what the cap counts: identity(recipient), or a text for all recipients together",
    },
  },
  where = "counts",
  group_by = { "identity(donor)", "per", "period(received, period)" },
  sum = { total = "amount" },
  having = "total > cap",
  check = check,
}
