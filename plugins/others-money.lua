-- SPDX-License-Identifier: Apache-2.0
--- A donation that was somebody else's money, given in the donor's name.

local function check(record, law)
  return law.finding {
    because = "the money was another person's than the one in whose name it was given",
    donor_kind = record.donor.kind,
    earmarked = record.earmarked,
  }
end

return {
  api = 1,
  name = "others-money",
  summary = "A donation in the name of another",
  record = "donation",
  params = {
    straw = { type = "condition", doc = "which donations are another person's money" },
  },
  where = "straw",
  check = check,
}
