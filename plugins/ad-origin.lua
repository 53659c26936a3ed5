-- SPDX-License-Identifier: Apache-2.0
--- An advertisement whose stated origin of the money does not fit the payer that it names.

local function check(record, law)
  return law.finding {
    because = "the stated origin of the money does not fit the payer",
    payer = record.payer.name,
    payer_country = record.payer.country,
    payer_kind = record.payer.kind,
    funds_from_union = record.funds_from_union,
    funds_from_public = record.funds_from_public,
  }
end

return {
  api = 1,
  name = "ad-origin",
  summary = "The stated origin of an advertisement's money does not fit its payer",
  record = "ad",
  params = {
    contradicts = { type = "condition", doc = "which advertisements state what does not fit" },
  },
  where = "contradicts",
  check = check,
}
