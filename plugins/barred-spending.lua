-- SPDX-License-Identifier: Apache-2.0
--- Money spent on a campaign by somebody who may not spend it, or not so much, or not that money.

local function check(record, law)
  return law.finding {
    because = "the law bars this spender from this spending",
    spender_kind = record.spender.kind,
    spender_citizenship = record.spender.citizenship,
    foreign_funds = record.foreign_funds,
  }
end

return {
  api = 1,
  name = "barred-spending",
  summary = "Campaign spending by somebody who may not spend it",
  record = "expenditure",
  params = {
    barred = { type = "condition", doc = "which spending is barred" },
  },
  where = "barred",
  check = check,
}
