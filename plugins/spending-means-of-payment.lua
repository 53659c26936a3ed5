-- SPDX-License-Identifier: Apache-2.0
--- A payment made in a way in which it may not be made: in banknotes, in crypto-assets.
-- Statutes that want the payments of parties or campaigns to go through banks use it; means-of-payment is its
-- sister for donations.

local function check(record, law)
  return law.finding {
    because = "it was paid in a way that the law does not allow",
    spender_kind = record.spender.kind,
    payment = record.payment,
    amount = record.amount,
  }
end

return {
  api = 1,
  name = "spending-means-of-payment",
  summary = "A payment made in a way that the law does not allow",
  record = "expenditure",
  params = {
    barred = {
      type = "condition",
      doc = "which payments were made in a way that is not allowed",
    },
  },
  where = "barred",
  check = check,
}
