-- SPDX-License-Identifier: Apache-2.0
--- Something was done after a term of working days had ended.
-- Days from Monday to Friday are counted: a public holiday makes the true term longer, so a finding asks for a look at
-- the calendar.

local function check(_, law)
  return law.finding {
    because = "it was done after the term of working days, holidays not counted",
    began = law.clock,
    done = law.done,
    allowed = law.within,
  }
end

return {
  api = 1,
  name = "working-day-deadline",
  summary = "Something was done after a term of working days had ended",
  record = "donation",
  params = {
    applies = { type = "condition", default = "true", doc = "which donations have the term" },
    clock = { type = "expression", doc = "the day on which the term begins" },
    done = { type = "expression", doc = "the day on which it was done" },
    within = { type = "number", doc = "how many working days the term has" },
  },
  where = "applies and weekdays(clock, done) > within",
  check = check,
}
