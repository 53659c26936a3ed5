-- SPDX-License-Identifier: Apache-2.0
--- Goods or services that stand in the books below what they cost on the market.
-- Statutes that book free and cheap goods at market value use it, so that a gift cannot hide in a low price.
-- The difference is what a sanction in multiples of the unbooked sum starts from.

local function check(record, law)
  return law.finding {
    because = "it is booked below its value on the market",
    booked = record.amount,
    market_value = record.market_value,
    unbooked = record.market_value - record.amount,
  }
end

return {
  api = 1,
  name = "spending-undervalued",
  summary = "Goods or services booked below their market value",
  record = "expenditure",
  params = {
    undervalued = { type = "condition", doc = "which spending is booked below its value" },
  },
  where = "undervalued",
  check = check,
}
