/** The sentences of a version with what is known of each. */
export const ofPolicy =
  "policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy}";
