-- SPDX-License-Identifier: Apache-2.0
--- Two ledgers of the same flow that do not agree.
-- Statutes that let two authorities watch an account and the fund that it feeds use it. The flow may be booked
-- on another day on the other side: only days that are far enough back are compared.

local function check(record, law)
  return law.finding {
    because = "the two ledgers of the same flow do not agree",
    left_account = record.left_account,
    entered_fund = record.entered_fund,
    difference = record.left_account - record.entered_fund,
  }
end

return {
  api = 1,
  name = "ledger-mismatch",
  summary = "What left an account is not what its fund took in",
  record = "ledger",
  params = {
    settled = {
      type = "number",
      doc = "after how many working days both sides must show a payment",
    },
  },
  where = "left_account ~= entered_fund and working_days_since >= settled",
  check = check,
}
