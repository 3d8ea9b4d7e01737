/**
 * What a partner app sends to publish documents and to list them. The gateway trusts these texts from every app: where only
 * trusted documents are let in, the first one could not be published otherwise.
 */
export const partnerDocuments = {
  publish: `mutation PublishTrustedDocuments($input: PublishTrustedDocumentsInput!) {
  publishTrustedDocuments(input: $input) {
    id
    operationNames
  }
}`,
  withdraw: `mutation WithdrawTrustedDocuments($input: WithdrawTrustedDocumentsInput!) {
  withdrawTrustedDocuments(input: $input) {
    id
    withdrawnAt
  }
}`,
  list: `query TrustedDocuments($appId: ID!, $after: String) {
  partnerApp(id: $appId) {
    name
    trustedDocuments(first: 100, after: $after) {
      totalCount
      nodes {
        id
        operationNames
        publishedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
} as const;
