-- SPDX-License-Identifier: Apache-2.0
--- A donation above a limit. This sentence and the lines behind it are the plugin's description:
-- `scrutineer plugin doc @NAME@` shows them. Say which sort of statute uses it; name no country.

-- check() is called for each record for which `where` below is true, and says what was seen. All
-- that a lawyer needs to check it goes into the facts: `because` is the sentence that stands above
-- them. A field that nobody filed is nil.
local function check(record, law)
  return law.finding {
    because = "the donation is above the limit",
    amount = record.amount,
    limit = law.limit,
    excess = record.amount - law.limit,
  }
end

-- The manifest can be read without running check(). The law base gives the parameters under `with:`
-- (lawbase/zz/rules/@NAME@.yaml), so one plugin serves many statutes.
return {
  api = 1,
  name = "@NAME@",
  summary = "A donation above a limit",
  record = "donation", -- a record type of lawbase/vocabulary.yaml
  params = {
    limit = { type = "money", doc = "the most that may be given at once" },
    counts = { type = "condition", default = "true", doc = "which donations the limit is for" },
  },
  -- A condition (lawbase/README.md lists what it may say). It is fast, and where a fact is missing
  -- it is unknown: the finding is then "undetermined", without any work of yours.
  where = "counts and amount > limit",
  check = check,
}
