-- SPDX-License-Identifier: Apache-2.0
--- Public money that went, or did not go, to a party against the threshold of votes.
-- Statutes that fund parties by their share of the votes use it.

local function check(record, law)
  return law.finding {
    because = "the decision does not follow from the share of the votes",
    vote_share = record.vote_share,
    threshold = law.threshold,
    granted = record.granted,
  }
end

return {
  api = 1,
  name = "subsidy-threshold",
  summary = "Public money granted or refused against the threshold of votes",
  record = "subsidy",
  params = {
    threshold = { type = "share", doc = "the share of the votes from which a party is funded" },
  },
  where = "(granted and vote_share < threshold) or (not granted and vote_share >= threshold)",
  check = check,
}
