-- SPDX-License-Identifier: Apache-2.0
--- One donor gives more than the cap for one election, whatever the years in which the gifts fall.
-- The core groups and sums; this file only says what a breach is.

local function check(group, law)
  return law.finding {
    because = "the donations of one donor for one election add up to more than the cap",
    total = group.total,
    cap = law.cap,
    excess = group.total - law.cap,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "election-cap",
  summary = "One donor gives more than the cap for one election",
  record = "donation",
  params = {
    cap = { type = "money", doc = "the most that one donor may give for one election" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    per = {
      type = "expression",
      default = "identity(recipient)",
      doc = "for what the cap counts: identity(recipient), or a text for all recipients together",
    },
  },
  where = "counts",
  group_by = { "identity(donor)", "per", "election_day" },
  sum = { total = "amount" },
  having = "total > cap",
  check = check,
}
