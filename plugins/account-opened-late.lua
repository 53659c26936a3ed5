-- SPDX-License-Identifier: Apache-2.0
--- A campaign account that was opened after its term, or not at all.
-- Statutes that want a fund with an account of its own soon after registration use it.

local function check(record, law)
  local within = law.within
  return law.finding {
    because = "the account was not opened within the term",
    registered = record.registered,
    opened = record.opened or "not opened",
    allowed = within,
  }
end

return {
  api = 1,
  name = "account-opened-late",
  summary = "A campaign account was not opened in time",
  record = "account",
  params = {
    applies = { type = "condition", default = "true", doc = "which contestants must open one" },
    within = { type = "duration", doc = "the time after the day of registration" },
  },
  where = "applies and (absent(opened) or opened > registered + within)",
  check = check,
}
