-- SPDX-License-Identifier: Apache-2.0
--- Behind a donor at home stands somebody from abroad: an owner, or somebody who decides.

local function check(record, law)
  return law.finding {
    because = "somebody from abroad stands behind the donor or the decision to give",
    donor_kind = record.donor.kind,
    controlled_from = record.donor.controlled_from,
    foreign_decision = record.foreign_decision,
    own_funds = record.own_funds,
  }
end

return {
  api = 1,
  name = "foreign-influence",
  summary = "A donation of a donor at home behind which stands somebody from abroad",
  record = "donation",
  params = {
    influenced = { type = "condition", doc = "behind which donations somebody from abroad stands" },
  },
  where = "influenced",
  check = check,
}
