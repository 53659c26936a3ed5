-- SPDX-License-Identifier: Apache-2.0
--- A number of a donor that has not the form that such numbers have.
-- It is a matter of data quality and accuses nobody. A number of the right form proves neither citizenship nor
-- where an owner lives.

local function check(record, law)
  return law.finding {
    because = "the number has not the form that such numbers have",
    donor_kind = record.donor.kind,
    tax_id = record.donor.tax_id,
    personal_number = record.donor.personal_number,
  }
end

return {
  api = 1,
  name = "malformed-number",
  summary = "A donor's number that has not the form of such numbers",
  record = "donation",
  params = {
    malformed = { type = "condition", doc = "which donations show a number of the wrong form" },
  },
  where = "malformed",
  check = check,
}
