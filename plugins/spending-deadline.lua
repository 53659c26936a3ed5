-- SPDX-License-Identifier: Apache-2.0
--- Spending that was reported later than the law allows after a day on which its term began.

local function check(record, law)
  local days = record.reported - law.clock
  return law.finding {
    because = "it was reported after the term had ended",
    began = law.clock,
    reported = record.reported,
    days = days,
    allowed = law.within,
  }
end

return {
  api = 1,
  name = "spending-deadline",
  summary = "Spending was reported after the term for it had ended",
  record = "expenditure",
  params = {
    applies = { type = "condition", default = "true", doc = "which spending has the term" },
    clock = { type = "expression", doc = "the day on which the term begins" },
    within = { type = "duration", doc = "how long the term is" },
  },
  where = "applies and reported > clock + within",
  check = check,
}
