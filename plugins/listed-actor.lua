-- SPDX-License-Identifier: Apache-2.0
--- A donation from somebody whose name, or one like it, stands in a register.
-- Names are shared by many: this asks for a look, and accuses nobody. The finding shows the entries, how alike
-- the names are, and what else agrees.

local function check(record, law)
  return law.finding {
    because = "a register lists a name like it: find out whether it is the same",
    donor_birth_date = record.donor.birth_date,
    donor_country = record.donor.country,
  }
end

return {
  api = 1,
  name = "listed-actor",
  summary = "A donation from somebody whose name, or one like it, stands in a register",
  record = "donation",
  params = {
    listed = { type = "condition", doc = "which donations: listed(donor, list, threshold)" },
  },
  where = "listed",
  check = check,
}
