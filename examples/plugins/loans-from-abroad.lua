-- SPDX-License-Identifier: Apache-2.0
--- Loans that a party took from lenders abroad in one period come to more than a share of its income.
-- For statutes that let parties borrow abroad, but not live from it.

local function check(group, law)
  return law.finding {
    because = "lenders abroad lent more than " .. law.percent .. " % of the party's income",
    total = group.total,
    loans = group.count,
    lenders = group.lenders,
    income = law.income,
    percent = law.percent,
  }
end

return {
  api = 1,
  name = "loans-from-abroad",
  summary = "Loans from abroad above a share of the party's income",
  record = "loan",
  params = {
    abroad = { type = "condition", doc = "which loans come from a lender abroad" },
    income = { type = "money", doc = "the party's income in the period" },
    percent = { type = "number", doc = "how much of the income may be borrowed abroad, in percent" },
    period = { type = "period", default = "calendar-year", doc = "what counts together" },
  },
  where = 'borrower.kind == "party" and abroad',
  group_by = { "identity(borrower)", "period(entered, period)" },
  sum = { total = "amount" },
  distinct = { lenders = "identity(lender)" },
  having = "total * 100 > income * percent",
  check = check,
}
