/** One partner app to try the endpoint with, as another system would; its secret is published. */
import { scopes } from '@huizhen/platform/access/scopes';
import { hashPassword } from '@huizhen/platform/access/passwords';
import { demoId, demoPartnerApp } from '@huizhen/schema/demo-ids';
import { PartnerApp } from '../domain/partner-app.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const CLINIC = 1;

export async function addDemoPartnerApp(context: DirectoryContext, now: Date): Promise<void> {
  const { id, secret } = demoPartnerApp;
  if (await context.read(({ apps }) => apps.byId(id))) return;
  const app = Object.assign(new PartnerApp(), {
    id,
    name: '青山镇卫生院 HIS',
    institutionId: demoId('institution', CLINIC),
    scopes: [...scopes],
    status: 'ACTIVE' as const,
    secretHash: await hashPassword(secret),
    createdAt: now,
  });
  await context.transact(({ apps }) => apps.add(app));
}
