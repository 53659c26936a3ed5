-- SPDX-License-Identifier: Apache-2.0
--- A donation so large that it must be reported, and that nobody reported.

local function check(record, law)
  return law.finding {
    because = "the donation had to be reported, and the filing says that it was not",
    over = law.threshold,
    donor_kind = record.donor.kind,
  }
end

return {
  api = 1,
  name = "not-reported",
  summary = "A donation that had to be reported was not",
  record = "donation",
  params = {
    threshold = { type = "money", doc = "the sum above which a donation must be reported" },
    applies = { type = "condition", default = "true", doc = "which donations have the duty" },
  },
  where = "applies and amount > threshold and absent(reported)",
  check = check,
}
