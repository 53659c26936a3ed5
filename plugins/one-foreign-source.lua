-- SPDX-License-Identifier: Apache-2.0
--- An outlet that lives on one source abroad: most of what it got within a year came from there.
-- No statute: who pays alone may also decide alone.

local function check(record, law)
  return law.finding {
    because = "most of what the outlet got within the year came from one source abroad",
    amount = record.amount,
    outlet_income = record.outlet_income,
    payer_country = record.payer.country,
  }
end

return {
  api = 1,
  name = "one-foreign-source",
  summary = "A media outlet lives on one source abroad",
  record = "income",
  params = {
    percent = { type = "number", doc = "of more than how many percent of its income it lives" },
    abroad = { type = "condition", doc = "which sources are abroad" },
    counts = { type = "condition", default = "true", doc = "which income counts" },
  },
  where = "counts and abroad and amount * 100 > outlet_income * percent",
  check = check,
}
