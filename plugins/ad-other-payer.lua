-- SPDX-License-Identifier: Apache-2.0
--- Somebody else than the sponsor paid for an advertisement.
-- No statute by itself: a pattern that supervisors look for, and that rules on labels ask to show.

local function check(record, law)
  return law.finding {
    because = "somebody else than the sponsor paid",
    sponsor = record.sponsor.name,
    payer = record.payer.name,
    payer_country = record.payer.country,
  }
end

return {
  api = 1,
  name = "ad-other-payer",
  summary = "Somebody else than the sponsor paid for an advertisement",
  record = "ad",
  params = {
    other = { type = "condition", doc = "which advertisements another paid" },
  },
  where = "other",
  check = check,
}
