-- SPDX-License-Identifier: Apache-2.0
--- A sign that a donor may be from abroad, which obliges the recipient to ask.
-- The sign itself is no breach.

local function check(record, law)
  return law.finding {
    because = "this sign obliges the recipient to find out whether the donor may give",
    donor_country = record.donor.country,
    paid_from_country = record.paid_from_country,
  }
end

return {
  api = 1,
  name = "foreign-sign",
  summary = "A sign that a donor may be from abroad, which asks for an inquiry",
  record = "donation",
  params = {
    sign = { type = "condition", doc = "which donations show the sign" },
  },
  where = "sign",
  check = check,
}
