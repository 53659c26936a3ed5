-- SPDX-License-Identifier: Apache-2.0
--- A political advertisement whose label, notice or imprint lacks what the law wants in it.

local function check(record, law)
  return law.finding {
    because = "the advertisement does not say what the law wants said",
    sponsor = record.sponsor.name,
    sponsor_kind = record.sponsor.kind,
    publisher = record.publisher.name,
  }
end

return {
  api = 1,
  name = "ad-incomplete",
  summary = "A political advertisement's label, notice or imprint lacks what the law wants",
  record = "ad",
  params = {
    missing = { type = "condition", doc = "which advertisements lack it" },
  },
  where = "missing",
  check = check,
}
