/** The directory's repositories on one transaction. */
import type { Context, UnitTools } from '@huizhen/platform/subgraph/context';
import type { DirectorySettings } from '../config.ts';
import { AccountRepository } from './account.repository.ts';
import { InstitutionRepository } from './institution.repository.ts';
import { PartnerAppRepository } from './partner-app.repository.ts';
import { PractitionerRepository } from './practitioner.repository.ts';
import { SessionRepository } from './session.repository.ts';
import { TrustedDocumentRepository } from './trusted-document.repository.ts';

export function directoryStore(tools: UnitTools) {
  return {
    institutions: new InstitutionRepository(tools),
    practitioners: new PractitionerRepository(tools),
    accounts: new AccountRepository(tools),
    sessions: new SessionRepository(tools),
    apps: new PartnerAppRepository(tools),
    documents: new TrustedDocumentRepository(tools),
  };
}

export type DirectoryStore = ReturnType<typeof directoryStore>;
export type DirectoryContext = Context<DirectoryStore, DirectorySettings>;
