-- SPDX-License-Identifier: Apache-2.0
--- Campaign spending that was not paid out of the campaign fund.
-- Statutes that let only a fund under supervision pay for a campaign use it.

local function check(record, law)
  return law.finding {
    because = "the campaign was paid for with money from outside the campaign fund",
    spender_kind = record.spender.kind,
    category = record.category,
    amount = record.amount,
  }
end

return {
  api = 1,
  name = "spending-outside-fund",
  summary = "Campaign spending that was not paid out of the fund",
  record = "expenditure",
  params = {
    outside = {
      type = "condition",
      doc = "which spending had to come out of the fund and did not",
    },
  },
  where = "outside",
  check = check,
}
