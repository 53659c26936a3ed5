-- SPDX-License-Identifier: Apache-2.0
--- An advertisement of somebody whose name, or one like it, stands in a register.
-- Names are shared by many: this asks for a look, and accuses nobody.

local function check(record, law)
  return law.finding {
    because = "a register lists a name like it: find out whether it is the same",
    payer_country = record.payer.country,
    sponsor_country = record.sponsor.country,
  }
end

return {
  api = 1,
  name = "ad-listed-actor",
  summary = "An advertisement of somebody whose name, or one like it, stands in a register",
  record = "ad",
  params = {
    listed = { type = "condition", doc = "which advertisements: listed(payer, list, threshold)" },
  },
  where = "listed",
  check = check,
}
