-- SPDX-License-Identifier: Apache-2.0
--- A donor gave so much within a period that it must report its own income.
-- That the duty has begun is no breach; whether the report came is another matter.

local function check(group, law)
  return law.finding {
    because = "the donor gave more within the period than the sum from which it must report itself",
    total = group.total,
    threshold = law.threshold,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "own-report-due",
  summary = "A donor gave so much within a period that it must report its own income",
  record = "donation",
  params = {
    threshold = { type = "money", doc = "the sum above which the donor must report itself" },
    counts = { type = "condition", default = "true", doc = "which donations count" },
    period = { type = "period", default = "calendar-year", doc = "what the sum counts over" },
  },
  where = "counts",
  group_by = { "identity(donor)", "period(received, period)" },
  sum = { total = "amount" },
  having = "total > threshold",
  check = check,
}
