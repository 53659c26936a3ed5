-- SPDX-License-Identifier: Apache-2.0
--- Many gifts of the same sum to one recipient on one day: a sign that one purse stands behind them.
-- No statute: a pattern that supervisors look for. It counts gifts, so several gifts of one person look the
-- same.

local function check(group, law)
  return law.finding {
    because = "so many gifts of the same sum came on one day",
    gifts = group.count,
    total = group.total,
    threshold = law.gifts,
  }
end

return {
  api = 1,
  name = "same-day-same-sum",
  summary = "Many equal gifts to one recipient on one day",
  record = "donation",
  params = {
    gifts = { type = "number", doc = "from how many gifts on it is a sign" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts",
  group_by = { "identity(recipient)", "amount", 'period(received, "day")' },
  sum = { total = "amount" },
  having = "count >= gifts",
  check = check,
}
