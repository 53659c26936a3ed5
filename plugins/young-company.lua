-- SPDX-License-Identifier: Apache-2.0
--- A gift of a body that was founded shortly before: a sign that it was founded to give.
-- No statute: a pattern that supervisors look for.

local function check(record, law)
  return law.finding {
    because = "the donor was founded shortly before the gift",
    founded = record.donor.founded,
    amount = record.amount,
  }
end

return {
  api = 1,
  name = "young-company",
  summary = "A gift of a body that was founded shortly before",
  record = "donation",
  params = {
    age = { type = "duration", doc = "younger than this is a sign" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts and received < donor.founded + age",
  check = check,
}
