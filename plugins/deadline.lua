-- SPDX-License-Identifier: Apache-2.0
--- Something was done later than the law allows after a day on which its term began.

local function check(_, law)
  local days = law.done - law.clock
  return law.finding {
    because = "it was done after the term had ended",
    began = law.clock,
    done = law.done,
    days = days,
    allowed = law.within,
  }
end

return {
  api = 1,
  name = "deadline",
  summary = "Something was done after its term had ended",
  record = "donation",
  params = {
    applies = { type = "condition", default = "true", doc = "which donations have the term" },
    clock = { type = "expression", doc = "the day on which the term begins" },
    done = { type = "expression", doc = "the day on which it was done" },
    within = { type = "duration", doc = "how long the term is" },
  },
  where = "applies and done > clock + within",
  check = check,
}
