-- SPDX-License-Identifier: Apache-2.0
--- A fine that is higher than the law allows. Which law, the rule's basis says: that of the day of
-- the act (no fine without law), or that of the day of the decision (a milder law applies
-- backwards). Two rules with this plugin, one on each day, hold a fine against the milder of the
-- two laws.

local function check(record, law)
  local most = record.repeated and law.most_repeated or law.most
  return law.finding {
    because = "the fine is higher than the law of the day that decides allows",
    fine = record.amount,
    most = most,
    excess = record.amount - most,
  }
end

return {
  api = 1,
  name = "fine-too-high",
  summary = "A fine that is higher than the law allows",
  record = "sanction",
  params = {
    applies = { type = "condition", default = "true", doc = "which fines the rule looks at" },
    most = { type = "expression", doc = "the highest fine for the act" },
    most_repeated = { type = "expression", doc = "the highest fine for a repetition" },
  },
  where = "applies and amount > most and (not repeated or amount > most_repeated)",
  check = check,
}
