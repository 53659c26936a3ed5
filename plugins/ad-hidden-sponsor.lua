-- SPDX-License-Identifier: Apache-2.0
--- An advertisement whose source does not show: a page without an owner, a bill in foreign money.
-- No statute: a pattern that supervisors look for.

local function check(record, law)
  return law.finding {
    because = "who stands behind the advertisement does not show",
    publisher = record.publisher.name,
    payer = record.payer.name,
    buyer_country = record.buyer.country,
  }
end

return {
  api = 1,
  name = "ad-hidden-sponsor",
  summary = "An advertisement whose source does not show",
  record = "ad",
  params = {
    hidden = { type = "condition", doc = "which advertisements ask who stands behind them" },
  },
  where = "hidden",
  check = check,
}
