-- SPDX-License-Identifier: Apache-2.0
--- A loan from somebody who may not lend.

local function check(record, law)
  return law.finding {
    because = "the lender belongs to those who may not lend",
    lender_kind = record.lender.kind,
    lender_country = record.lender.country,
    incorporated_in = record.lender.incorporated_in,
  }
end

return {
  api = 1,
  name = "prohibited-lender",
  summary = "A loan from somebody who may not lend",
  record = "loan",
  params = {
    barred = { type = "condition", doc = "which loans come from a lender that is barred" },
  },
  where = "barred",
  check = check,
}
