-- SPDX-License-Identifier: Apache-2.0
--- Many gifts to one recipient in one year from donors who share an employer, a telephone, an address or a
-- teller.
-- No statute: a pattern that supervisors look for. It counts gifts, so several gifts of one person look the
-- same.

local function check(group, law)
  return law.finding {
    because = "so many gifts share one trait",
    gifts = group.count,
    total = group.total,
    threshold = law.gifts,
  }
end

return {
  api = 1,
  name = "donor-cluster",
  summary = "Many gifts from donors who share an employer, a telephone, an address or a teller",
  record = "donation",
  params = {
    gifts = { type = "number", doc = "from how many gifts on it is a sign" },
    trait = { type = "expression", doc = "what the donors share" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts",
  group_by = { "identity(recipient)", "trait", 'period(received, "calendar-year")' },
  sum = { total = "amount" },
  having = "count >= gifts",
  check = check,
}
