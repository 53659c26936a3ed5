-- SPDX-License-Identifier: Apache-2.0
--- A political advertisement aimed at people by means that the law bars.

local function check(record, law)
  return law.finding {
    because = "the advertisement was aimed at people by means that the law bars",
    sponsor = record.sponsor.name,
    publisher = record.publisher.name,
    targeting = record.targeting,
  }
end

return {
  api = 1,
  name = "ad-targeting",
  summary = "A political advertisement was targeted by means that the law bars",
  record = "ad",
  params = {
    barred = { type = "condition", doc = "which targeting is barred" },
  },
  where = "barred",
  check = check,
}
