/** What the server told the page: it writes these onto the html element, since the page may run no inline script. */
const { graphqlPath = '/graphql', demoAccounts, assets = '' } = document.documentElement.dataset;

export const settings = { graphqlPath, demoAccounts: demoAccounts === 'true', assets };
