-- SPDX-License-Identifier: Apache-2.0
--- One gift alone is over a limit, however much else the donor gives.

local function check(record, law)
  return law.finding {
    because = "this gift alone is over the limit",
    limit = law.limit,
    payment = record.payment,
    donor_kind = record.donor.kind,
  }
end

return {
  api = 1,
  name = "single-gift-limit",
  summary = "One gift alone is over a limit",
  record = "donation",
  params = {
    limit = { type = "money", doc = "the most that such a gift may be" },
    applies = { type = "condition", default = "true", doc = "which gifts have the limit" },
  },
  where = "applies and amount > limit",
  check = check,
}
