-- SPDX-License-Identifier: Apache-2.0
--- A report or declaration that was filed after the day on which it was due, or not at all.
-- Statutes that count its term from the campaign, from an election's results or by an authority's calendar use
-- it; `due` says how.

local function check(record, law)
  return law.finding {
    because = "it was not filed by the day on which it was due",
    kind = record.kind,
    due = law.due,
    filed = law.done or "not filed",
  }
end

return {
  api = 1,
  name = "report-due",
  summary = "A report or declaration was not filed when it was due",
  record = "report",
  params = {
    applies = { type = "condition", doc = "which reports are due then" },
    due = { type = "expression", doc = "the last day for it" },
    done = { type = "expression", default = "filed", doc = "the day on which it was filed" },
  },
  where = "applies and (absent(filed) or done > due)",
  check = check,
}
