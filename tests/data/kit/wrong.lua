-- SPDX-License-Identifier: Apache-2.0
-- All that `plugin lint` finds, once.
local seen = 0
local function check(record, law)
  seen = seen + 1
  total = record.amont
  if os.time() > 0 and string.find(record.donor.nam, "x") and law.limt then
    return law.violation {}
  end
  undefined()
  return law.finding { because = "x" }
end
return {
  api = 1,
  name = "late-loan",
  summary = "s",
  record = "donation",
  params = { limit = { type = "money", doc = "d" }, counts = { type = "condition", doc = "c" } },
  check = check,
}
