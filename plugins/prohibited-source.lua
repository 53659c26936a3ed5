-- SPDX-License-Identifier: Apache-2.0
--- A donation from somebody who may not give.
-- The rule's condition `barred` says who that is; this file says what a decision needs to know.

local function check(record, law)
  return law.finding {
    because = "the donor belongs to those who may not give",
    donor_kind = record.donor.kind,
    donor_citizenship = record.donor.citizenship,
    donor_country = record.donor.country,
    donor_foreign_share = record.donor.foreign_share,
    source_country = record.source_country,
  }
end

return {
  api = 1,
  name = "prohibited-source",
  summary = "A donation from somebody who may not give",
  record = "donation",
  params = {
    barred = { type = "condition", doc = "which donations come from a source that is barred" },
  },
  where = "barred",
  check = check,
}
