-- SPDX-License-Identifier: Apache-2.0
--- One spender spends more than the cap for one election.
-- Statutes that limit what a campaign may cost use it: of a party's list, of a candidate. An election is told
-- by its voting day; what one spender spent for it is added up, and this file only says what a breach is.

local function check(group, law)
  return law.finding {
    because = "the spending of one campaign adds up to more than the cap",
    total = group.total,
    cap = law.cap,
    excess = group.total - law.cap,
    payments = group.count,
  }
end

return {
  api = 1,
  name = "spending-cap",
  summary = "One spender spends more than the cap for one election",
  record = "expenditure",
  params = {
    cap = { type = "money", doc = "the most that one spender may spend for one election" },
    counts = { type = "condition", default = "true", doc = "which spending counts" },
  },
  where = "counts",
  group_by = { "identity(spender)", "election_day" },
  sum = { total = "amount" },
  having = "total > cap",
  check = check,
}
