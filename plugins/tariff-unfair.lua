-- SPDX-License-Identifier: Apache-2.0
--- A price for campaign airtime that is higher than the law allows, or that was changed when it may not be.
-- Statutes on equal access to the media use it.

local function check(record, law)
  return law.finding {
    because = "the price of campaign airtime is not one that the law allows",
    price = record.price,
    commercial_price = record.commercial_price,
    changed = record.changed,
  }
end

return {
  api = 1,
  name = "tariff-unfair",
  summary = "A price for campaign airtime that the law does not allow",
  record = "tariff",
  params = {
    unfair = { type = "condition", doc = "which prices are not allowed" },
  },
  where = "unfair",
  check = check,
}
