-- SPDX-License-Identifier: Apache-2.0
--- A political advertisement that does not carry a mark that the law asks for.

local function check(record, law)
  return law.finding {
    because = "the advertisement does not carry a mark that the law asks for",
    publisher = record.publisher.name,
    payer = record.payer.name,
    start = record.start,
  }
end

return {
  api = 1,
  name = "ad-unmarked",
  summary = "A political advertisement without a mark that the law asks for",
  record = "ad",
  params = {
    unmarked = { type = "condition", doc = "which advertisements lack the mark" },
  },
  where = "unmarked",
  check = check,
}
