-- SPDX-License-Identifier: Apache-2.0
--- Somebody acts for a principal abroad and did not register that, or not in time.

local function check(record, law)
  return law.finding {
    because = "the arrangement was not registered within the term",
    agreed = record.agreed,
    registered = record.registered or "never",
    allowed = law.within,
  }
end

return {
  api = 1,
  name = "unregistered-agent",
  summary = "An arrangement with a principal abroad was not registered in time",
  record = "arrangement",
  params = {
    applies = { type = "condition", default = "true", doc = "which arrangements must be registered" },
    within = { type = "duration", doc = "the time in which they must be" },
  },
  where = "applies and (absent(registered) or registered > agreed + within)",
  check = check,
}
