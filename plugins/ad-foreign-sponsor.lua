-- SPDX-License-Identifier: Apache-2.0
--- A political advertisement behind which stands somebody from abroad.

local function check(record, law)
  return law.finding {
    because = "the advertisement is ordered, paid or controlled from abroad",
    sponsor = record.sponsor.name,
    sponsor_country = record.sponsor.country,
    payer = record.payer.name,
    buyer_country = record.buyer.country,
    target_countries = record.target_countries,
  }
end

return {
  api = 1,
  name = "ad-foreign-sponsor",
  summary = "A political advertisement ordered, paid or controlled from abroad",
  record = "ad",
  params = {
    foreign = { type = "condition", doc = "which advertisements come from abroad" },
  },
  where = "foreign",
  check = check,
}
