-- SPDX-License-Identifier: Apache-2.0
--- A political advertisement that began at a time when the law bars it.

local function check(record, law)
  return law.finding {
    because = "the advertisement began at a time when the law bars it",
    start = record.start,
    buyer = record.buyer.name,
    payer = record.payer.name,
  }
end

return {
  api = 1,
  name = "ad-barred-time",
  summary = "A political advertisement that began at a time when the law bars it",
  record = "ad",
  params = {
    barred = { type = "condition", doc = "which advertisements began at a barred time" },
  },
  where = "barred",
  check = check,
}
