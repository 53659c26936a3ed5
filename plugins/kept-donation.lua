-- SPDX-License-Identifier: Apache-2.0
--- A donation that could not be accepted, and that was kept.

local function check(record, law)
  return law.finding {
    because = "a donation that may not be kept was neither given back nor handed over in time",
    mark = record.filer_mark,
    action = record.filer_action or "not stated",
    received = record.received,
    accepted = record.accepted,
  }
end

return {
  api = 1,
  name = "kept-donation",
  summary = "A donation that may not be kept was kept",
  record = "donation",
  params = {
    kept = { type = "condition", doc = "which donations were kept that may not be" },
  },
  where = "kept",
  check = check,
}
