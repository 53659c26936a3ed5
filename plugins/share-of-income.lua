-- SPDX-License-Identifier: Apache-2.0
--- One gift is larger than the share of the donor's yearly income that may be given. Some laws look
-- at the income of another year when the gift comes early in the year, because the last year's
-- income is not declared yet: `switch` is the day of the year from which last year's counts. On
-- that very day both must be exceeded, for "after" and "before" leave it open.

local function income_that_counts(record, law)
  local day = tostring(record.received):sub(6)
  if law.switch == "" or day > law.switch then
    return law.over_last
  elseif day < law.switch then
    return law.over_before
  end
  return law.over_last and law.over_before
end

local function check(record, law)
  local over = income_that_counts(record, law)
  if over == nil then
    return law.undetermined { because = "the income of the year that counts is not known" }
  elseif not over then
    return law.clear()
  end
  return law.finding {
    because = "the gift is larger than the share of the income that may be given",
    amount = record.amount,
  }
end

return {
  api = 1,
  name = "share-of-income",
  summary = "A donation larger than a share of the donor's yearly income",
  record = "donation",
  params = {
    over_last = { type = "condition", doc = "whether it exceeds the share of last year's income" },
    over_before = {
      type = "condition",
      default = "false",
      doc = "whether it exceeds the share of the income of the year before that",
    },
    switch = { type = "text", default = "", doc = "month and day after which last year's counts" },
  },
  where = "over_last or over_before",
  check = check,
}
