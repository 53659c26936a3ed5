-- SPDX-License-Identifier: Apache-2.0
--- A donation that the person denies in whose name it was recorded.
-- Statutes against gifts in another person's name use it. A denial is no proof: the finding asks for an
-- inquiry.

local function check(record, law)
  return law.finding {
    because = "the person in whose name it was recorded denies having given it",
    amount = record.amount,
    received = record.received,
    payment = record.payment,
  }
end

return {
  api = 1,
  name = "donor-denies",
  summary = "A donation that its donor denies",
  record = "donation",
  params = {
    denied = { type = "condition", doc = "which donations are denied" },
  },
  where = "denied",
  check = check,
}
