-- SPDX-License-Identifier: Apache-2.0
--- A media provider that does not make public what the law wants it to.

local function check(record, law)
  return law.finding {
    because = "the provider does not make public what the law wants it to",
    provider = record.provider.name,
  }
end

return {
  api = 1,
  name = "outlet-incomplete",
  summary = "A media provider does not make public what the law wants it to",
  record = "outlet",
  params = {
    missing = { type = "condition", doc = "which statements leave it out" },
  },
  where = "missing",
  check = check,
}
