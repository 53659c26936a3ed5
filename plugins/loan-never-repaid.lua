-- SPDX-License-Identifier: Apache-2.0
--- A loan of which nothing was paid back for years: it may be a gift under another name.
-- No statute: a pattern that supervisors look for.

local function check(record, law)
  return law.finding {
    because = "nothing of the loan was paid back for so long",
    outstanding = record.outstanding,
    entered = record.entered,
    last_reported = record.reported,
    status = record.status,
  }
end

return {
  api = 1,
  name = "loan-never-repaid",
  summary = "A loan of which nothing was paid back for years",
  record = "loan",
  params = {
    age = { type = "duration", doc = "for how long" },
    counts = { type = "condition", default = "true", doc = "which loans count" },
    unpaid = { type = "condition", doc = "nothing was paid back, and it is still owed" },
  },
  where = "counts and reported >= entered + age and unpaid",
  check = check,
}
