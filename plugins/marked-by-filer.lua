-- SPDX-License-Identifier: Apache-2.0
--- A donation that its recipient itself reported as one that it may not keep.
-- What the recipient did with it is told apart in the facts: giving it back in time is compliance.

local function check(record, law)
  return law.finding {
    because = "the recipient itself reported this donation as one that it may not keep",
    mark = record.filer_mark,
    action = record.filer_action or "not stated",
  }
end

return {
  api = 1,
  name = "marked-by-filer",
  summary = "A donation that its recipient reported as impermissible or unidentifiable",
  record = "donation",
  params = {
    marked = { type = "condition", doc = "which donations the recipient marked" },
  },
  where = "marked",
  check = check,
}
