-- SPDX-License-Identifier: Apache-2.0
--- Money goes both ways between two actors: who gave also got. A gift may then be the recipient's own
-- money, or that of somebody behind both. No statute: a pattern that supervisors look for.

local function check(group, law)
  return law.finding {
    because = "each of the two gave to the other within that time",
    total = group.total,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "circular-money",
  summary = "Money goes both ways between two actors",
  record = "donation",
  params = {
    span = { type = "duration", doc = "within how long" },
    counts = { type = "condition", default = "true", doc = "which gifts count" },
  },
  where = "counts",
  group_by = { "pair(identity(donor), identity(recipient))" },
  within = "span",
  sum = { total = "amount" },
  distinct = { givers = "identity(donor)" },
  having = "givers >= 2",
  check = check,
}
