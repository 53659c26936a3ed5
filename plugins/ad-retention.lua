-- SPDX-License-Identifier: Apache-2.0
--- Records of an advertisement that were not kept as long as the law wants.

local function check(record, law)
  return law.finding {
    because = "the records were not kept as long as the law wants",
    last = law.last,
    kept_until = record.kept_until,
    wanted = law.term,
  }
end

return {
  api = 1,
  name = "ad-retention",
  summary = "Records of an advertisement were not kept long enough",
  record = "ad",
  params = {
    applies = { type = "condition", default = "true", doc = "which advertisements have the duty" },
    last = { type = "expression", doc = "the day from which the records must be kept" },
    term = { type = "duration", doc = "how long they must be kept" },
  },
  where = "applies and kept_until < last + term",
  check = check,
}
