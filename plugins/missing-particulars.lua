-- SPDX-License-Identifier: Apache-2.0
--- A record that lacks a particular which the law asks for.

local function check(record, law)
  return law.finding {
    because = "a particular that the law asks for is not given",
    donor_kind = record.donor.kind,
  }
end

return {
  api = 1,
  name = "missing-particulars",
  summary = "A donation whose record lacks a particular that the law asks for",
  record = "donation",
  params = {
    missing = { type = "condition", doc = "which donations lack the particular" },
  },
  where = "missing",
  check = check,
}
