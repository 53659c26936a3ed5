-- SPDX-License-Identifier: Apache-2.0
--- A campaign account that is kept at another bank than the law names.
-- Statutes that name the bank of campaign funds, by the sort of election, use it.

local function check(record, law)
  return law.finding {
    because = "the account is kept at another bank than the law names",
    at_central_bank = record.at_central_bank,
    election_level = record.election_level,
  }
end

return {
  api = 1,
  name = "account-in-wrong-bank",
  summary = "A campaign account kept at another bank than the law names",
  record = "account",
  params = {
    wrong = {
      type = "condition",
      doc = "which accounts are kept at a bank that the law does not name for them",
    },
  },
  where = "wrong",
  check = check,
}
