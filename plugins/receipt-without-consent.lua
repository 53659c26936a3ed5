-- SPDX-License-Identifier: Apache-2.0
--- Money that came in without the consent that the law asks for beforehand.

local function check(record, law)
  return law.finding {
    because = "the money came in without the consent that the law asks for",
    payer = record.payer.name,
    payer_country = record.payer.country,
  }
end

return {
  api = 1,
  name = "receipt-without-consent",
  summary = "Money received without the consent that the law asks for",
  record = "receipt",
  params = {
    unconsented = { type = "condition", doc = "which receipts needed a consent and had none" },
  },
  where = "unconsented",
  check = check,
}
