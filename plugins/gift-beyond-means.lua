-- SPDX-License-Identifier: Apache-2.0
--- A gift that is large beside what its donor has declared to own and earn.
-- No statute: a pattern that supervisors look for, because a donor may only have lent the name.

local function check(record, law)
  return law.finding {
    because = "the gift is large beside the means that the donor declared",
    amount = record.amount,
    declared_means = record.donor.declared_means,
  }
end

return {
  api = 1,
  name = "gift-beyond-means",
  summary = "A gift that is large beside the donor's declared means",
  record = "donation",
  params = {
    beyond = { type = "condition", doc = "which gifts are large beside the means" },
  },
  where = "beyond",
  check = check,
}
