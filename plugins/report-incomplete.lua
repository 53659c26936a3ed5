-- SPDX-License-Identifier: Apache-2.0
--- A periodic report that leaves out what the law wants in it.

local function check(record, law)
  return law.finding {
    because = "the report does not state what the law wants in it",
    form = record.form,
    filer_size = record.filer.size,
  }
end

return {
  api = 1,
  name = "report-incomplete",
  summary = "A periodic report leaves out what the law wants in it",
  record = "report",
  params = {
    missing = { type = "condition", doc = "which reports leave it out" },
  },
  where = "missing",
  check = check,
}
