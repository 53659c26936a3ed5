-- SPDX-License-Identifier: Apache-2.0
--- One donor gives the same sum to several recipients within some days: a limit for each of them may
-- have been gone round. No statute: a pattern that supervisors look for.

local function check(group, law)
  return law.finding {
    because = "one donor gave the same sum to so many recipients within that time",
    recipients = group.reached,
    total = group.total,
    threshold = law.recipients,
  }
end

return {
  api = 1,
  name = "same-sum-to-several",
  summary = "One donor gives the same sum to several recipients within some days",
  record = "donation",
  params = {
    recipients = { type = "number", doc = "from how many recipients on it is a sign" },
    span = { type = "duration", doc = "within how long" },
    donor = { type = "expression", default = "identity(donor)", doc = "what tells donors apart" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts",
  group_by = { "donor", "amount" },
  within = "span",
  sum = { total = "amount" },
  distinct = { reached = "identity(recipient)" },
  having = "reached >= recipients",
  check = check,
}
