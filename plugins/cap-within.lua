-- SPDX-License-Identifier: Apache-2.0
--- One donor gives more than a limit within any span of so many days or months.
-- The core finds the spans: of those that overlap it tells the largest, with its first and last day.

local function check(group, law)
  return law.finding {
    because = "the donations of one donor within that time add up to more than the limit",
    total = group.total,
    cap = law.cap,
    excess = group.total - law.cap,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "cap-within",
  summary = "One donor gives more than a limit within any span of so many days or months",
  record = "donation",
  params = {
    cap = { type = "money", doc = "the most that one donor may give within the span" },
    span = { type = "duration", doc = "the span of time, like 30 days" },
    gifts = { type = "number", default = "1", doc = "from how many gifts on it counts" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    per = {
      type = "expression",
      default = "identity(recipient)",
      doc = "for what the limit counts: identity(recipient), or a text for all recipients together",
    },
  },
  where = "counts",
  group_by = { "identity(donor)", "per" },
  within = "span",
  sum = { total = "amount" },
  having = "total > cap and count >= gifts",
  check = check,
}
