/** The worked examples: the main job from signing in to the invoice, one tab a step. */
import whoAmI from './examples/01-who-am-i.graphql';
import patients from './examples/02-patients.graphql';
import patientsVariables from './examples/02-patients.variables.jsonc';
import importBundle from './examples/03-import-bundle.graphql';
import importBundleVariables from './examples/03-import-bundle.variables.jsonc';
import recordConsent from './examples/04-record-consent.graphql';
import recordConsentVariables from './examples/04-record-consent.variables.jsonc';
import createAndSubmit from './examples/05-create-and-submit.graphql';
import createAndSubmitVariables from './examples/05-create-and-submit.variables.jsonc';
import liveQueue from './examples/06-live-queue.graphql';
import liveQueueVariables from './examples/06-live-queue.variables.jsonc';
import matchAndInvite from './examples/07-match-and-invite.graphql';
import matchAndInviteVariables from './examples/07-match-and-invite.variables.jsonc';
import acceptAndWatch from './examples/08-accept-and-watch.graphql';
import acceptAndWatchVariables from './examples/08-accept-and-watch.variables.jsonc';
import session from './examples/09-session.graphql';
import sessionVariables from './examples/09-session.variables.jsonc';
import opinionAndInvoice from './examples/10-opinion-and-invoice.graphql';
import opinionAndInvoiceVariables from './examples/10-opinion-and-invoice.variables.jsonc';

export const examples = [
  { query: whoAmI },
  { query: patients, variables: patientsVariables },
  { query: importBundle, variables: importBundleVariables },
  { query: recordConsent, variables: recordConsentVariables },
  { query: createAndSubmit, variables: createAndSubmitVariables },
  { query: liveQueue, variables: liveQueueVariables },
  { query: matchAndInvite, variables: matchAndInviteVariables },
  { query: acceptAndWatch, variables: acceptAndWatchVariables },
  { query: session, variables: sessionVariables },
  { query: opinionAndInvoice, variables: opinionAndInvoiceVariables },
];
