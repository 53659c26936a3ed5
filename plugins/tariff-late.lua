-- SPDX-License-Identifier: Apache-2.0
--- A broadcaster that published its price for campaign airtime late, or not at all.
-- Statutes on equal access to the media use it.

local function check(record, law)
  local within = law.within
  return law.finding {
    because = "the price of campaign airtime was not published within the term",
    called = record.election_called,
    published = record.published or "not published",
    allowed = within,
  }
end

return {
  api = 1,
  name = "tariff-late",
  summary = "A price list for campaign airtime was not published in time",
  record = "tariff",
  params = {
    within = { type = "duration", doc = "the time after the election was called" },
  },
  where = "absent(published) or published > election_called + within",
  check = check,
}
