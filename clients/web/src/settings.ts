/** What the server told the page: it writes these onto the html element, since the page may run no inline script. */
const { demoAccounts } = document.documentElement.dataset;
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

export const settings = {
  demoAccounts: demoAccounts === 'true' || import.meta.env.DEV,
  nonce: nonce ?? '',
};
