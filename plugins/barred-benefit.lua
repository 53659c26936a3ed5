-- SPDX-License-Identifier: Apache-2.0
--- A benefit for voters at a time when contestants may not give any.
-- Statutes that ban charity by contestants during an election use it.

local function check(record, law)
  return law.finding {
    because = "a contestant may not give such a benefit during an election",
    spender_kind = record.spender.kind,
    category = record.category,
    paid = record.paid,
    payee = record.payee.name,
  }
end

return {
  api = 1,
  name = "barred-benefit",
  summary = "A benefit that a contestant may not give during an election",
  record = "expenditure",
  params = {
    barred = { type = "condition", doc = "which benefits are barred" },
  },
  where = "barred",
  check = check,
}
