-- SPDX-License-Identifier: Apache-2.0
--- A donation that had to be reported to the authority on its own, and was not.

local function check(record, law)
  return law.finding {
    because = "a donation of this size has to be reported on its own, and was not",
    amount = record.amount,
    threshold = law.threshold,
  }
end

return {
  api = 1,
  name = "unreported-donation",
  summary = "A donation that had to be reported on its own and was not",
  record = "donation",
  params = {
    threshold = { type = "money", doc = "the value above which a donation is reported on its own" },
    unreported = { type = "condition", doc = "which donations were not reported" },
  },
  where = "amount > threshold and unreported",
  check = check,
}
