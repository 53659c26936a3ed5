-- SPDX-License-Identifier: Apache-2.0
--- An advertisement of somebody else that counts as a donation to the party in whose style it is
-- made.

local function check(record, law)
  return law.finding {
    because = "the advertisement counts as a donation to the party in whose style it is made",
    payer = record.payer.name,
    payer_country = record.payer.country,
    start = record.start,
  }
end

return {
  api = 1,
  name = "ad-counts-as-donation",
  summary = "An advertisement of a third party that counts as a donation",
  record = "ad",
  params = {
    donation = { type = "condition", doc = "which advertisements count as a donation" },
  },
  where = "donation",
  check = check,
}
