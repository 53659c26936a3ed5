-- SPDX-License-Identifier: Apache-2.0
--- A payment whose way asks where the money comes from: a listed bank, an account abroad.
-- No statute: a pattern that supervisors look for.

local function check(record, law)
  return law.finding {
    because = "the way of the payment asks where the money comes from",
    payment = record.payment,
    paid_from_country = record.paid_from_country,
    bank_listed = record.bank_listed,
  }
end

return {
  api = 1,
  name = "payment-trace",
  summary = "A payment whose way asks where the money comes from",
  record = "donation",
  params = {
    asks = { type = "condition", doc = "which payments ask for a look" },
  },
  where = "asks",
  check = check,
}
