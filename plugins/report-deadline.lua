-- SPDX-License-Identifier: Apache-2.0
--- A periodic report that was filed after its term.

local function check(record, law)
  local days = record.filed - record.to
  return law.finding {
    because = "it was filed after the term had ended",
    to = record.to,
    filed = record.filed,
    days = days,
    allowed = law.within,
  }
end

return {
  api = 1,
  name = "report-deadline",
  summary = "A periodic report was filed after its term",
  record = "report",
  params = {
    applies = { type = "condition", default = "true", doc = "which reports have the term" },
    within = { type = "duration", doc = "the time after the last day that the report covers" },
  },
  where = "applies and filed > to + within",
  check = check,
}
