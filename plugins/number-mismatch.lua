-- SPDX-License-Identifier: Apache-2.0
--- A register number that does not fit what the filing says the donor is.
-- It accuses nobody: the kind may be filed wrongly, or the number.

local function check(record, law)
  return law.finding {
    because = "the register number belongs to another kind of body than the one that is filed",
    donor_kind = record.donor.kind,
    registration_number = record.donor.registration_number,
  }
end

return {
  api = 1,
  name = "number-mismatch",
  summary = "A donor's register number does not fit what the filing says the donor is",
  record = "donation",
  params = {
    mismatch = { type = "condition", doc = "which donations have a number that does not fit" },
  },
  where = "mismatch",
  check = check,
}
