-- SPDX-License-Identifier: Apache-2.0
--- A day of an election's calendar that is not the one that follows from the law.
-- Statutes that count the campaign from the end of registration or from voting day use it.

local function check(record, law)
  return law.finding {
    because = "the calendar has another day than the one that follows from the law",
    expected = law.expected,
    found = law.found,
    election_day = record.election_day,
  }
end

return {
  api = 1,
  name = "calendar-date",
  summary = "A day of the election calendar that does not follow from the law",
  record = "calendar",
  params = {
    expected = { type = "expression", doc = "the day that follows from the law" },
    found = { type = "expression", doc = "the day that the calendar has" },
  },
  where = "found ~= expected",
  check = check,
}
