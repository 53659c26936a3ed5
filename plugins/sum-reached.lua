-- SPDX-License-Identifier: Apache-2.0
--- The gifts of one donor in one period together reach a limit from which on they may not be kept.
-- Where a law says "at least": a limit that may be given, "more than", is that of contribution-cap.

local function check(group, law)
  return law.finding {
    because = "the gifts of one donor in one period together reach the limit",
    total = group.total,
    limit = law.limit,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "sum-reached",
  summary = "The gifts of one donor in one period together reach a limit",
  record = "donation",
  params = {
    limit = { type = "money", doc = "the sum from which on the gifts may not be kept" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    period = { type = "period", default = "calendar-year", doc = "what the limit counts over" },
    per = {
      type = "expression",
      default = "identity(recipient)",
      doc = "for what the limit counts: identity(recipient), or a text for all recipients together",
    },
  },
  where = "counts",
  group_by = { "identity(donor)", "per", "period(received, period)" },
  sum = { total = "amount" },
  having = "total >= limit",
  check = check,
}
