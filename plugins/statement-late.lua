-- SPDX-License-Identifier: Apache-2.0
--- A bank that reported on the account of a contestant later than it must.
-- Statutes that let banks feed an authority during a campaign use it. Working days are counted by whoever
-- prepares the statements: holidays are no matter of this program.

local function check(record, law)
  return law.finding {
    because = "the bank reported after more working days than the law allows",
    sent = record.sent,
    working_days = record.working_days_since,
    allowed = law.every,
  }
end

return {
  api = 1,
  name = "statement-late",
  summary = "A bank reported on a contestant's account too late",
  record = "statement",
  params = {
    applies = { type = "condition", default = "true", doc = "which statements are due so often" },
    every = { type = "number", doc = "within how many working days it must report" },
  },
  where = "applies and working_days_since > every",
  check = check,
}
