-- SPDX-License-Identifier: Apache-2.0
--- A donation that came in a way in which it may not be paid: in banknotes, through a foreign
-- account.

local function check(record, law)
  return law.finding {
    because = "the donation was paid in a way that the law does not allow",
    amount = record.amount,
    payment = record.payment,
    paid_from_country = record.paid_from_country,
  }
end

return {
  api = 1,
  name = "means-of-payment",
  summary = "A donation paid in a way that the law does not allow",
  record = "donation",
  params = {
    barred = { type = "condition", doc = "which donations were paid in a way that is not allowed" },
  },
  where = "barred",
  check = check,
}
