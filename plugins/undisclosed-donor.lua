-- SPDX-License-Identifier: Apache-2.0
--- A donor whom the recipient must name, because the gifts of a period add up to more than a
-- threshold, and whom its account does not name. A donation of which nobody says whether it stands
-- under a name is told on its own (the last of the keys is unknown), not once for each donor.

local function check(group, law)
  return law.finding {
    because = "the donations add up to more than the sum from which the donor must be named",
    total = group.total,
    threshold = law.threshold,
    gifts = group.count,
  }
end

return {
  api = 1,
  name = "undisclosed-donor",
  summary = "A donor above the threshold of disclosure who is not named",
  record = "donation",
  params = {
    threshold = { type = "money", doc = "the sum above which the donor must be named" },
    undisclosed = { type = "condition", doc = "which donations stand under no name" },
    period = { type = "period", default = "calendar-year", doc = "what the threshold counts over" },
  },
  where = "undisclosed",
  group_by = {
    "identity(donor)",
    "identity(recipient)",
    "period(received, period)",
    "undisclosed",
  },
  sum = { total = "amount" },
  having = "total > threshold",
  check = check,
}
