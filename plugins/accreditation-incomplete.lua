-- SPDX-License-Identifier: Apache-2.0
--- An application to observe an election that lacks what the law asks for.
-- Statutes on observers use it: who pays for the mission, who sits on the board, whether accounts were
-- published.

local function check(record, law)
  return law.finding {
    because = "the application lacks what the law asks for",
    applicant = record.applicant.name,
    applied = record.applied,
  }
end

return {
  api = 1,
  name = "accreditation-incomplete",
  summary = "An application to observe lacks what the law asks for",
  record = "accreditation",
  params = {
    lacking = { type = "condition", doc = "which applications lack it" },
  },
  where = "lacking",
  check = check,
}
