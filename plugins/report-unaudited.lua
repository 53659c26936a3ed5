-- SPDX-License-Identifier: Apache-2.0
--- A report that no independent auditor has examined, or that was not published, though it must be.
-- Statutes that want the accounts of parties audited or published use it.

local function check(record, law)
  return law.finding {
    because = "the report lacks what must be done with it",
    kind = record.kind,
    filed = record.filed or "not filed",
    published = record.published or "not stated",
    audited = record.audited,
  }
end

return {
  api = 1,
  name = "report-unaudited",
  summary = "A report that was not audited or not published",
  record = "report",
  params = {
    lacking = { type = "condition", doc = "which reports lack it" },
  },
  where = "lacking",
  check = check,
}
